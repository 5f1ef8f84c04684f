package jp.noroshi.shelters.checkin;

import java.util.List;
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
  private volatile Thread thread;
  private volatile boolean closed;
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
    while (!some.isEmpty()) {
      stays.takeAll(some.stream().map(CheckinLog.Numbered::event).toList());
      last = some.getLast().number();
      some = log.signsAfter(last);
    }
  }

  private void follow() {
    while (!closed) {
      try {
        Thread.sleep(MILLIS_BETWEEN_LOOKS);
        catchUp();
        onReached.accept(last);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        tellUnlessClosed(e);
      }
    }
  }

  /** Whoever stops breaks off what is being read: no trouble. */
  private void tellUnlessClosed(RuntimeException e) {
    if (!closed) {
      LOG.warn("check-ins cannot be followed; tried again", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
