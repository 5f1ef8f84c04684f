package jp.noroshi.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When to try again. The provider's own moment counts where it names one; else the wait doubles
 * with each attempt up to a minute, half of it at random, so that batches refused together do not
 * all return together. Thread-safe if the random generator is.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 10;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** Returns the moment before which an attempt that was put off may not be repeated. */
  Instant notBefore(DeliveryOutcome.RetryLater later, int attempt, Instant now) {
    return later.notBefore().isAfter(now) ? later.notBefore() : now.plus(delay(attempt));
  }

  private Duration delay(int attempt) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    long longest = Math.min(doubled.toMillis(), LONGEST.toMillis());
    return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
  }
}
