package jp.noroshi.core.delivery;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the outbox to the media: a worker per channel, each with its own threads, limits and
 * breaker, so that one sick medium delays no other; one recorder for the outcomes. Several hubs may
 * work on one database. Thread-safe.
 */
public final class DeliveryWorkers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorkers.class);

  private final DeliverySettings settings;
  private final Leases leases;
  private final OutcomeRecorder recorder;
  private final ExpirySweep expiry;
  private final List<ChannelWorker> workers;
  private final ChangeSignal changes = new ChangeSignal();

  /**
   * Makes the workers; {@link #start} sets them going.
   *
   * @param outbox wakes them when something was enqueued
   * @param channels at most one per mode and medium; closed with the workers
   * @param random spreads retries
   */
  public DeliveryWorkers(
      Database database,
      Chronology chronology,
      Outbox outbox,
      List<Channel> channels,
      DeliverySettings settings,
      Clock clock,
      RandomGenerator random) {
    this.settings = settings;
    this.leases = new Leases(database, chronology, settings.hub(), clock);
    this.recorder =
        new OutcomeRecorder(
            new OutcomeBooks(database, chronology, settings.hub()), clock, changes::changed);
    this.expiry = new ExpirySweep(leases, recorder, settings, clock, this::wake);
    ChannelWorker.Tools tools =
        new ChannelWorker.Tools(leases, recorder, chronology, new Backoff(random), settings, clock);
    this.workers = channels.stream().map(channel -> new ChannelWorker(channel, tools)).toList();
    outbox.onEnqueued(this::wake);
    outbox.onEnqueued(changes::changed);
  }

  /** Takes up what this hub left behind, then begins. */
  public void start() {
    leases.endThoseOfMyPredecessor();
    changes.start();
    recorder.start();
    workers.forEach(ChannelWorker::start);
    expiry.start();
  }

  /** Looks for work now instead of at the next poll. */
  public void wake() {
    workers.forEach(ChannelWorker::wake);
    expiry.wake();
  }

  /**
   * Calls the listener after figures changed by this hub's hand: something was enqueued or
   * recorded. Many changes may come as one call. It runs on a thread of its own and may block.
   */
  public void onChange(Runnable listener) {
    changes.listen(listener);
  }

  /** Lists how this hub's channels fare. */
  public List<ChannelState> listChannels() {
    return workers.stream().map(ChannelWorker::state).toList();
  }

  /**
   * Stops in order: leases nothing any more, lets the deliveries in flight finish for as long as
   * the settings allow, records their outcomes, closes the channels. What had to be broken off is
   * recorded as interrupted and taken up by the next start or another hub.
   */
  @Override
  public void close() {
    try {
      expiry.stop();
      for (ChannelWorker worker : workers) {
        worker.stopClaiming();
      }
      drain();
      recorder.close(settings.drain());
      changes.stop();
    } catch (InterruptedException e) {
      LOG.error("the stop was interrupted; leases end by themselves", e);
      Thread.currentThread().interrupt();
    } finally {
      workers.forEach(ChannelWorker::closeChannel);
    }
  }

  /** All at once: one hanging channel must not use up the others' time. */
  private void drain() throws InterruptedException {
    List<Thread> drains =
        workers.stream().map(worker -> Thread.ofVirtual().start(() -> drain(worker))).toList();
    for (Thread drain : drains) {
      drain.join();
    }
  }

  private void drain(ChannelWorker worker) {
    try {
      worker.drain(settings.drain());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
