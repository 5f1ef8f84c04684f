package jp.noroshi.channels.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.noroshi.channels.CapturedLogs;
import jp.noroshi.channels.simulator.Fault;
import jp.noroshi.channels.simulator.LineSimulator;
import jp.noroshi.channels.simulator.TakenMessages;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryOutcome.Unknown;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.message.ReplyToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineChannelTest {

  private static final String TOKEN = "line-channel-token-of-this-test";
  private static final Instant NOW = Instant.parse("2026-07-08T09:00:00Z");

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private LineSimulator line;
  private LineChannel channel;

  @BeforeEach
  void start() {
    use(LineSimulator.Settings.standard(0, TOKEN));
  }

  @AfterEach
  void stop() {
    channel.close();
    vertx.close().await();
  }

  @Test
  void aMulticastOf500IsOneRequest() throws InterruptedException {
    assertThat(deliver(batch(ids(500)))).isInstanceOf(Accepted.class);
    assertThat(line.counted("requests")).isEqualTo(1);
    assertThat(line.taken().recipients()).isEqualTo(500);
  }

  @Test
  void everyoneIsABroadcast() throws InterruptedException {
    assertThat(deliver(batch(new Recipients.Everyone()))).isInstanceOf(Accepted.class);
    assertThat(message().counts()).containsOnlyKeys("*");
  }

  @Test
  void aRetryKeyAlreadyAcceptedIsAcceptedWithItsFirstReference() throws InterruptedException {
    DeliveryBatch batch = batch(ids(3));
    DeliveryOutcome first = deliver(batch);
    assertThat(deliver(again(batch, NOW))).isEqualTo(first);
    assertThat(line.counted("repeatsBlocked")).isEqualTo(1);
    assertThat(line.taken().duplicates()).isZero();
  }

  @Test
  void everyAttemptHasTheSameBody() throws InterruptedException {
    line.faults().order(Fault.answering(500).havingTaken().times(1));
    DeliveryBatch batch = batch(ids(3));
    assertThat(deliver(batch)).isInstanceOf(RetryLater.class);
    assertThat(deliver(again(batch, NOW))).isInstanceOf(Accepted.class);
    assertThat(line.counted("changedBodies")).isZero();
    assertThat(line.taken().duplicates()).isZero();
  }

  @Test
  void doesNotRetryByItself() throws InterruptedException {
    line.faults().order(Fault.answering(503));
    deliver(batch(ids(3)));
    assertThat(line.counted("requests")).isEqualTo(1);
  }

  @Test
  void theMonthlyLimitIsFinal() throws InterruptedException {
    use(LineSimulator.Settings.standard(0, TOKEN).withMonthlyQuota(2));
    assertThat(deliver(again(batch(ids(3)), NOW)))
        .isEqualTo(new Refused(DeliveryReason.QUOTA_EXHAUSTED));
    assertThat(line.counted("quotaExhausted")).isEqualTo(1);
  }

  @Test
  void aMonthWithoutEnoughLeftIsNotEvenTried() throws InterruptedException {
    use(LineSimulator.Settings.standard(0, TOKEN).withMonthlyQuota(2));
    assertThat(deliver(batch(ids(3)))).isEqualTo(new Refused(DeliveryReason.QUOTA_EXHAUSTED));
    assertThat(line.counted("requests")).isZero();
  }

  @Test
  void countsTheMonthDownBetweenTheQuestions() throws InterruptedException {
    use(LineSimulator.Settings.standard(0, TOKEN).withMonthlyQuota(5));
    assertThat(deliver(batch(ids(3)))).isInstanceOf(Accepted.class);
    assertThat(deliver(batch(ids(3)))).isEqualTo(new Refused(DeliveryReason.QUOTA_EXHAUSTED));
    assertThat(line.counted("consumptionAsked")).isEqualTo(1);
  }

  @Test
  void aRepetitionLeavesTheAllowanceToLine() throws InterruptedException {
    use(LineSimulator.Settings.standard(0, TOKEN).withMonthlyQuota(3));
    DeliveryBatch batch = batch(ids(3));
    assertThat(deliver(batch)).isInstanceOf(Accepted.class);
    assertThat(deliver(again(batch, NOW))).isInstanceOf(Accepted.class);
  }

  @Test
  void tooFastIsTriedAgain() throws InterruptedException {
    use(LineSimulator.Settings.standard(0, TOKEN).withMulticastsPerSecond(1));
    assertThat(deliver(batch(ids(1)))).isInstanceOf(Accepted.class);
    assertThat(deliver(batch(ids(1)))).satisfies(retryLater(DeliveryReason.RATE_LIMITED));
  }

  @Test
  void anAnswerThatIsNotJsonIsReadByItsStatus() throws InterruptedException, IOException {
    try (var proxy = new PlainTextServer(502, "<html>Bad Gateway</html>")) {
      connect(proxy.uri());
      assertThat(deliver(batch(ids(1)))).satisfies(retryLater(DeliveryReason.PROVIDER_ERROR));
    }
  }

  @Test
  void afterADayARepetitionIsNoLongerHarmless() throws InterruptedException {
    DeliveryBatch batch = batch(ids(3));
    assertThat(deliver(again(batch, NOW.minus(Duration.ofHours(24)))))
        .isEqualTo(new Unknown(DeliveryReason.INTERRUPTED));
    assertThat(line.counted("requests")).isZero();
  }

  @Test
  void theLongestTextsFitIntoOneBubble() throws InterruptedException {
    Rendering.Line longest =
        rendering(
            Optional.of(AlertLevel.FIVE),
            "緊急安全確保".repeat(500),
            "命を守る行動をとってください。\n".repeat(5_000),
            "避難".repeat(5_000));
    assertThat(deliver(batch(ids(1), longest))).isInstanceOf(Accepted.class);
  }

  @Test
  void neitherTheTokenNorAnyRecipientIsLogged() throws InterruptedException {
    try (CapturedLogs logs = CapturedLogs.start()) {
      deliver(batch(ids(2)));
      line.faults().order(Fault.answering(400).times(1));
      line.faults().order(Fault.resetting().times(1));
      deliver(batch(ids(2)));
      deliver(batch(ids(2)));
      assertThat(logs.text()).doesNotContain(TOKEN).doesNotContain(id(0)).doesNotContain(id(1));
    }
  }

  @Test
  void theLevelIsSaidInColourNumberAndShape() throws InterruptedException {
    deliver(batch(ids(1)));
    JsonObject bubble = sentMessage().getJsonObject("contents");
    assertThat(bubble.getJsonObject("styles").getJsonObject("header").getString("backgroundColor"))
        .isEqualTo("#AA00AA");
    assertThat(bubble.getJsonObject("header").encode())
        .contains("◆ 警戒レベル4")
        .contains("避難指示")
        .contains("これは訓練です");
  }

  @Test
  void whatAnswersSomethingJustDoneCostsNothing() throws InterruptedException {
    use(LineSimulator.Settings.standard(0, TOKEN).withMonthlyQuota(0));
    assertThat(deliver(answering(line.replyToken(id(7))))).isInstanceOf(Accepted.class);
    assertThat(line.counted("replies")).isEqualTo(1);
    assertThat(line.counted("consumptionAsked")).isZero();
    assertThat(message().counts()).containsExactly(Map.entry(id(7), 1));
  }

  @Test
  void aReplyThatIsRefusedIsSentLikeAnythingElse() throws InterruptedException {
    String used = line.replyToken(id(7));
    assertThat(deliver(answering(used))).isInstanceOf(Accepted.class);
    DeliveryBatch late = answering(used);
    assertThat(deliver(late)).isInstanceOf(Accepted.class);
    assertThat(line.counted("repliesRefused")).isEqualTo(1);
    assertThat(line.counted("accepted")).as("as a multicast").isEqualTo(1);
    assertThat(deliver(again(late, NOW))).as("with its retry key").isInstanceOf(Accepted.class);
    assertThat(line.counted("repeatsBlocked")).isEqualTo(1);
  }

  @Test
  void aTokenLineGaveTooLongAgoIsNotEvenTried() throws InterruptedException {
    ReplyToken old = ReplyToken.cameAt(NOW.minusSeconds(50), line.replyToken(id(7)));
    assertThat(deliver(answering(old))).isInstanceOf(Accepted.class);
    assertThat(line.counted("requests")).isEqualTo(1);
    assertThat(line.counted("replies") + line.counted("repliesRefused")).isZero();
  }

  @Test
  void aReplyOfWhichNothingWasHeardIsSentLikeAnythingElse() throws InterruptedException {
    line.faults().order(Fault.answering(500).havingTaken().times(1));
    DeliveryBatch batch = answering(line.replyToken(id(7)));
    assertThat(deliver(batch)).satisfies(retryLater(DeliveryReason.PROVIDER_ERROR));
    assertThat(deliver(again(batch, NOW))).isInstanceOf(Accepted.class);
    assertThat(line.counted("replies")).isEqualTo(1);
    assertThat(line.counted("accepted")).isEqualTo(1);
    assertThat(message().counts()).as("in doubt twice").containsEntry(id(7), 2);
  }

  private DeliveryBatch answering(String token) {
    return answering(ReplyToken.cameAt(NOW, token));
  }

  private static DeliveryBatch answering(ReplyToken token) {
    return batch(
        new Recipients.Addresses(List.of(id(7))),
        rendering(Optional.empty(), "お返事について", "お返事を受け取りました。", "お返事について")
            .replying(Optional.of(token)));
  }

  private void use(LineSimulator.Settings settings) {
    line = LineSimulator.start(vertx, settings, InstantSource.system()).await();
    connect(line.uri());
  }

  private void connect(URI endpoint) {
    try {
      Path token = Files.writeString(directory.resolve("token"), TOKEN);
      Secret secret = new Secret("file:" + token);
      channel =
          new LineChannel(
              Mode.DRILL,
              new LineConfig(endpoint, secret, null, null, Duration.ofSeconds(5), null),
              InstantSource.fixed(NOW));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TakenMessages.Taken message() {
    return line.taken().messages().values().iterator().next();
  }

  private JsonObject sentMessage() {
    return message().content().getJsonArray("messages").getJsonObject(0);
  }

  private DeliveryOutcome deliver(DeliveryBatch batch) throws InterruptedException {
    return channel.deliver(batch).parts().getFirst().outcome();
  }

  private static Consumer<DeliveryOutcome> retryLater(DeliveryReason reason) {
    return outcome -> {
      assertThat(outcome).isInstanceOf(RetryLater.class);
      assertThat(((RetryLater) outcome).reason()).isEqualTo(reason);
      assertThat(((RetryLater) outcome).notBefore()).isAfter(NOW);
    };
  }

  private static DeliveryBatch batch(Recipients recipients) {
    return batch(
        recipients, rendering(Optional.of(AlertLevel.FOUR), "避難指示(土砂災害)", "いますぐ避難してください。", "避難指示"));
  }

  private static DeliveryBatch batch(Recipients recipients, Rendering rendering) {
    return new DeliveryBatch(
        UUID.randomUUID(),
        UUID.randomUUID(),
        Mode.DRILL,
        rendering,
        recipients,
        1,
        false,
        NOW.plusSeconds(3_600));
  }

  private static DeliveryBatch again(DeliveryBatch batch, Instant firstAttempt) {
    return new DeliveryBatch(
        batch.id(),
        batch.dispatchId(),
        batch.mode(),
        batch.rendering(),
        batch.recipients(),
        batch.attempt() + 1,
        true,
        Optional.of(firstAttempt),
        batch.expiresAt());
  }

  private static Rendering.Line rendering(
      Optional<AlertLevel> level, String title, String body, String altText) {
    return new Rendering.Line(
        Mode.DRILL,
        "ja",
        Hazard.LANDSLIDE,
        level,
        title,
        body,
        altText,
        "https://bousai.example.jp/alerts/1");
  }

  private static Recipients ids(int count) {
    return new Recipients.Addresses(
        IntStream.range(0, count).mapToObj(LineChannelTest::id).toList());
  }

  private static String id(int number) {
    return "U" + "%032x".formatted(number);
  }
}
