package jp.noroshi.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records outcomes in groups: whatever finished while the last group was being committed forms the
 * next one. A batch is done only after that commit. While the database is away, outcomes wait here
 * and, once the queue is full, so do the workers. Thread-safe.
 */
final class OutcomeRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(OutcomeRecorder.class);
  private static final int MOST_AT_ONCE = 200;
  private static final int MOST_WAITING = 2000;
  private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMillis(500);

  private final BlockingQueue<Finished> queue = new LinkedBlockingQueue<>(MOST_WAITING);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final OutcomeBooks books;
  private final Clock clock;
  private final Runnable committed;
  private final Thread thread = Thread.ofVirtual().name("outcome-recorder").unstarted(this::run);

  /**
   * Makes a recorder.
   *
   * @param committed called after each commit
   */
  OutcomeRecorder(OutcomeBooks books, Clock clock, Runnable committed) {
    this.books = books;
    this.clock = clock;
    this.committed = committed;
  }

  void start() {
    thread.start();
  }

  /**
   * Hands an outcome over; waits while too many are waiting already. An interrupt does not end the
   * wait: what a medium has answered must not be lost because the hub stops.
   */
  void record(Finished finished) {
    boolean interrupted = false;
    while (!offer(finished)) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean offer(Finished finished) {
    try {
      queue.put(finished);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Records what is waiting, tries at most for this long, and ends. */
  void close(Duration longest) throws InterruptedException {
    closing.countDown();
    if (!thread.join(longest)) {
      thread.interrupt();
    }
  }

  private void run() {
    try {
      while (closing.getCount() > 0 || !queue.isEmpty()) {
        Finished first = queue.poll(50, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Finished> group = new ArrayList<>(MOST_AT_ONCE);
          group.add(first);
          queue.drainTo(group, MOST_AT_ONCE - 1);
          recordUntilDone(group);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("outcomes are no longer recorded; their leases end by themselves", e);
    }
  }

  private void recordUntilDone(List<Finished> group) {
    List<Finished> left = tryTogether(group);
    while (!left.isEmpty() && !Thread.currentThread().isInterrupted()) {
      left = tryOneByOne(left);
      if (!left.isEmpty()) {
        LockSupport.parkNanos(BEFORE_TRYING_AGAIN.toNanos());
      }
    }
  }

  private List<Finished> tryTogether(List<Finished> group) {
    try {
      record(group);
      return List.of();
    } catch (JdbiException e) {
      LOG.warn("{} outcomes cannot be recorded together; one by one", group.size(), e);
      return group;
    }
  }

  /** One outcome that cannot be written must not keep the others from being written. */
  private List<Finished> tryOneByOne(List<Finished> group) {
    List<Finished> left = new ArrayList<>();
    for (Finished finished : group) {
      try {
        record(List.of(finished));
      } catch (JdbiException e) {
        keepWhileLeased(finished, left, e);
      }
    }
    return left;
  }

  private void keepWhileLeased(Finished finished, List<Finished> left, JdbiException cause) {
    Lease lease = finished.lease();
    if (clock.instant().isBefore(lease.until())) {
      left.add(finished);
    } else {
      LOG.error("the outcome of batch {} is given up; it will be taken over", lease.id(), cause);
    }
  }

  private void record(List<Finished> group) {
    books.record(group);
    group.forEach(finished -> finished.recorded().run());
    committed.run();
  }
}
