package jp.noroshi.channels.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts requests in fixed windows, as providers do. Not thread-safe. */
final class RateWindow {

  private final long permits;
  private final Duration length;
  private final InstantSource clock;
  private Instant start = Instant.MIN;
  private long used;

  RateWindow(long permits, Duration length, InstantSource clock) {
    this.permits = permits;
    this.length = length;
    this.clock = clock;
  }

  /** Takes a permit of the present window, false when there is none left. */
  boolean take() {
    Instant now = clock.instant();
    if (start.equals(Instant.MIN) || !now.isBefore(start.plus(length))) {
      start = now;
      used = 0;
    }
    return ++used <= permits;
  }
}
