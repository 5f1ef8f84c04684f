package jp.noroshi.core.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class HandClock implements InstantSource {
  private volatile Instant now;

  /** Stands at this time. */
  public HandClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves on. */
  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  /** Moves to a time. */
  public void set(Instant time) {
    now = time;
  }
}
