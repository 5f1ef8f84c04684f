package jp.noroshi.opsconsole.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets a test wait for what another process or thread does. */
public final class Waiting {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

  private Waiting() {}

  /** Waits until it is so; fails after the longest time. */
  public static void until(String what, Duration longest, BooleanSupplier isSo) {
    long end = System.nanoTime() + longest.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not after " + longest.toSeconds() + " s: " + what);
      }
      pass(BETWEEN_LOOKS);
    }
  }

  /** Lets time pass. */
  public static void pass(Duration time) {
    try {
      var _ = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
