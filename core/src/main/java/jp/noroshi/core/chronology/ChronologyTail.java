package jp.noroshi.core.chronology;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the chronology live. A listener gets every line after its starting point in order, each
 * once, after its commit; a slow listener delays no other. Lines of this hub arrive at once, those
 * of other hubs within the poll interval. Thread-safe.
 *
 * <p>History and live lines come from the same place, by number, so they join without gap or
 * repeat: the signal only says that there is something to read.
 */
public final class ChronologyTail implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChronologyTail.class);
  private static final int PAGE = 500;

  private final ChronologyReader reader;
  private final Duration poll;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition advanced = lock.newCondition();
  private final Set<Following> followings = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread watcher;
  private long head;

  private ChronologyTail(ChronologyReader reader, Duration poll) {
    this.reader = reader;
    this.poll = poll;
    this.watcher = Thread.ofVirtual().name("chronology-tail").unstarted(this::watch);
  }

  /**
   * Starts to follow.
   *
   * @param chronology announces this hub's lines
   * @param reader reads the lines
   * @param poll how often to look for the lines of other hubs; about a second
   */
  public static ChronologyTail start(
      Chronology chronology, ChronologyReader reader, Duration poll) {
    ChronologyTail tail = new ChronologyTail(reader, poll);
    chronology.onAppended(tail::advance);
    tail.watcher.start();
    return tail;
  }

  /**
   * Hands every line after a number to the listener, on a thread of its own, until closed.
   *
   * @param afterSeq the last line the listener knows; 0 for all
   */
  public Following follow(long afterSeq, Consumer<ChronologyLine> listener) {
    Following following = new Following(afterSeq, listener);
    followings.add(following);
    following.thread.start();
    return following;
  }

  /** Ends all followings. */
  @Override
  public void close() {
    closed.countDown();
    followings.forEach(Following::close);
  }

  private void advance(long seq) {
    lock.lock();
    try {
      if (seq > head) {
        head = seq;
        advanced.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    try {
      do {
        readHead();
      } while (!closed.await(poll.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      LOG.debug("no longer following the chronology");
    }
  }

  private void readHead() {
    try {
      advance(reader.lastSeq());
    } catch (JdbiException e) {
      LOG.warn("the chronology cannot be read; trying again", e);
    }
  }

  private void wake() {
    lock.lock();
    try {
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitBeyond(Following following) throws InterruptedException {
    lock.lock();
    try {
      while (following.open && head <= following.position) {
        advanced.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** One listener and how far it has come. */
  public final class Following implements AutoCloseable {

    private final Consumer<ChronologyLine> listener;
    private final Thread thread;
    private volatile boolean open = true;
    private long position;

    private Following(long afterSeq, Consumer<ChronologyLine> listener) {
      this.position = afterSeq;
      this.listener = listener;
      this.thread = Thread.ofVirtual().name("chronology-following").unstarted(this::run);
    }

    /** Ends it; a line being handed over now may still arrive. */
    @Override
    public void close() {
      followings.remove(this);
      open = false;
      wake();
    }

    private void run() {
      try {
        while (open) {
          awaitBeyond(this);
          read().forEach(this::hand);
        }
      } catch (InterruptedException e) {
        LOG.debug("no longer followed after line {}", position);
      }
    }

    private List<ChronologyLine> read() throws InterruptedException {
      try {
        return reader.listAfter(position, PAGE, ChronologyFilter.ALL);
      } catch (JdbiException e) {
        LOG.warn("the chronology cannot be read after line {}; trying again", position, e);
        closed.await(poll.toMillis(), TimeUnit.MILLISECONDS);
        return List.of();
      }
    }

    private void hand(ChronologyLine line) {
      if (!open) {
        return;
      }
      position = line.seq();
      try {
        listener.accept(line);
      } catch (RuntimeException e) {
        LOG.error("a listener failed at line {}; it goes on with the next", position, e);
      }
    }
  }
}
