package jp.noroshi.core.delivery;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many batches a channel may begin now: its free slots, its provider's rate and its breaker
 * together. Places are taken before batches are leased, so that nothing leased waits here while
 * something urgent arrives. Thread-safe.
 */
final class ChannelGate {

  /**
   * Leases are taken in tens: one by one would cost a commit each, and the first of many would wait
   * until all of them were read.
   */
  private static final int MOST_AT_ONCE = 10;

  /** A tenth of a second's rate may come at once; more would break a provider's limit. */
  private static final int BURSTS_PER_SECOND = 10;

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int concurrency;
  private final Semaphore slots;
  private final Bucket rate;
  private final ChannelBreaker breaker;

  ChannelGate(Channel.Limits limits, ChannelBreaker breaker) {
    this.concurrency = limits.concurrency();
    this.slots = new Semaphore(concurrency);
    this.rate = bucket(limits.batchesPerSecond());
    this.breaker = breaker;
  }

  private static Bucket bucket(double perSecond) {
    long burst = Math.max(1, (long) perSecond / BURSTS_PER_SECOND);
    Duration each = Duration.ofNanos(Math.max(1, (long) (NANOS_PER_SECOND / perSecond)));
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(1, each))
        .withNanosecondPrecision()
        .build();
  }

  /** Takes as many places as there are. Each is left again by one of the methods below. */
  int enter() {
    int entered = 0;
    while (entered < MOST_AT_ONCE && tryEnter()) {
      entered++;
    }
    return entered;
  }

  /** Leaves a place for which there was nothing to do. */
  void leaveUnused() {
    rate.addTokens(1);
    breaker.giveBack();
    slots.release();
  }

  /** Leaves a place whose batch was not answered. */
  void leaveUnanswered() {
    breaker.giveBack();
    slots.release();
  }

  /** Leaves a place with the medium's answer. */
  void leave(DeliveryResult result, long nanos) {
    breaker.judge(result, nanos);
    slots.release();
  }

  /** Returns how long no place can become free by the rate alone. */
  Duration untilNext() {
    return Duration.ofNanos(rate.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** Returns how many batches are under way. */
  int underWay() {
    return concurrency - slots.availablePermits();
  }

  /** Waits until every place is left, but no longer than this. */
  boolean awaitEmpty(Duration longest) throws InterruptedException {
    boolean empty = slots.tryAcquire(concurrency, longest.toNanos(), TimeUnit.NANOSECONDS);
    if (empty) {
      slots.release(concurrency);
    }
    return empty;
  }

  private boolean tryEnter() {
    if (!slots.tryAcquire()) {
      return false;
    }
    if (!rate.tryConsume(1)) {
      slots.release();
      return false;
    }
    if (!breaker.tryEnter()) {
      rate.addTokens(1);
      slots.release();
      return false;
    }
    return true;
  }
}
