package jp.noroshi.core.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Something to do: any number of signals before or during a wait end one wait. Thread-safe, for one
 * waiting thread.
 */
final class WakeUp {

  private final Semaphore signals = new Semaphore(0);

  void signal() {
    if (signals.availablePermits() == 0) {
      signals.release();
    }
  }

  /** Waits for a signal, but no longer than this. */
  void await(Duration longest) throws InterruptedException {
    if (signals.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      signals.drainPermits();
    }
  }

  /** Waits for a signal. */
  void await() throws InterruptedException {
    signals.acquire();
    signals.drainPermits();
  }
}
