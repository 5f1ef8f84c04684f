package jp.noroshi.core.delivery;

import static io.github.resilience4j.circuitbreaker.CircuitBreaker.State.CLOSED;
import static io.github.resilience4j.circuitbreaker.CircuitBreaker.State.HALF_OPEN;
import static io.github.resilience4j.circuitbreaker.CircuitBreaker.State.OPEN;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;

/**
 * Leaves a medium alone that fails too often: five of the last ten calls or more. After the pause
 * one batch finds out whether it works again. Thread-safe.
 */
final class ChannelBreaker {

  /** The medium is ill or does not know us; a refusal of one message is no illness. */
  private static final Set<DeliveryReason> SICK =
      EnumSet.of(
          DeliveryReason.PROVIDER_ERROR,
          DeliveryReason.UNREACHABLE,
          DeliveryReason.TIMEOUT,
          DeliveryReason.CONNECTION_LOST,
          DeliveryReason.UNAUTHORISED,
          DeliveryReason.EQUIPMENT_FAULT,
          DeliveryReason.UNEXPECTED_ANSWER);

  private final Channel channel;
  private final Clock clock;
  private final CircuitBreaker breaker;
  private final Queue<ChronologyEntry> notes = new ConcurrentLinkedQueue<>();

  ChannelBreaker(Channel channel, Duration pause, Clock clock) {
    this.channel = channel;
    this.clock = clock;
    this.breaker =
        CircuitBreaker.of(
            channel.medium().name(),
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(pause)
                .clock(clock)
                .build());
    breaker.getEventPublisher().onStateTransition(this::note);
  }

  boolean tryEnter() {
    return breaker.tryAcquirePermission();
  }

  /** Leaves without having asked the medium. */
  void giveBack() {
    breaker.releasePermission();
  }

  /** Leaves with what the medium answered. */
  void judge(DeliveryResult result, long nanos) {
    if (isSick(result)) {
      breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException("medium is sick"));
    } else {
      breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }
  }

  /** Returns what is to be noted in the chronology, in order; the caller removes what it wrote. */
  Queue<ChronologyEntry> notes() {
    return notes;
  }

  boolean isPaused() {
    return breaker.getState() != CLOSED;
  }

  private static boolean isSick(DeliveryResult result) {
    boolean accepted =
        result.parts().stream()
            .anyMatch(part -> part.outcome() instanceof DeliveryOutcome.Accepted);
    return !accepted
        && (result.parts().isEmpty()
            || result.parts().stream()
                .anyMatch(
                    part -> Ledger.reasonOf(part.outcome()).filter(SICK::contains).isPresent()));
  }

  /** A pause that is prolonged because the trial failed is the same trouble. */
  private void note(CircuitBreakerOnStateTransitionEvent event) {
    CircuitBreaker.State from = event.getStateTransition().getFromState();
    CircuitBreaker.State to = event.getStateTransition().getToState();
    if (from == CLOSED && to == OPEN) {
      notes.add(entry(ChronologyKind.MEDIUM_TROUBLED));
    } else if (from == HALF_OPEN && to == CLOSED) {
      notes.add(entry(ChronologyKind.MEDIUM_RECOVERED));
    }
  }

  private ChronologyEntry entry(ChronologyKind kind) {
    return new ChronologyEntry(
        clock.instant(), channel.mode(), kind, "hub", "medium:" + channel.medium(), Map.of());
  }
}
