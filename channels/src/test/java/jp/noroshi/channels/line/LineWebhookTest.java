package jp.noroshi.channels.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import jp.noroshi.core.audience.LineEvent;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Json;
import org.junit.jupiter.api.Test;

class LineWebhookTest {

  private static final String USER = "U4af4980629aaaaaaaaaaaaaaaaaaaaaa";
  private static final String BODY =
      """
      {"destination": "U0000", "events": [
        {"type": "postback", "mode": "active", "timestamp": 1700000000000, "webhookEventId": "01AAAA", "replyToken": "0f3779fb",
         "source": {"type": "user", "userId": "%1$s"}, "postback": {"data": "answer:abc:ACCEPT"}},
        {"type": "message", "mode": "active", "webhookEventId": "01BBBB", "replyToken": "not a token",
         "source": {"type": "user", "userId": "%1$s"}, "message": {"type": "text", "text": "無事"}},
        {"type": "follow", "mode": "active", "webhookEventId": "01CCCC",
         "source": {"type": "user", "userId": "%1$s"}},
        {"type": "unfollow", "mode": "active", "webhookEventId": "01DDDD",
         "source": {"type": "user", "userId": "%1$s"}},
        {"type": "message", "mode": "active", "webhookEventId": "01EEEE",
         "source": {"type": "group", "groupId": "C1", "userId": "%1$s"}, "message": {"type": "text", "text": "x"}},
        {"type": "message", "mode": "active", "webhookEventId": "01FFFF",
         "source": {"type": "user", "userId": "%1$s"}, "message": {"type": "sticker"}},
        {"type": "message", "mode": "active", "webhookEventId": "01HHHH",
         "source": {"type": "user", "userId": "%1$s"},
         "message": {"type": "location", "address": "見本町1-1", "latitude": 35.03, "longitude": 138.94}},
        {"type": "message", "mode": "active", "webhookEventId": "01IIII",
         "source": {"type": "user", "userId": "%1$s"}, "message": {"type": "location", "latitude": 138.94, "longitude": 35.03}},
        {"type": "videoPlayComplete", "mode": "active", "webhookEventId": "01GGGG",
         "source": {"type": "user", "userId": "%1$s"}}]}
      """
          .formatted(USER);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatConcernsTheHubIsReadInItsOrderAndTheRestLeftOut() {
    assertThat(LineWebhook.read(bytes(BODY)))
        .containsExactly(
            new LineEvent.Pressed("01AAAA", USER, "answer:abc:ACCEPT", Optional.of("0f3779fb")),
            new LineEvent.Wrote("01BBBB", USER, "無事", Optional.empty()),
            new LineEvent.Followed("01CCCC", USER),
            new LineEvent.Left("01DDDD", USER),
            new LineEvent.Located(
                "01HHHH", USER, new LatLon(35.03, 138.94), "見本町1-1", Optional.empty()));
  }

  @Test
  void aSignatureIsTheOneOfTheVeryBytes() {
    LineWebhook webhook = new LineWebhook("secret");
    byte[] body = bytes("{\"events\":[]}");
    // openssl dgst -sha256 -hmac secret -binary | base64
    String right = "pkK1lVPJPiJ+wPLziRD79xIxohl8AImYM8AEeM7IbzQ=";
    assertThat(webhook.sign(body)).isEqualTo(right);
    assertThat(webhook.isGenuine(body, right)).isTrue();
    assertThat(webhook.isGenuine(bytes("{\"events\": []}"), right)).isFalse();
    assertThat(new LineWebhook("other").isGenuine(body, right)).isFalse();
    assertThat(webhook.isGenuine(body, null)).isFalse();
    assertThat(webhook.isGenuine(body, "")).isFalse();
    assertThat(webhook.isGenuine(body, "署名")).isFalse();
  }

  @Test
  void whatWasStoredBeforeThereWereRepliesIsStillRead() {
    assertThat(
            Json.read(
                "{\"type\":\"wrote\",\"id\":\"01BBBB\",\"user\":\"" + USER + "\",\"text\":\"無事\"}",
                LineEvent.class))
        .isEqualTo(new LineEvent.Wrote("01BBBB", USER, "無事", Optional.empty()));
  }

  @Test
  void whatIsNoObjectIsRefusedAndAnEmptyListIsFine() {
    assertThat(LineWebhook.read(bytes("{\"events\": []}"))).isEmpty();
    assertThat(LineWebhook.read(bytes("{}"))).isEmpty();
    for (String body : List.of("", "null", "[]", "7", "{", "\"x\"")) {
      assertThatThrownBy(() -> LineWebhook.read(bytes(body)))
          .as(body)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void nothingThatCannotBeStoredOrIsTooLongComesThrough() {
    assertThat(LineWebhook.read(bytes(BODY.replace("無事", "\\u0000")))).hasSize(4);
    assertThat(LineWebhook.read(bytes(BODY.replace("無事", "\\ud800")))).hasSize(4);
    assertThat(LineWebhook.read(bytes(BODY.replace("無事", "あ".repeat(501))))).hasSize(4);
    assertThat(LineWebhook.read(bytes(BODY.replace("abc", "a".repeat(300))))).hasSize(4);
    assertThat(LineWebhook.read(bytes(BODY.replace(USER, "U4af")))).isEmpty();
  }

  @Test
  void spoiledBodiesAreReadOrRefusedButNeverBreakTheReader() {
    SplittableRandom chance = new SplittableRandom(22225);
    byte[] whole = bytes(BODY);
    for (int round = 0; round < 20_000; round++) {
      byte[] spoiled = whole.clone();
      int strokes = 1 + chance.nextInt(6);
      for (int i = 0; i < strokes; i++) {
        spoil(spoiled, chance);
      }
      assertThatCode(() -> readOrRefuse(spoiled)).doesNotThrowAnyException();
    }
  }

  private static void spoil(byte[] body, SplittableRandom chance) {
    int at = chance.nextInt(body.length);
    switch (chance.nextInt(3)) {
      case 0 -> body[at] = (byte) chance.nextInt(256);
      case 1 -> body[at] = (byte) "{}[]\",:0n\\".charAt(chance.nextInt(10));
      default -> {
        int length = Math.min(chance.nextInt(40), body.length - at);
        System.arraycopy(body, chance.nextInt(body.length - length), body, at, length);
      }
    }
  }

  private static void readOrRefuse(byte[] body) {
    try {
      LineWebhook.read(body)
          .forEach(
              event -> assertThat(event.id() + event.user()).doesNotContain("\0").isNotBlank());
    } catch (IllegalArgumentException _) {
      // Refused: the door answers 400.
    }
  }
}
