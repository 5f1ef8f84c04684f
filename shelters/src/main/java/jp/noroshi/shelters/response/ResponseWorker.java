package jp.noroshi.shelters.response;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the rounds on a thread of its own until it is closed. What fails is tried again after a
 * while, so that one piece that cannot be done does not stop the hub from looking. Thread-safe.
 */
public final class ResponseWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResponseWorker.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

  private final ResponseRounds rounds;
  private final CaseDesk desk;
  private final Duration poll;
  private final Semaphore signals = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("response").unstarted(this::run);
  private volatile boolean stopping;

  ResponseWorker(ResponseRounds rounds, CaseDesk desk, Duration poll) {
    this.rounds = rounds;
    this.desk = desk;
    this.poll = poll;
  }

  /** Begins to work. */
  public void start() {
    desk.onChanged(this::wake);
    thread.start();
  }

  /** Lets it look at once: an order was approved, a shelter took somebody in. */
  public void wake() {
    signals.release();
  }

  /** Calls the listener after each commit that moved a case on this hub; it must be quick. */
  public void onChanged(Runnable listener) {
    desk.onChanged(listener);
  }

  ResponseRounds rounds() {
    return rounds;
  }

  private void run() {
    try {
      while (!stopping) {
        if (!work()) {
          await(poll);
        }
      }
    } catch (InterruptedException e) {
      LOG.error("the response is no longer worked on", e);
    }
  }

  private boolean work() throws InterruptedException {
    try {
      return rounds.round();
    } catch (RuntimeException e) {
      LOG.error("a piece of the response failed; it is tried again", e);
      await(AFTER_A_FAILURE);
      return true;
    }
  }

  private void await(Duration longest) throws InterruptedException {
    if (!stopping && signals.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      signals.drainPermits();
    }
  }

  /** Ends after the piece that is being worked on. */
  @Override
  public void close() {
    stopping = true;
    wake();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
