package jp.noroshi.shelters.response;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * When a response begins, what it covers and when it is over. It follows the evacuation orders as
 * they stand, not the moments at which they changed: whatever was missed while no hub ran is caught
 * up with. Thread-safe, blocking.
 */
public final class Responses {

  /** Who ends a response when its last order was lifted. */
  static final String HUB = "hub";

  private static final int MOST_LISTED = 50;

  private final Database database;
  private final EvacuationOrders orders;
  private final Declarations declarations;
  private final Chronology chronology;
  private final ResponseSettings settings;
  private final Mode mode;
  private final InstantSource clock;
  private final ResponseTable table;

  Responses(
      Database database,
      EvacuationOrders orders,
      Declarations declarations,
      Chronology chronology,
      ResponseSettings settings,
      Mode mode,
      InstantSource clock) {
    this.database = database;
    this.orders = orders;
    this.declarations = declarations;
    this.chronology = chronology;
    this.settings = settings;
    this.mode = mode;
    this.clock = clock;
    this.table = new ResponseTable(mode);
  }

  ResponseTable table() {
    return table;
  }

  /** Finds the response that runs. */
  public Optional<Response> findRunning() {
    return database.withHandle(table::findRunning);
  }

  /** Finds a response, running or over. */
  public Optional<Response> find(UUID id) {
    return database.withHandle(handle -> table.find(handle, id));
  }

  /** Lists the latest, newest first. */
  public List<Response> list() {
    return database.withHandle(handle -> table.list(handle, MOST_LISTED));
  }

  /** Tells whether people are still being called up, so that its figures will grow. */
  public boolean isCallingUp(Response response) {
    return response.isRunning()
        && database.withHandle(handle -> table.hasUnlisted(handle, response.id()));
  }

  /**
   * Starts by hand, or takes districts into the response that runs. Every plan starts, whatever its
   * signal. Districts that are in it already stay as they are.
   *
   * @param by the account of an officer
   * @throws jp.noroshi.gis.register.RegisterRefusedException UNKNOWN_DISTRICT
   */
  public Response start(Set<AreaCode> districts, Hazard hazard, String by) {
    return database.inTransaction(
        handle -> {
          table.lock(handle);
          Optional<Response> running = table.findRunning(handle);
          Set<AreaCode> fresh =
              districts.stream()
                  .filter(district -> standing(running, district, hazard).isEmpty())
                  .collect(Collectors.toSet());
          if (!fresh.isEmpty()) {
            begin(
                handle,
                running,
                List.of(new Group(by, fresh.stream().map(d -> byHand(d, hazard)).toList())));
          }
          return table.findRunning(handle).orElseThrow();
        });
  }

  private Wanted byHand(AreaCode district, Hazard hazard) {
    return new Wanted(district, hazard, Optional.empty(), clock.instant());
  }

  /**
   * Ends the response that runs: open cases are closed and supporters told. The orders stay as they
   * are, and do not start it again until one changes.
   *
   * @return whether one was running
   */
  public boolean end(UUID id, String by) {
    return database.inTransaction(
        handle -> {
          table.lock(handle);
          Optional<Response> running = table.findRunning(handle).filter(r -> r.id().equals(id));
          running.ifPresent(
              response -> {
                response
                    .standing()
                    .forEach(cause -> table.over(handle, cause, clock.instant(), by));
                note(handle, ChronologyKind.RESPONSE_LIFTED, by, id, response.standing());
              });
          return running.isPresent();
        });
  }

  /**
   * Declares the emergencies anew under which the response looks: they end by the clock after a
   * day.
   */
  public Optional<Response> renew(UUID id, String by) {
    return database.inTransaction(
        handle -> {
          table.lock(handle);
          Optional<Response> running =
              table.findRunning(handle).filter(response -> response.id().equals(id));
          running.ifPresent(
              response ->
                  table.renew(
                      handle,
                      id,
                      declarations.declare(
                          handle, response.standing().stream().map(Cause::district).toList(), by)));
          return table.find(handle, id);
        });
  }

  /** What an order, or staff, want a response to cover. */
  private record Wanted(
      AreaCode district, Hazard hazard, Optional<EvacuationOrder> order, Instant since) {}

  /** What one person stands for. */
  private record Group(String by, List<Wanted> wanted) {}

  /**
   * Brings the response into line with the orders in force.
   *
   * @return whether anything changed
   */
  boolean follow() {
    if (isInLine(orders.listInForce(), findRunning())) {
      return false;
    }
    return database.inTransaction(
        handle -> {
          table.lock(handle);
          return follow(handle, table.findRunning(handle));
        });
  }

  private boolean isInLine(List<EvacuationOrder> inForce, Optional<Response> running) {
    Set<Key> ordered =
        inForce.stream().filter(this::counts).map(Key::of).collect(Collectors.toSet());
    Set<Key> followed =
        running.stream()
            .flatMap(response -> response.standing().stream())
            .filter(cause -> cause.change().isPresent())
            .map(Key::of)
            .collect(Collectors.toSet());
    return ordered.equals(followed);
  }

  private record Key(AreaCode district, Hazard hazard, UUID change) {
    static Key of(EvacuationOrder order) {
      return new Key(order.district(), order.hazard(), order.changeId());
    }

    static Key of(Cause cause) {
      return new Key(cause.district(), cause.hazard(), cause.change().orElseThrow());
    }
  }

