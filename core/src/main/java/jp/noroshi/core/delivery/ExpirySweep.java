package jp.noroshi.core.delivery;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the batches whose time is over or that were withdrawn, of every medium: a medium that is
 * paused, or that no hub serves any more, must not keep them waiting and thereby hold back what
 * follows them.
 */
final class ExpirySweep {

  private static final Logger LOG = LoggerFactory.getLogger(ExpirySweep.class);
  private static final int MOST_AT_ONCE = 200;

  private final Leases leases;
  private final OutcomeRecorder recorder;
  private final DeliverySettings settings;
  private final Clock clock;
  private final Runnable recorded;
  private final WakeUp wakeUp = new WakeUp();
  private final Thread thread = Thread.ofVirtual().name("delivery-expiry").unstarted(this::run);
  private volatile boolean stopping;

  /**
   * Makes a sweep.
   *
   * @param recorded called after expired batches are recorded
   */
  ExpirySweep(
      Leases leases,
      OutcomeRecorder recorder,
      DeliverySettings settings,
      Clock clock,
      Runnable recorded) {
    this.leases = leases;
    this.recorder = recorder;
    this.settings = settings;
    this.clock = clock;
    this.recorded = recorded;
  }

  void start() {
    thread.start();
  }

  void wake() {
    wakeUp.signal();
  }

  void stop() throws InterruptedException {
    stopping = true;
    wake();
    thread.join();
  }

  private void run() {
    try {
      while (!stopping) {
        if (sweep() == 0) {
          wakeUp.await(settings.poll());
        }
      }
    } catch (InterruptedException e) {
      LOG.error("expired deliveries are no longer ended", e);
    }
  }

  private int sweep() {
    List<Lease> expired = claim();
    for (Lease lease : expired) {
      recorder.record(new Finished(lease, Account.over(lease, clock.instant()), recorded));
    }
    return expired.size();
  }

  private List<Lease> claim() {
    try {
      return leases.claimOver(MOST_AT_ONCE, settings.leaseMargin());
    } catch (JdbiException e) {
      LOG.warn("expired deliveries cannot be read; trying again", e);
      return List.of();
    }
  }
}
