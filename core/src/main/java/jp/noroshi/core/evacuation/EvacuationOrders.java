package jp.noroshi.core.evacuation;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;

/**
 * The orders in force, and the changes that were proposed. An order changes only when a person
 * approved the dispatch that says so: nothing here is called by an alert. Thread-safe, blocking.
 */
public final class EvacuationOrders {

  private static final TypeReference<TreeMap<String, Integer>> LEVELS = new TypeReference<>() {};
  private static final Comparator<EvacuationOrder> GRAVEST_FIRST =
      Comparator.comparing(EvacuationOrder::level)
          .reversed()
          .thenComparing(EvacuationOrder::district)
          .thenComparing(EvacuationOrder::hazard);

  private final Database database;
  private final Mode mode;

  /** Keeps the orders of one mode. */
  public EvacuationOrders(Database database, Mode mode) {
    this.database = database;
    this.mode = mode;
  }

  /** Returns all orders in force, the gravest first. */
  public List<EvacuationOrder> listInForce() {
    return database.withHandle(this::listInForce);
  }

  /** Returns all orders in force, the gravest first, as this transaction sees them. */
  public List<EvacuationOrder> listInForce(Handle handle) {
    return handle
        .createQuery("select * from core.evacuation_order where mode = :mode")
        .bind("mode", mode)
        .map((row, _) -> order(row))
        .stream()
        .sorted(GRAVEST_FIRST)
        .toList();
  }

  /** Finds a change, proposed or in effect. */
  public Optional<EvacuationChange> findChange(UUID id) {
    return database.withHandle(handle -> findChange(handle, id));
  }

  /** Finds a change, proposed or in effect. */
  public Optional<EvacuationChange> findChange(Handle handle, UUID id) {
    return handle
        .createQuery("select * from core.evacuation_change where id = :id and mode = :mode")
        .bind("id", id)
        .bind("mode", mode)
        .map((row, _) -> change(row))
        .findOne();
  }