  private boolean follow(Handle handle, Optional<Response> running) {
    List<EvacuationOrder> counting =
        orders.listInForce(handle).stream().filter(this::counts).toList();
    boolean changed = false;
    Map<String, List<Wanted>> fresh = new TreeMap<>();
    for (EvacuationOrder order : counting) {
      Optional<Cause> known = standing(running, order.district(), order.hazard());
      if (known.isEmpty() || isRaised(known.get(), order)) {
        if (!table.isFollowed(handle, order.changeId(), order.district())) {
          fresh.computeIfAbsent(approver(handle, order), _ -> new ArrayList<>()).add(wanted(order));
        }
      } else if (!known.get().change().equals(Optional.of(order.changeId()))) {
        table.follow(handle, cause(known.get(), order));
        changed = true;
      }
    }
    boolean lifted = lift(handle, running, counting);
    if (!fresh.isEmpty()) {
      begin(
          handle,
          running,
          fresh.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList());
    }
    return changed || lifted || !fresh.isEmpty();
  }

  /** Lifted orders end what they started; what staff started stays. */
  private boolean lift(Handle handle, Optional<Response> running, List<EvacuationOrder> counting) {
    List<Cause> over =
        running.stream()
            .flatMap(response -> response.standing().stream())
            .filter(cause -> cause.change().isPresent())
            .filter(cause -> counting.stream().noneMatch(order -> isOf(cause, order)))
            .toList();
    over.forEach(cause -> table.over(handle, cause, clock.instant(), HUB));
    if (!over.isEmpty()) {
      note(handle, ChronologyKind.RESPONSE_LIFTED, HUB, over.getFirst().response(), over);
    }
    return !over.isEmpty();
  }

  private boolean counts(EvacuationOrder order) {
    return settings.startsAt(order.level()) || order.hazard() == Hazard.TSUNAMI;
  }

  private static boolean isOf(Cause cause, EvacuationOrder order) {
    return cause.district().equals(order.district()) && cause.hazard() == order.hazard();
  }

  private static boolean isRaised(Cause cause, EvacuationOrder order) {
    return cause
        .level()
        .filter(level -> order.level().isAtLeast(level) && order.level() != level)
        .isPresent();
  }

  private static Wanted wanted(EvacuationOrder order) {
    return new Wanted(order.district(), order.hazard(), Optional.of(order), order.since());
  }

  private static Cause cause(Cause known, EvacuationOrder order) {
    return new Cause(
        known.response(),
        known.district(),
        known.hazard(),
        Optional.of(order.level()),
        Optional.of(order.changeId()),
        order.since(),
        known.by(),
        known.looks(),
        known.afresh(),
        known.overAt());
  }

  private static Optional<Cause> standing(
      Optional<Response> running, AreaCode district, Hazard hazard) {
    return running.stream()
        .flatMap(response -> response.standing().stream())
        .filter(cause -> cause.district().equals(district) && cause.hazard() == hazard)
        .findFirst();
  }

  private String approver(Handle handle, EvacuationOrder order) {
    return orders.findApprover(handle, order.changeId()).orElse(HUB);
  }

  private void begin(Handle handle, Optional<Response> running, List<Group> groups) {
    Instant now = clock.instant();
    UUID response =
        running
            .map(Response::id)
            .orElseGet(() -> table.insert(handle, now, groups.getFirst().by()));
    for (Group group : groups) {
      Cause.Looks looks =
          declarations.declare(
              handle, group.wanted().stream().map(Wanted::district).toList(), group.by());
      List<Cause> causes =
          group.wanted().stream().map(each -> cause(response, each, group.by(), looks)).toList();
      causes.forEach(cause -> table.write(handle, cause));
      note(
          handle,
          running.isPresent() ? ChronologyKind.RESPONSE_EXTENDED : ChronologyKind.RESPONSE_STARTED,
          group.by(),
          response,
          causes);
    }
  }

  private static Cause cause(UUID response, Wanted wanted, String by, Cause.Looks looks) {
    return new Cause(
        response,
        wanted.district(),
        wanted.hazard(),
        wanted.order().map(EvacuationOrder::level),
        wanted.order().map(EvacuationOrder::changeId),
        wanted.since(),
        by,
        looks,
        false,
        Optional.empty());
  }

  /** Ends the response once nothing stands and nobody is open any more. */
  boolean endIfDone(CaseTable cases) {
    Optional<Response> running = findRunning();
    if (running.filter(response -> response.standing().isEmpty()).isEmpty()) {
      return false;
    }
    return database.inTransaction(
        handle -> {
          table.lock(handle);
          Optional<Response> done =
              table
                  .findRunning(handle)
                  .filter(response -> response.standing().isEmpty())
                  .filter(response -> !cases.hasOpen(handle, response.id()));
          done.ifPresent(response -> end(handle, response));
          return done.isPresent();
        });
  }

  private void end(Handle handle, Response response) {
    table.end(handle, response.id(), clock.instant(), HUB);
    declarations.end(handle, response.causes(), response.startedBy());
    note(handle, ChronologyKind.RESPONSE_ENDED, HUB, response.id(), List.of());
  }

  private void note(
      Handle handle, ChronologyKind kind, String by, UUID response, List<Cause> causes) {
    chronology.append(
        handle,
        new ChronologyEntry(
            clock.instant(),
            mode,
            kind,
            by,
            "response:" + response,
            Map.of(
                "districts",
                causes.stream().map(cause -> cause.district().value()).distinct().sorted().toList(),
                "hazards",
                causes.stream().map(cause -> cause.hazard().name()).distinct().sorted().toList())));
  }
}
