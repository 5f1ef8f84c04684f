package jp.noroshi.core.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners that delivery figures changed. Changes that come while they are being told are
 * told once, together, afterwards; nobody who reports a change waits. Thread-safe.
 */
final class ChangeSignal {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeSignal.class);

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final WakeUp wakeUp = new WakeUp();
  private final Thread thread = Thread.ofVirtual().name("delivery-changes").unstarted(this::run);
  private volatile boolean stopping;

  void start() {
    thread.start();
  }

  void listen(Runnable listener) {
    listeners.add(listener);
  }

  void changed() {
    wakeUp.signal();
  }

  void stop() throws InterruptedException {
    stopping = true;
    changed();
    thread.join();
  }

  private void run() {
    try {
      while (!stopping) {
        wakeUp.await();
        listeners.forEach(ChangeSignal::tell);
      }
    } catch (InterruptedException e) {
      LOG.error("changes of delivery figures are no longer told", e);
    }
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.error("a listener to delivery figures failed", e);
    }
  }
}
