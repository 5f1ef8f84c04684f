package jp.noroshi.channels.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import jp.noroshi.core.audience.CallEvent;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import org.junit.jupiter.api.Test;

class VoiceWebhookTest {

  private static final String CALL = "CA" + "a1".repeat(16);
  private static final String ADDRESS = "https://example.jp/voice/abc?lang=en";

  private static Map<String, String> with(String... pairs) {
    Map<String, String> parameters = new HashMap<>(Map.of("CallSid", CALL));
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.put(pairs[i], pairs[i + 1]);
    }
    return parameters;
  }

  private static Optional<CallEvent> ended(CallEnd how) {
    return Optional.of(new CallEvent.Ended(CALL, how));
  }

  @Test
  void aKeyIsReadAndSoIsHowACallEnded() {
    assertThat(VoiceWebhook.read(with("Digits", "3", "CallStatus", "in-progress")))
        .contains(new CallEvent.Pressed(CALL, '3'));
    assertThat(VoiceWebhook.read(with("CallStatus", "completed", "AnsweredBy", "human")))
        .isEqualTo(ended(CallEnd.ANSWERED));
    assertThat(VoiceWebhook.read(with("CallStatus", "completed")))
        .isEqualTo(ended(CallEnd.ANSWERED));
    assertThat(VoiceWebhook.read(with("CallStatus", "completed", "AnsweredBy", "machine_start")))
        .isEqualTo(ended(CallEnd.MACHINE));
    assertThat(VoiceWebhook.read(with("CallStatus", "completed", "AnsweredBy", "fax")))
        .isEqualTo(ended(CallEnd.MACHINE));
    assertThat(VoiceWebhook.read(with("CallStatus", "busy"))).isEqualTo(ended(CallEnd.BUSY));
    assertThat(VoiceWebhook.read(with("CallStatus", "no-answer")))
        .isEqualTo(ended(CallEnd.NO_ANSWER));
    assertThat(VoiceWebhook.read(with("CallStatus", "failed"))).isEqualTo(ended(CallEnd.FAILED));
    assertThat(VoiceWebhook.read(with("CallStatus", "canceled"))).isEqualTo(ended(CallEnd.FAILED));
  }

  @Test
  void whatSaysNothingNewOrIsNotAsDocumentedIsLeftOut() {
    assertThat(VoiceWebhook.read(with("CallStatus", "ringing"))).isEmpty();
    assertThat(VoiceWebhook.read(with("CallStatus", "in-progress"))).isEmpty();
    assertThat(VoiceWebhook.read(with("Digits", "33", "CallStatus", "completed"))).isEmpty();
    assertThat(VoiceWebhook.read(with("Digits", "３"))).isEmpty();
    assertThat(VoiceWebhook.read(Map.of("Digits", "3"))).isEmpty();
    assertThat(VoiceWebhook.read(with("CallSid", "CA1", "Digits", "3"))).isEmpty();
    assertThat(VoiceWebhook.read(Map.of())).isEmpty();
  }

  @Test
  void aSignatureIsOverTheAddressAndAllParametersInTheOrderOfTheirNames() {
    // printf '%s' "$address$names_and_values" | openssl dgst -sha1 -hmac 12345 -binary | base64
    Map<String, String> parameters =
        Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675310",
            "Digits", "1234",
            "From", "+14158675310",
            "To", "+18005551212");
    String address = "https://mycompany.com/myapp.php?foo=1&bar=2";
    assertThat(new VoiceWebhook("12345").sign(address, parameters))
        .isEqualTo("GvWf1cFY/Q7PnoempGyD5oXAezc=");
  }

  @Test
  void aSignatureHoldsForThisAddressTheseParametersAndThisTokenAlone() {
    VoiceWebhook webhook = new VoiceWebhook("token");
    Map<String, String> pressed = with("Digits", "3");
    String right = webhook.sign(ADDRESS, pressed);
    assertThat(webhook.isGenuine(ADDRESS, pressed, right)).isTrue();
    assertThat(webhook.isGenuine(ADDRESS, with("Digits", "1"), right)).isFalse();
    assertThat(webhook.isGenuine(ADDRESS.replace("abc", "abd"), pressed, right)).isFalse();
    assertThat(webhook.isGenuine(ADDRESS, with("Digits", "3", "x", ""), right)).isFalse();
    assertThat(new VoiceWebhook("other").isGenuine(ADDRESS, pressed, right)).isFalse();
    for (String wrong : List.of("", "署名", right.substring(1))) {
      assertThat(webhook.isGenuine(ADDRESS, pressed, wrong)).isFalse();
    }
    assertThat(webhook.isGenuine(ADDRESS, pressed, null)).isFalse();
  }

  @Test
  void whateverIsHandedInIsReadOrLeftOutButNeverBreaksTheReader() {
    SplittableRandom chance = new SplittableRandom(22225);
    List<String> names = List.of("CallSid", "Digits", "CallStatus", "AnsweredBy", "To", "");
    List<String> values =
        List.of(CALL, "3", "#", "completed", "busy", "human", "", "\0", "\ud800", "CA", "９");
    VoiceWebhook webhook = new VoiceWebhook("token");
    for (int round = 0; round < 20_000; round++) {
      Map<String, String> parameters = new HashMap<>();
      int count = chance.nextInt(6);
      for (int i = 0; i < count; i++) {
        parameters.put(
            names.get(chance.nextInt(names.size())), values.get(chance.nextInt(values.size())));
      }
      VoiceWebhook.read(parameters)
          .ifPresent(event -> assertThat(event.id()).matches("CA[0-9a-f]{32}:([0-9*#]|ended)"));
      assertThat(webhook.isGenuine(ADDRESS, parameters, webhook.sign(ADDRESS, parameters)))
          .isTrue();
    }
  }
}
