package jp.noroshi.channels.fcm;

import static jp.noroshi.channels.simulator.Fault.answering;
import static jp.noroshi.channels.simulator.Fault.holding;
import static jp.noroshi.channels.simulator.Fault.rateLimited;
import static jp.noroshi.channels.simulator.Fault.resetting;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import jp.noroshi.channels.simulator.FaultPlan;
import jp.noroshi.channels.simulator.FcmSimulator;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.ChannelContractTest;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.message.Rendering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FcmChannelContractTest extends ChannelContractTest {

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
    providerAnswers(Fault.NONE);
    fcm.forget();
    channel =
        new FcmChannel(
            Mode.DRILL,
            PushSamples.config(fcm, directory, Duration.ofSeconds(1)),
            VERTX,
            InstantSource.system());
  }

  @AfterEach
  void disconnect() {
    channel.close();
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected void providerAnswers(Fault fault) {
    FaultPlan orders = fcm.faults();
    orders.clear();
    switch (fault) {
      case NONE -> fcm.listen().await();
      case REJECTS_MESSAGE -> orders.order(answering(400));
      case RATE_LIMITED -> orders.order(rateLimited(retryAfter()));
      case FAILS -> orders.order(answering(500));
      case FAILS_AFTER_ACCEPTING -> orders.order(answering(503).havingTaken());
      case TIMES_OUT -> orders.order(holding(Duration.ofSeconds(5)).havingTaken());
      case RESETS_CONNECTION -> orders.order(resetting().havingTaken());
      case DOWN -> fcm.stop().await();
      case UNAUTHORISED -> orders.order(answering(401));
    }
  }

  @Override
  protected Rendering rendering() {
    return PushSamples.landslide(now().plusSeconds(600));
  }

  @Override
  protected Recipients recipients() {
    return new Recipients.Addresses(List.of("token-of-one", "token-of-another"));
  }

  @Override
  protected int takenBy(String address) {
    return fcm.taken().messages().values().stream()
        .mapToInt(taken -> taken.counts().getOrDefault(address, 0))
        .sum();
  }

  @Override
  protected boolean recognisesRepetition() {
    return false;
  }
}
