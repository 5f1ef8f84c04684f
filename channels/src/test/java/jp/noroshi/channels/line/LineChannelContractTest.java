package jp.noroshi.channels.line;

import static jp.noroshi.channels.simulator.Fault.answering;
import static jp.noroshi.channels.simulator.Fault.holding;
import static jp.noroshi.channels.simulator.Fault.rateLimited;
import static jp.noroshi.channels.simulator.Fault.resetting;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.noroshi.channels.simulator.FaultPlan;
import jp.noroshi.channels.simulator.LineSimulator;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.ChannelContractTest;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.message.Rendering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LineChannelContractTest extends ChannelContractTest {

  private static final String TOKEN = "line-channel-token-of-this-test";
  private static final List<String> IDS = List.of("U" + "a".repeat(32), "U" + "b".repeat(32));

  private final Vertx vertx = Vertx.vertx();
  private LineSimulator line;
  private LineChannel channel;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    line = LineSimulator.start(vertx, 0, TOKEN).await();
    Secret token = new Secret("file:" + Files.writeString(directory.resolve("token"), TOKEN));
    channel =
        new LineChannel(
            Mode.DRILL,
            new LineConfig(line.uri(), token, null, null, Duration.ofSeconds(1), null),
            InstantSource.system());
  }

  @AfterEach
  void stop() {
    channel.close();
    vertx.close().await();
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected void providerAnswers(Fault fault) {
    line.faults().clear();
    FaultPlan orders = line.faults();
    switch (fault) {
      case NONE -> line.listen().await();
      case REJECTS_MESSAGE -> orders.order(answering(400));
      case RATE_LIMITED -> orders.order(rateLimited(retryAfter()));
      case FAILS -> orders.order(answering(500));
      case FAILS_AFTER_ACCEPTING -> orders.order(answering(500).havingTaken());
      case TIMES_OUT -> orders.order(holding(Duration.ofSeconds(5)).havingTaken());
      case RESETS_CONNECTION -> orders.order(resetting().havingTaken());
      case DOWN -> line.stop().await();
      case UNAUTHORISED -> orders.order(answering(401));
    }
  }

  @Override
  protected Rendering rendering() {
    return new Rendering.Line(
        Mode.DRILL,
        "ja",
        Hazard.LANDSLIDE,
        Optional.of(AlertLevel.FOUR),
        "避難指示(土砂災害)",
        "いますぐ避難してください。",
        "訓練 避難指示(土砂災害)",
        "https://bousai.example.jp/alerts/1");
  }

  @Override
  protected Recipients recipients() {
    return new Recipients.Addresses(IDS);
  }

  @Override
  protected int takenBy(String address) {
    return line.taken().messages().values().stream()
        .mapToInt(taken -> taken.counts().getOrDefault(address, 0))
        .sum();
  }

  @Override
  protected boolean recognisesRepetition() {
    return true;
  }
}
