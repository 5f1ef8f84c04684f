package jp.noroshi.opsconsole.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Something that is made anew after a while, by one of those who ask at once; the others wait for
 * it. Thread-safe, blocking.
 *
 * @param <T> what is made
 */
final class Lately<T> {

  private final Function<Instant, T> maker;
  private final Duration fresh;
  private final InstantSource clock;
  private final ReentrantLock making = new ReentrantLock();
  private T made;
  private Instant at = Instant.MIN;

  Lately(Function<Instant, T> maker, Duration fresh, InstantSource clock) {
    this.maker = maker;
    this.fresh = fresh;
    this.clock = clock;
  }

  T get() {
    making.lock();
    try {
      Instant now = clock.instant();
      if (made == null || !now.isBefore(at.plus(fresh))) {
        made = maker.apply(now);
        at = now;
      }
      return made;
    } finally {
      making.unlock();
    }
  }
}
