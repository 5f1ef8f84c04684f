package jp.noroshi.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.noroshi.core.message.Medium;
import org.junit.jupiter.api.Test;

class ChannelGateTest {

  private static final DeliveryResult SICK =
      DeliveryResult.whole(
          new DeliveryOutcome.RetryLater(DeliveryBed.NOON, DeliveryReason.UNREACHABLE));

  private final MovableClock clock = new MovableClock(DeliveryBed.NOON);

  @Test
  void letsInAsManyAsTheChannelTakesAtOnce() {
    ChannelGate gate = gate(3, 1_000_000);
    assertThat(gate.enter()).isEqualTo(3);
    assertThat(gate.enter()).isZero();
    gate.leave(ScriptedChannel.accepted(), 1);
    assertThat(gate.enter()).isEqualTo(1);
    assertThat(gate.underWay()).isEqualTo(3);
  }

  @Test
  void keepsToTheProvidersRate() {
    ChannelGate gate = gate(10, 0.001);
    assertThat(gate.enter()).isEqualTo(1);
    gate.leave(ScriptedChannel.accepted(), 1);
    assertThat(gate.enter()).isZero();
    assertThat(gate.untilNext()).isBetween(Duration.ofSeconds(900), Duration.ofSeconds(1000));
  }

  @Test
  void aPlaceThatWasNotUsedCostsNothing() {
    ChannelGate gate = gate(10, 0.001);
    assertThat(gate.enter()).isEqualTo(1);
    gate.leaveUnused();
    assertThat(gate.enter()).isEqualTo(1);
  }

  @Test
  void letsOneInAfterThePauseAndAllWhenThatOneIsAccepted() {
    ChannelGate gate = gate(10, 1_000_000);
    assertThat(gate.enter()).isEqualTo(10);
    for (int i = 0; i < 10; i++) {
      gate.leave(SICK, 1);
    }
    assertThat(gate.enter()).isZero();
    clock.advance(Duration.ofSeconds(11));
    assertThat(gate.enter()).isEqualTo(1);
    gate.leave(ScriptedChannel.accepted(), 1);
    assertThat(gate.enter()).isEqualTo(10);
  }

  @Test
  void aTrialThatWasNotAnsweredLeavesRoomForAnother() {
    ChannelGate gate = gate(10, 1_000_000);
    assertThat(gate.enter()).isEqualTo(10);
    for (int i = 0; i < 10; i++) {
      gate.leave(SICK, 1);
    }
    clock.advance(Duration.ofSeconds(11));
    assertThat(gate.enter()).isEqualTo(1);
    gate.leaveUnanswered();
    assertThat(gate.enter()).isEqualTo(1);
  }

  private ChannelGate gate(int concurrency, double perSecond) {
    Channel channel =
        new ScriptedChannel(
            Medium.LINE, new Channel.Limits(500, concurrency, perSecond, Duration.ofSeconds(1)));
    return new ChannelGate(
        channel.limits(), new ChannelBreaker(channel, Duration.ofSeconds(10), clock));
  }
}
