package jp.noroshi.shelters.response;

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
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.response.ResponseCauses.Group;
import jp.noroshi.shelters.response.ResponseCauses.Wanted;
import org.jdbi.v3.core.Handle;

/**
 * Brings a response into line with the evacuation orders as they stand, not with the moments at
 * which they changed: whatever was missed while no hub ran is caught up with. Thread-safe,
 * blocking.
 */
final class OrderFollowing {

  private final Database database;
  private final EvacuationOrders orders;
  private final ResponseTable table;
  private final ResponseCauses causes;
  private final ResponseSettings settings;
  private final InstantSource clock;

  OrderFollowing(
      Database database,
      EvacuationOrders orders,
      ResponseTable table,
      ResponseCauses causes,
      ResponseSettings settings,
      InstantSource clock) {
    this.database = database;
    this.orders = orders;
    this.table = table;
    this.causes = causes;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Brings the response into line with the orders in force.
   *
   * @return whether anything changed
   */
  boolean follow() {
    if (isInLine(orders.listInForce(), database.withHandle(table::findRunning))) {
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
      Optional<Cause> known = ResponseCauses.standing(running, order.district(), order.hazard());
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
      causes.begin(
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
    over.forEach(cause -> table.over(handle, cause, clock.instant(), Responses.HUB));
    if (!over.isEmpty()) {
      causes.note(
          handle, ChronologyKind.RESPONSE_LIFTED, Responses.HUB, over.getFirst().response(), over);
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

  private String approver(Handle handle, EvacuationOrder order) {
    return orders.findApprover(handle, order.changeId()).orElse(Responses.HUB);
  }
}