  /** Finds who approved the dispatch that put a change into effect. */
  public Optional<String> findApprover(Handle handle, UUID change) {
    return handle
        .createQuery(
            """
            select approver from core.dispatch
            where change_id = :change and mode = :mode and state = 'APPROVED' and approver is not null
            order by number limit 1
            """)
        .bind("change", change)
        .bind("mode", mode)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Writes down a change; nothing is ordered yet.
   *
   * @param after the level each of the districts shall have, empty for none
   * @param at when it is proposed
   */
  public EvacuationChange propose(
      Handle handle,
      Hazard hazard,
      String reason,
      Map<AreaCode, Optional<AlertLevel>> after,
      String by,
      Instant at) {
    EvacuationChange change =
        new EvacuationChange(
            UUID.randomUUID(),
            mode,
            hazard,
            reason,
            List.copyOf(after.keySet()),
            levels(handle, hazard, after.keySet()),
            after.entrySet().stream()
                .filter(each -> each.getValue().isPresent())
                .collect(
                    Collectors.toMap(Map.Entry::getKey, each -> each.getValue().orElseThrow())),
            by,
            at,
            Optional.empty());
    if (!change.changesNothing()) {
      insert(handle, change);
    }
    return change;
  }

  /** Tells whether the districts still stand as they did when the change was proposed. */
  public boolean isCurrent(Handle handle, EvacuationChange change) {
    return levels(handle, change.hazard(), change.districts()).equals(change.before());
  }

  /**
   * Puts a change into effect, unless the state is not the one it was proposed for: then its texts
   * would be wrong. Changes of one mode take effect one after the other.
   *
   * @param handle the transaction that approves its dispatch
   * @return whether it took effect
   */
  public boolean takeEffect(Handle handle, EvacuationChange change, Instant at) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtext('core.evacuation_order ' || :mode))")
        .bind("mode", mode.name())
        .map((_, _) -> true)
        .one();
    boolean isNew =
        handle
                .createUpdate(
                    """
                    update core.evacuation_change set effective_at = :at
                    where id = :id and mode = :mode and effective_at is null
                    """)
                .bind("at", at)
                .bind("id", change.id())
                .bind("mode", mode)
                .execute()
            == 1;
    if (!isNew || !isCurrent(handle, change)) {
      return false;
    }
    change.districts().forEach(district -> store(handle, change, district, at));
    return true;
  }

  private void store(Handle handle, EvacuationChange change, AreaCode district, Instant at) {
    switch (change.stepOf(district)) {
      case UNCHANGED -> {}
      case LIFTED ->
          handle
              .createUpdate(
                  """
                  delete from core.evacuation_order
                  where mode = :mode and district = :district and hazard = :hazard
                  """)
              .bind("mode", mode)
              .bind("district", district.value())
              .bind("hazard", change.hazard())
              .execute();
      case ISSUED, RAISED, LOWERED ->
          handle
              .createUpdate(
                  """
                  insert into core.evacuation_order (mode, district, hazard, level, since, change_id)
                  values (:mode, :district, :hazard, :level, :at, :change)
                  on conflict (mode, district, hazard) do update
                    set level = excluded.level, since = excluded.since,
                        change_id = excluded.change_id
                  """)
              .bind("mode", mode)
              .bind("district", district.value())
              .bind("hazard", change.hazard())
              .bind("level", change.after().get(district).number())
              .bind("at", at)
              .bind("change", change.id())
              .execute();
    }
  }

  private Map<AreaCode, AlertLevel> levels(
      Handle handle, Hazard hazard, Collection<AreaCode> districts) {
    Map<AreaCode, AlertLevel> levels = new HashMap<>();
    listInForce(handle).stream()
        .filter(order -> order.hazard() == hazard && districts.contains(order.district()))
        .forEach(order -> levels.put(order.district(), order.level()));
    return levels;
  }

  private static void insert(Handle handle, EvacuationChange change) {
    handle
        .createUpdate(
            """
            insert into core.evacuation_change
              (id, mode, hazard, reason, districts, before, after, proposed_by, proposed_at)
            values (:id, :mode, :hazard, :reason, :districts, cast(:before as jsonb),
              cast(:after as jsonb), :by, :at)
            """)
        .bind("id", change.id())
        .bind("mode", change.mode())
        .bind("hazard", change.hazard())
        .bind("reason", change.reason())
        .bindArray(
            "districts", String.class, change.districts().stream().map(AreaCode::value).toList())
        .bind("before", json(change.before()))
        .bind("after", json(change.after()))
        .bind("by", change.proposedBy())
        .bind("at", change.proposedAt())
        .execute();
  }

  private static EvacuationOrder order(ResultSet row) throws SQLException {
    return new EvacuationOrder(
        new AreaCode(row.getString("district")),
        Hazard.valueOf(row.getString("hazard")),
        AlertLevel.of(row.getInt("level")),
        row.getTimestamp("since").toInstant(),
        row.getObject("change_id", UUID.class));
  }

  private static EvacuationChange change(ResultSet row) throws SQLException {
    List<AreaCode> districts = new ArrayList<>();
    for (String district : (String[]) row.getArray("districts").getArray()) {
      districts.add(new AreaCode(district));
    }
    return new EvacuationChange(
        row.getObject("id", UUID.class),
        Mode.valueOf(row.getString("mode")),
        Hazard.valueOf(row.getString("hazard")),
        row.getString("reason"),
        districts,
        levels(row.getString("before")),
        levels(row.getString("after")),
        row.getString("proposed_by"),
        row.getTimestamp("proposed_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("effective_at")).map(each -> each.toInstant()));
  }

  private static String json(Map<AreaCode, AlertLevel> levels) {
    Map<String, Integer> numbers = new TreeMap<>();
    levels.forEach((district, level) -> numbers.put(district.value(), level.number()));
    return Json.write(numbers);
  }

  private static Map<AreaCode, AlertLevel> levels(String json) {
    Map<AreaCode, AlertLevel> levels = new HashMap<>();
    Json.read(json, LEVELS)
        .forEach((district, level) -> levels.put(new AreaCode(district), AlertLevel.of(level)));
    return levels;
  }
}
