package jp.noroshi.core.intake.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits longer after each failure: 1, 2, 4 … 15 minutes. Used by one round at a time. */
final class BackOff {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private int failures;
  private Instant until = Instant.EPOCH;

  boolean isWaiting(Instant now) {
    return now.isBefore(until);
  }

  void failed(Instant now, Optional<Duration> askedFor) {
    Duration wait = Duration.ofMinutes(1L << Math.min(failures, 4));
    wait = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    failures++;
    // A second less than whole minutes, so that the round that falls due is not missed by a hair.
    Duration asked = askedFor.orElse(Duration.ZERO);
    until = now.plus(asked.compareTo(wait) > 0 ? asked : wait.minusSeconds(1));
  }

  void succeeded() {
    failures = 0;
    until = Instant.EPOCH;
  }
}
