package jp.noroshi.channels.voice;

import static jp.noroshi.channels.simulator.Fault.answering;
import static jp.noroshi.channels.simulator.Fault.holding;
import static jp.noroshi.channels.simulator.Fault.rateLimited;
import static jp.noroshi.channels.simulator.Fault.resetting;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import jp.noroshi.channels.simulator.FaultPlan;
import jp.noroshi.channels.simulator.VoiceSimulator;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.ChannelContractTest;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.message.Rendering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class VoiceChannelContractTest extends ChannelContractTest {

  private final Vertx vertx = Vertx.vertx();
  private VoiceSimulator telephone;
  private VoiceChannel channel;

  @BeforeEach
  void start(@TempDir Path directory) {
    telephone =
        VoiceSimulator.start(
                vertx,
                VoiceSimulator.Settings.standard(
                    VoiceSamples.ACCOUNT, VoiceSamples.TOKEN, VoiceSamples.FROM),
                InstantSource.system())
            .await();
    channel =
        new VoiceChannel(
            Mode.DRILL,
            VoiceSamples.config(telephone.uri(), directory),
            Callees.Callee.At::new,
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
    telephone.faults().clear();
    FaultPlan orders = telephone.faults();
    switch (fault) {
      case NONE -> telephone.listen().await();
      case REJECTS_MESSAGE -> orders.order(answering(400));
      case RATE_LIMITED -> orders.order(rateLimited(retryAfter()));
      case FAILS -> orders.order(answering(500));
      case FAILS_AFTER_ACCEPTING -> orders.order(answering(500).havingTaken());
      case TIMES_OUT -> orders.order(holding(Duration.ofSeconds(3)).havingTaken());
      case RESETS_CONNECTION -> orders.order(resetting().havingTaken());
      case DOWN -> telephone.stop().await();
      case UNAUTHORISED -> orders.order(answering(401));
    }
  }

  @Override
  protected Rendering rendering() {
    return VoiceSamples.notice();
  }

  @Override
  protected Recipients recipients() {
    return new Recipients.Addresses(List.of(VoiceSamples.FIRST, VoiceSamples.SECOND));
  }

  @Override
  protected int takenBy(String address) {
    return telephone.taken().messages().values().stream()
        .mapToInt(taken -> taken.counts().getOrDefault(address, 0))
        .sum();
  }

  @Override
  protected boolean recognisesRepetition() {
    return false;
  }
}
