package jp.noroshi.shelters.checkin;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Who is where at this moment, in memory: so that a check-in costs one line in the database and no
 * shared row, and a figure costs nothing. Every hub has its own, made of the same events.
 * Thread-safe.
 */
public final class LiveStays {

  private final ReentrantLock lock = new ReentrantLock();
  private final Stays stays;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * Nothing happened yet.
   *
   * @param listener called under the lock; it is read under the lock, too
   */
  public LiveStays(Stays.Listener listener) {
    this.stays = new Stays(listener);
  }

  /** Takes committed events in. */
  void takeAll(Collection<SignedEvent> events) {
    boolean news = false;
    lock.lock();
    try {
      for (SignedEvent event : events) {
        news |= stays.take(event.order(), event.shelter(), event.sign());
      }
    } finally {
      lock.unlock();
    }
    if (news) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Reads something as of one moment. Must be quick: check-ins wait. */
  public <T> T read(Function<Stays, T> question) {
    lock.lock();
    try {
      return question.apply(stays);
    } finally {
      lock.unlock();
    }
  }

  /** Calls the listener after each change, outside the lock. It must be quick. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
