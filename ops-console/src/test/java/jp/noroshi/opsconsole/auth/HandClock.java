package jp.noroshi.opsconsole.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until a test moves it. */
public final class HandClock extends Clock {

  private final AtomicReference<Instant> now;

  /** Begins at a moment. */
  public HandClock(String start) {
    now = new AtomicReference<>(Instant.parse(start));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  /** Moves on. */
  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }
}
