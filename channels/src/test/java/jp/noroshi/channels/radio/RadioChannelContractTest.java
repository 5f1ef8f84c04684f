package jp.noroshi.channels.radio;

import java.time.Duration;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.ChannelContractTest;
import jp.noroshi.core.delivery.DeliveryBatch.Recipients;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.message.Rendering.Radio.Priority;
import org.junit.jupiter.api.AfterEach;

/** What every channel promises, at a simulated master station. */
class RadioChannelContractTest extends ChannelContractTest {

  private final RadioBench bench = new RadioBench(Mode.DRILL, RadioBench.INSTANT, false);
  private boolean off;

  @AfterEach
  void close() {
    bench.close();
  }

  @Override
  protected Channel channel() {
    return bench.channel;
  }

  @Override
  protected void providerAnswers(Fault fault) {
    if (off) {
      bench.switchOn();
      off = false;
    }
    bench.simulator.faults().clear();
    switch (fault) {
      case NONE -> {}
      case REJECTS_MESSAGE -> order(jp.noroshi.channels.simulator.Fault.answering(400));
      case RATE_LIMITED -> order(jp.noroshi.channels.simulator.Fault.rateLimited(retryAfter()));
      case FAILS -> order(jp.noroshi.channels.simulator.Fault.answering(500));
      case FAILS_AFTER_ACCEPTING ->
          order(jp.noroshi.channels.simulator.Fault.answering(500).havingTaken());
      case TIMES_OUT ->
          order(jp.noroshi.channels.simulator.Fault.holding(Duration.ofMinutes(1)).havingTaken());
      case RESETS_CONNECTION ->
          order(jp.noroshi.channels.simulator.Fault.resetting().havingTaken());
      case UNAUTHORISED -> order(jp.noroshi.channels.simulator.Fault.answering(401));
      case DOWN -> {
        bench.switchOff();
        off = true;
      }
    }
  }

  private void order(jp.noroshi.channels.simulator.Fault fault) {
    bench.simulator.faults().order(fault);
  }

  @Override
  protected Rendering rendering() {
    return RadioBench.speech(Mode.DRILL, Priority.EMERGENCY);
  }

  @Override
  protected Recipients recipients() {
    return new Recipients.Everyone();
  }

  @Override
  protected int takenBy(String address) {
    return off ? 0 : bench.simulator.jobsTaken();
  }

  @Override
  protected boolean recognisesRepetition() {
    return true;
  }
}
