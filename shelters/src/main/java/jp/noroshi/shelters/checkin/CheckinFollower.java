package jp.noroshi.shelters.checkin;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what happened until now, and then what other hubs write. What this hub wrote itself comes
 * by again and changes nothing. Closed once.
 */
final class CheckinFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CheckinFollower.class);
  private static final long MILLIS_BETWEEN_LOOKS = 250;

  private final CheckinLog log;
  private final LiveStays stays;
  private final LongConsumer onReached;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Thread thread;
  private long last;

  /**
   * Follows a log.
   *
   * @param onReached told the number up to which the stays hold everything, on the follower's
   *     thread
   */
  CheckinFollower(CheckinLog log, LiveStays stays, LongConsumer onReached) {
    this.log = log;
    this.stays = stays;
    this.onReached = onReached;
  }

  /** Catches up, then follows on a thread of its own. Blocking until it has caught up. */
  void start() {
    catchUp();
    thread = Thread.ofVirtual().name("check-in follower").start(this::follow);
  }

  private void catchUp() {
    List<CheckinLog.Numbered> some = log.signsAfter(last);
    while (!some.isEmpty() && !isClosing()) {
      stays.takeAll(some.stream().map(CheckinLog.Numbered::event).toList());
      last = some.getLast().number();
      some = log.signsAfter(last);
    }
  }

  private void follow() {
    try {
      while (!closing.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      LOG.error("check-ins are no longer followed", e);
    }
  }

  private void look() {
    try {
      catchUp();
      onReached.accept(last);
    } catch (RuntimeException e) {
      LOG.warn("check-ins cannot be followed; tried again", e);
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Ends after the piece that is being read. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
