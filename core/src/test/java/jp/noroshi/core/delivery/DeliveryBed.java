package jp.noroshi.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyLine;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.storage.Database;

/**
 * Dispatches, hubs and their state on a real database, with time that moves only when told. Hubs
 * look for work when something is enqueued, when something is recorded, or when woken; never by
 * themselves.
 */
final class DeliveryBed implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-11-05T03:00:00Z");

  private static final Duration NEVER = Duration.ofHours(1);

  final MovableClock clock = new MovableClock(NOON);
  final Chronology chronology;
  final Outbox outbox = new Outbox(clock);
  final DeliveryBoard board;
  private final Database database;
  private final List<DeliveryWorkers> hubs = new ArrayList<>();
  private final Semaphore changes = new Semaphore(0);

  DeliveryBed(Database database) {
    this.database = database;
    this.chronology = new Chronology(database);
    this.board = new DeliveryBoard(database, clock);
    chronology.onAppended(seq -> changes.release());
  }

  /** Returns the settings of a hub: leases of 20 seconds more than a channel's timeout. */
  static DeliverySettings settings(UUID hub) {
    return new DeliverySettings(
        hub, Duration.ofSeconds(20), NEVER, Duration.ofSeconds(10), Duration.ofSeconds(5));
  }

  /** Starts a hub with these channels. */
  DeliveryWorkers hub(Channel... channels) {
    return hub(settings(UUID.randomUUID()), channels);
  }

  DeliveryWorkers hub(DeliverySettings settings, Channel... channels) {
    DeliveryWorkers hub =
        new DeliveryWorkers(
            database, chronology, outbox, List.of(channels), settings, clock, new Random(7));
    hub.onChange(changes::release);
    hubs.add(hub);
    hub.start();
    return hub;
  }

  /** Moves the clock and lets every hub look for work. */
  void pass(Duration time) {
    clock.advance(time);
    hubs.forEach(DeliveryWorkers::wake);
  }

  /** Waits until something holds; it is looked at after every change of the figures. */
  void await(String what, BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        assertThat(changes.tryAcquire(20, TimeUnit.SECONDS)).as("waiting until " + what).isTrue();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void awaitDone(DispatchFacts dispatch) {
    await("everybody has an outcome", () -> openBatches(dispatch) == 0);
  }

  void awaitOutcomes(DispatchFacts dispatch, int count) {
    await(count + " outcomes are recorded", () -> outcomes(dispatch).size() >= count);
  }

  /** Waits until no lease is held, so that moving the clock ends none. */
  void awaitNothingUnderWay() {
    await(
        "nothing is under way",
        () -> count("select count(*) from core.delivery where state = 'LEASED'") == 0);
  }

  /** Tells the bed that something it cannot see has changed. */
  void changed() {
    changes.release();
  }

  DispatchFacts dispatch(String thread) {
    return dispatch(thread, false);
  }

  DispatchFacts urgentDispatch(String thread) {
    return dispatch(thread, true);
  }

  private DispatchFacts dispatch(String thread, boolean urgent) {
    UUID id = UUID.randomUUID();
    Instant expiresAt = clock.instant().plus(Duration.ofHours(1));
    long number =
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        insert into core.dispatch (id, mode, state, reason, thread, hazard, urgent,
                          title, texts, media, audience, expires_at, author, editor, created_at, updated_at,
                          version)
                        values (:id, 'DRILL', 'APPROVED', 'FIRST', :thread, 'LANDSLIDE', :urgent,
                          '訓練', '[]', '{}', '{}', :expiresAt, 'sato', 'sato', :now, :now, 1)
                        returning number
                        """)
                    .bind("id", id)
                    .bind("thread", thread)
                    .bind("urgent", urgent)
                    .bind("expiresAt", expiresAt)
                    .bind("now", clock.instant())
                    .mapTo(Long.class)
                    .one());
    return new DispatchFacts(id, number, Mode.DRILL, thread, urgent, expiresAt);
  }

  /** Enqueues for so many recipients, {@code r0}, {@code r1}, … */
  void enqueue(DispatchFacts dispatch, Medium medium, int recipients, int batchSize) {
    database.useTransaction(
        handle ->
            outbox.enqueue(
                handle, dispatch, medium, text(), addresses(recipients).stream(), batchSize));
  }

  void enqueueEveryone(DispatchFacts dispatch, Medium medium) {
    database.useTransaction(handle -> outbox.enqueueEveryone(handle, dispatch, medium, text(), 1));
  }

  static List<String> addresses(int count) {
    return IntStream.range(0, count).mapToObj(i -> "r" + i).toList();
  }

  static Rendering text() {
    return new Rendering.Line(
        Mode.DRILL,
        "ja",
        Hazard.LANDSLIDE,
        Optional.empty(),
        "【訓練】避難指示",
        "避難してください。",
        "【訓練】避難指示",
        "https://example.jp/");
  }

  int openBatches(DispatchFacts dispatch) {
    return count(
        "select count(*) from core.delivery where state <> 'DONE' and dispatch_id = ?",
        dispatch.id());
  }

  int count(String sql, Object... arguments) {
    return database.withHandle(handle -> handle.select(sql, arguments).mapTo(Integer.class).one());
  }

  /** Lists a dispatch's ledger, a line each: {@code attempt outcome reason count}. */
  List<String> outcomes(DispatchFacts dispatch) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select concat_ws(' ', o.attempt, o.outcome, o.reason, o.recipient_count)
                    from core.delivery_outcome o join core.delivery d on d.id = o.delivery_id
                    where d.dispatch_id = :dispatch order by d.seq, o.attempt, o.outcome
                    """)
                .bind("dispatch", dispatch.id())
                .mapTo(String.class)
                .list());
  }

  /** Returns a dispatch's counts: {@code accepted refused unknown remaining of recipients}. */
  String figures(DispatchFacts dispatch) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select format('%s accepted, %s refused, %s unknown, %s remaining of %s',
                      sum(accepted_count), sum(refused_count), sum(unknown_count),
                      sum(remaining_count), sum(recipient_count))
                    from core.delivery where dispatch_id = :dispatch
                    """)
                .bind("dispatch", dispatch.id())
                .mapTo(String.class)
                .one());
  }

  List<ChronologyKind> milestones() {
    return chronologyLines().stream().map(line -> line.entry().kind()).toList();
  }

  Map<String, Object> detailOf(ChronologyKind kind) {
    return chronologyLines().stream()
        .map(ChronologyLine::entry)
        .filter(entry -> entry.kind() == kind)
        .findFirst()
        .orElseThrow()
        .detail();
  }

  private List<ChronologyLine> chronologyLines() {
    return new ChronologyReader(database).listAfter(0, 1000, ChronologyFilter.ALL);
  }

  @Override
  public void close() {
    hubs.forEach(DeliveryWorkers::close);
  }
}
