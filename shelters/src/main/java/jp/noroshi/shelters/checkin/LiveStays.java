package jp.noroshi.shelters.checkin;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Who is where at this moment, in memory: so that a check-in costs one line in the database and no
 * shared row, and a figure costs nothing. Every hub has its own, made of the same events.
 * Thread-safe.
 */
public final class LiveStays {

  private final ReentrantLock lock = new ReentrantLock();
  private final Stays stays;
  private final List<Consumer<Set<UUID>>> listeners = new CopyOnWriteArrayList<>();

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
    Set<UUID> news = new HashSet<>();
    lock.lock();
    try {
      for (SignedEvent event : events) {
        if (stays.take(event.order(), event.shelter(), event.sign())) {
          note(news, event);
        }
      }
    } finally {
      lock.unlock();
    }
    if (!news.isEmpty()) {
      listeners.forEach(listener -> listener.accept(news));
    }
  }

  private static void note(Set<UUID> news, SignedEvent event) {
    news.add(event.shelter());
    if (event.sign() instanceof Sign.Arrived arrived) {
      arrived.from().ifPresent(news::add);
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

  /** Calls the listener with the shelters of each change, outside the lock. It must be quick. */
  public void onChange(Consumer<Set<UUID>> listener) {
    listeners.add(listener);
  }
}
