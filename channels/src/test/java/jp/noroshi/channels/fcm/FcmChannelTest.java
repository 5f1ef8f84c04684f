package jp.noroshi.channels.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.noroshi.channels.CapturedLogs;
import jp.noroshi.channels.simulator.Fault;
import jp.noroshi.channels.simulator.FcmSimulator;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.RecipientGone;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.delivery.DeliveryResult;
import jp.noroshi.core.message.Rendering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FcmChannelTest {

  private static final Instant NOW = Instant.parse("2026-07-08T09:00:00Z");
  private static final Duration LIFE = Duration.ofHours(2);

  private static final Vertx VERTX = Vertx.vertx();

  @TempDir static Path directory;
  private static FcmSimulator fcm;
  private FcmChannel channel;

  @BeforeAll
  static void startProvider() {
    fcm = FcmSimulator.start(VERTX, 0).await();
  }

  @AfterAll
  static void stopProvider() {
    VERTX.close().await();
  }

  @BeforeEach
  void connect() throws IOException {
    fcm.forget();
    connect(PushSamples.config(fcm, directory, Duration.ofSeconds(30)));
  }

  @AfterEach
  void disconnect() {
    channel.close();
  }

  private void connect(FcmConfig config) {
    channel = new FcmChannel(Mode.DRILL, config, VERTX, InstantSource.fixed(NOW));
  }

  @Test
  void everyTokenOfABatchIsToldOnce() throws InterruptedException {
    assertThat(outcome(batch(tokens(500)))).isInstanceOf(Accepted.class);
    assertThat(fcm.taken().recipients()).isEqualTo(500);
    assertThat(fcm.taken().duplicates()).isZero();
    assertThat(fcm.counted("tokens")).as("one sign-in for all").isEqualTo(1);
  }

  @Test
  void recipientGoneWhenTokenUnregistered() throws InterruptedException {
    fcm.unregister(List.of("token-1"));
    DeliveryResult result = channel.deliver(batch(tokens(3)));
    assertThat(result.parts())
        .containsExactlyInAnyOrder(
            new DeliveryResult.Part(new Accepted(Optional.empty()), List.of("token-0", "token-2")),
            new DeliveryResult.Part(
                new RecipientGone(DeliveryReason.UNREGISTERED), List.of("token-1")));
  }

  @Test
  void anInvalidTokenIsRefusedAndNobodyElseIs() throws InterruptedException {
    DeliveryResult result = channel.deliver(batch(List.of("token-0", "not a token")));
    assertThat(result.parts())
        .contains(
            new DeliveryResult.Part(
                new Refused(DeliveryReason.INVALID_MESSAGE), List.of("not a token")));
  }

  @Test
  void the503IsNotRepeatedInsideTheSdk() throws InterruptedException {
    fcm.faults().order(Fault.answering(503).times(1));
    assertThat(outcome(batch(tokens(1))))
        .satisfies(o -> retryLater(o, DeliveryReason.PROVIDER_ERROR));
    assertThat(fcm.counted("requests")).isEqualTo(1);
  }

  @Test
  void aBrokenConnectionIsNotRepeatedInsideTheSdk() throws InterruptedException {
    fcm.faults().order(Fault.resetting().times(1));
    assertThat(outcome(batch(tokens(1))))
        .satisfies(o -> retryLater(o, DeliveryReason.CONNECTION_LOST));
    assertThat(fcm.counted("requests")).isEqualTo(1);
  }

  @Test
  void oneSickMessageDelaysNoOther() throws InterruptedException {
    fcm.faults().order(Fault.answering(503).times(1));
    DeliveryResult result = channel.deliver(batch(tokens(500)));
    assertThat(result.parts()).hasSize(2);
    assertThat(fcm.taken().recipients()).isEqualTo(499);
  }

  @Test
  void honoursRetryAfter() throws InterruptedException {
    fcm.faults().order(Fault.rateLimited(Duration.ofSeconds(90)));
    assertThat(outcome(batch(tokens(1))))
        .isEqualTo(new RetryLater(NOW.plusSeconds(90), DeliveryReason.RATE_LIMITED));
  }

  @Test
  void waitsAMinuteWhenTheQuotaIsUsedUpAndFcmDoesNotSayHowLong()
      throws IOException, InterruptedException {
    FcmSimulator small =
        FcmSimulator.start(
                VERTX,
                FcmSimulator.Settings.standard(0).withMessagesPerMinute(2),
                InstantSource.system())
            .await();
    connect(PushSamples.config(small, directory, Duration.ofSeconds(30)));
    DeliveryResult result = channel.deliver(batch(tokens(3)));
    assertThat(result.parts())
        .extracting(DeliveryResult.Part::outcome)
        .contains(new RetryLater(NOW.plusSeconds(60), DeliveryReason.RATE_LIMITED));
  }

  @Test
  void signsInAgainWhenTheAccessTokenIsRevoked() throws InterruptedException {
    assertThat(outcome(batch(tokens(1)))).isInstanceOf(Accepted.class);
    fcm.revokeAccessTokens();
    assertThat(outcome(batch(tokens(1)))).isInstanceOf(Accepted.class);
  }

  @Test
  void aDownedConnectionIsOpenedAgain() throws InterruptedException {
    assertThat(outcome(batch(tokens(1)))).isInstanceOf(Accepted.class);
    fcm.faults().order(Fault.down().times(1));
    assertThat(outcome(batch(tokens(1))))
        .satisfies(o -> retryLater(o, DeliveryReason.CONNECTION_LOST));
    assertThat(outcome(batch(tokens(1)))).isInstanceOf(Accepted.class);
  }

  @Test
  void wakesThePhoneAndExpiresWithTheAlert() throws InterruptedException {
    deliver(PushSamples.landslide(NOW.plus(LIFE)));
    JsonObject android = sent().getJsonObject("android");
    assertThat(android.getString("priority")).isEqualTo("high");
    assertThat(android.getString("ttl")).isEqualTo("7200s");
    assertThat(android.getString("collapse_key")).isEqualTo("thread-1");
    JsonObject look = android.getJsonObject("notification");
    assertThat(look.getString("channel_id")).isEqualTo("level-4");
    assertThat(look.getString("tag")).isEqualTo("thread-1");
    JsonObject apns = sent().getJsonObject("apns");
    assertThat(apns.getJsonObject("headers").getMap())
        .containsEntry("apns-priority", "10")
        .containsEntry("apns-push-type", "alert")
        .containsEntry("apns-collapse-id", "thread-1")
        .containsEntry("apns-expiration", Long.toString(NOW.plus(LIFE).getEpochSecond()));
    assertThat(apns.getJsonObject("payload").getJsonObject("aps").getString("interruption-level"))
        .isEqualTo("time-sensitive");
    assertThat(sent().getJsonObject("data").getMap())
        .containsEntry("level", "4")
        .containsEntry("mode", "drill")
        .containsEntry("link", "https://bousai.example.jp/alerts/1");
  }

  @Test
  void whatIsNotUrgentLetsThePhoneSleep() throws InterruptedException {
    deliver(PushSamples.push("解除しました", "避難指示を解除しました。", false, NOW.plus(LIFE)));
    assertThat(sent().getJsonObject("android").getString("priority")).isEqualTo("normal");
    assertThat(sent().getJsonObject("apns").getJsonObject("headers").getString("apns-priority"))
        .isEqualTo("5");
  }

  @Test
  void criticalAlertsSoundOnlyWhereAppleAllowsThem() throws IOException, InterruptedException {
    FcmConfig plain = PushSamples.config(fcm, directory, Duration.ofSeconds(30));
    connect(
        new FcmConfig(
            plain.serviceAccount(),
            plain.endpoint(),
            plain.trustCertificate(),
            null,
            null,
            null,
            true));
    deliver(PushSamples.landslide(NOW.plus(LIFE)));
    JsonObject aps = sent().getJsonObject("apns").getJsonObject("payload").getJsonObject("aps");
    assertThat(aps.getString("interruption-level")).isEqualTo("critical");
    assertThat(aps.getJsonObject("sound").getInteger("critical")).isEqualTo(1);
  }

  @Test
  void theLongestTextsAndLivesFit() throws InterruptedException {
    Rendering longest =
        PushSamples.push(
            "緊急安全確保".repeat(200),
            "命を守る行動を「いますぐ」とってください。\n".repeat(500),
            true,
            NOW.plus(Duration.ofDays(60)));
    assertThat(deliver(longest)).isInstanceOf(Accepted.class);
    assertThat(sent().getJsonObject("notification").getString("body")).endsWith("…");
  }

  @Test
  void neitherKeyNorTokenIsLogged() throws InterruptedException {
    try (CapturedLogs logs = CapturedLogs.start()) {
      outcome(batch(tokens(2)));
      fcm.faults().order(Fault.answering(400).times(2));
      fcm.faults().order(Fault.resetting().times(2));
      outcome(batch(tokens(2)));
      outcome(batch(tokens(2)));
      assertThat(logs.text())
          .doesNotContain("token-0")
          .doesNotContain("PRIVATE KEY")
          .doesNotContain("Bearer simulated");
    }
  }

  @Test
  void aBrokenServiceAccountIsNamedButNotShown() throws IOException {
    Path broken = Files.writeString(directory.resolve("broken"), "{\"private_key\": \"s3cret\"}");
    FcmConfig config = FcmConfig.standard(new Secret("file:" + broken));
    assertThatThrownBy(() -> connect(config))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }

  private JsonObject sent() {
    return fcm.taken().messages().values().iterator().next().content();
  }

  private DeliveryOutcome deliver(Rendering rendering) throws InterruptedException {
    return outcome(batch(tokens(1), rendering));
  }

  private DeliveryOutcome outcome(DeliveryBatch batch) throws InterruptedException {
    return channel.deliver(batch).parts().getFirst().outcome();
  }

  private static void retryLater(DeliveryOutcome outcome, DeliveryReason reason) {
    assertThat(outcome).isInstanceOf(RetryLater.class);
    assertThat(((RetryLater) outcome).reason()).isEqualTo(reason);
    assertThat(((RetryLater) outcome).notBefore()).isAfter(NOW);
  }

  private static List<String> tokens(int count) {
    return IntStream.range(0, count).mapToObj(number -> "token-" + number).toList();
  }

  private static DeliveryBatch batch(List<String> tokens) {
    return batch(tokens, PushSamples.landslide(NOW.plus(LIFE)));
  }

  private static DeliveryBatch batch(List<String> tokens, Rendering rendering) {
    return new DeliveryBatch(
        UUID.randomUUID(),
        UUID.randomUUID(),
        Mode.DRILL,
        rendering,
        new Recipients.Addresses(tokens),
        1,
        false,
        NOW.plus(LIFE));
  }
}
