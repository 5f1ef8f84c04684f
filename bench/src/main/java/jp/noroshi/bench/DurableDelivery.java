package jp.noroshi.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.DeliverySettings;
import jp.noroshi.core.delivery.DeliveryWorkers;
import jp.noroshi.core.delivery.DispatchFacts;
import jp.noroshi.core.delivery.Outbox;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.storage.Database;

/**
 * Ours, as it runs in the hub: rows in the outbox, workers that lease them, the channel, every
 * outcome in the ledger and the milestones in the chronology.
 */
final class DurableDelivery implements AutoCloseable {

  /** Writing the outbox: the transaction that an approval is. */
  static final String OUTBOX = "outbox";

  /** From the beginning of that transaction to the first recipient. */
  static final String FIRST = "first";

  /** From the beginning of that transaction to the last outcome on disk. */
  static final String WHOLE = "whole";

  private static final int MOST_SECONDS = 120;

  private final Database database;
  private final Channel channel;
  private final Clock clock = Clock.systemUTC();
  private final Outbox outbox = new Outbox(clock);
  private final DeliveryWorkers workers;
  private final Semaphore changes = new Semaphore(0);

  DurableDelivery(Database database, Channel channel) {
    this.database = database;
    this.channel = channel;
    this.workers =
        new DeliveryWorkers(
            database,
            new Chronology(database),
            outbox,
            List.of(channel),
            DeliverySettings.usual(UUID.randomUUID()),
            clock,
            new Random(1));
    workers.onChange(changes::release);
    workers.start();
  }

  /** Sends a rendering to these addresses; measured from the commit to the last outcome on disk. */
  Contender.Result deliver(Rendering rendering, List<String> addresses)
      throws InterruptedException {
    DispatchFacts dispatch = insertDispatch();
    Instant approvedAt = clock.instant();
    long began = System.nanoTime();
    int enqueued =
        database.inTransaction(
            handle ->
                outbox.enqueue(
                    handle,
                    dispatch,
                    channel.medium(),
                    rendering,
                    addresses.stream(),
                    channel.limits().batchSize()));
    long committed = System.nanoTime();
    awaitDone(dispatch);
    long done = System.nanoTime();
    Figures figures = figures(dispatch);
    if (figures.accepted() != enqueued) {
      throw new IllegalStateException("of " + enqueued + " recipients the ledger has " + figures);
    }
    return new Contender.Result(
        millis(done - committed),
        Map.of(
            OUTBOX, millis(committed - began),
            FIRST, millis(Duration.between(approvedAt, figures.first()).toNanos()),
            WHOLE, millis(done - began)));
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private void awaitDone(DispatchFacts dispatch) throws InterruptedException {
    while (isOpen(dispatch)) {
      if (!changes.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing was recorded for " + MOST_SECONDS + " s");
      }
      changes.drainPermits();
    }
  }

  private boolean isOpen(DispatchFacts dispatch) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select exists (select 1 from core.delivery
                      where dispatch_id = :dispatch and state <> 'DONE')
                    """)
                .bind("dispatch", dispatch.id())
                .mapTo(Boolean.class)
                .one());
  }

  private record Figures(int accepted, Instant first) {}

  private Figures figures(DispatchFacts dispatch) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select sum(accepted_count) as accepted, min(first_handed_over_at) as first
                    from core.delivery where dispatch_id = :dispatch
                    """)
                .bind("dispatch", dispatch.id())
                .map(
                    (row, _) ->
                        new Figures(row.getInt("accepted"), row.getTimestamp("first").toInstant()))
                .one());
  }

  private DispatchFacts insertDispatch() {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    Instant expiresAt = now.plus(Duration.ofHours(1));
    long number =
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        insert into core.dispatch (id, mode, state, reason, thread, hazard, urgent,
                          title, texts, media, audience, expires_at, author, editor, created_at,
                          updated_at, version)
                        values (:id, 'DRILL', 'APPROVED', 'FIRST', :thread, 'LANDSLIDE', true,
                          '避難指示', '[]', '{}', '{}', :expiresAt, 'bench', 'bench', :now, :now, 1)
                        returning number
                        """)
                    .bind("id", id)
                    .bind("thread", id.toString())
                    .bind("expiresAt", expiresAt)
                    .bind("now", now)
                    .mapTo(Long.class)
                    .one());
    return new DispatchFacts(id, number, Mode.DRILL, id.toString(), true, expiresAt);
  }

  @Override
  public void close() {
    workers.close();
  }
}
