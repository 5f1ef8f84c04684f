package jp.noroshi.shelters.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.shelters.checkin.CardReading.Kept;
import org.jdbi.v3.core.Handle;

/**
 * The events on disk. Numbers follow the order of the commits, whichever hub writes, because one
 * writes at a time: whoever has read up to a number never misses a smaller one. Thread-safe,
 * blocking.
 */
final class CheckinLog {

  /** Any number that no other lock of the hub has. */
  private static final long LOCK = 0x6E6F_726F_7368_69L;

  private static final int LOADED_AT_ONCE = 20_000;

  private final Database database;
  private final InstantSource clock;

  CheckinLog(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What happens to a group of events.
   *
   * @param concerns shelters each event is of interest to besides its own
   * @param earlier events that are of interest to a shelter from now on
   */
  record Group(List<Kept> events, Map<UUID, Set<UUID>> concerns, Map<UUID, Set<UUID>> earlier) {}

  /**
   * Writes a group in one transaction.
   *
   * @return the ids of those that were new
   */
  Set<UUID> write(Group group) {
    return database.inTransaction(
        handle -> {
          handle.execute("select pg_advisory_xact_lock(?)", LOCK);
          Map<UUID, Long> written = insert(handle, group.events());
          SearchMarks.write(
              handle, group.events().stream().flatMap(kept -> kept.marks().stream()).toList());
          noteConcerns(handle, group);
          return written.keySet();
        });
  }

  private Map<UUID, Long> insert(Handle handle, List<Kept> events) {
    Map<UUID, Kept> once = new LinkedHashMap<>();
    events.forEach(kept -> once.putIfAbsent(kept.event().id(), kept));
    Columns columns = Columns.of(List.copyOf(once.values()));
    Map<UUID, Long> numbers = new HashMap<>();
    handle
        .createQuery(
            """
            insert into shelters.checkin_event
              (number, id, device, shelter, wall, count, at, by, received_at, sign, sealed)
            select nextval('shelters.checkin_number'), id, device, shelter, wall, count, at, by, :now, sign, sealed
            from unnest(:ids, :devices, :shelters, :walls, :counts, cast(:ats as timestamptz[]), :bys, :signs, :sealed)
              as new(id, device, shelter, wall, count, at, by, sign, sealed)
            on conflict (id) do nothing
            returning id, number
            """)
        .bind("now", clock.instant())
        .bindArray("ids", UUID.class, columns.ids())
        .bindArray("devices", UUID.class, columns.devices())
        .bindArray("shelters", UUID.class, columns.shelters())
        .bindArray("walls", Long.class, columns.walls())
        .bindArray("counts", Integer.class, columns.counts())
        .bindArray("ats", String.class, columns.ats())
        .bindArray("bys", String.class, columns.bys())
        .bindArray("signs", String.class, columns.signs())
        .bindByType("sealed", columns.sealed(), byte[][].class)
        .map((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getLong("number")))
        .forEach(each -> numbers.put(each.getKey(), each.getValue()));
    return numbers;
  }

  /** The columns of some rows. */
  private record Columns(
      List<UUID> ids,
      List<UUID> devices,
      List<UUID> shelters,
      List<Long> walls,
      List<Integer> counts,
      List<String> ats,
      List<String> bys,
      List<String> signs,
      List<byte[]> sealedParts) {

    static Columns of(List<Kept> rows) {
      return new Columns(
          rows.stream().map(kept -> kept.event().id()).toList(),
          rows.stream().map(kept -> kept.event().device()).toList(),
          rows.stream().map(kept -> kept.event().shelter()).toList(),
          rows.stream().map(kept -> kept.event().clock().wall()).toList(),
          rows.stream().map(kept -> kept.event().clock().count()).toList(),
          rows.stream().map(kept -> kept.event().at().toString()).toList(),
          rows.stream().map(kept -> kept.event().by()).toList(),
          rows.stream().map(kept -> Json.write(kept.sign())).toList(),
          rows.stream()
              .map(kept -> kept.sealed().orElse(null))
              .collect(ArrayList::new, List::add, List::addAll));
    }

    byte[][] sealed() {
      return sealedParts.toArray(byte[][]::new);
    }
  }

  private static void noteConcerns(Handle handle, Group group) {
    List<UUID> shelters = new ArrayList<>();
    List<UUID> events = new ArrayList<>();
    for (Map<UUID, Set<UUID>> each : List.of(group.concerns(), group.earlier())) {
      each.forEach(
          (event, interested) ->
              interested.forEach(
                  shelter -> {
                    events.add(event);
                    shelters.add(shelter);
                  }));
    }
    if (events.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            insert into shelters.checkin_concern (shelter, position, number)
            select wanted.shelter, nextval('shelters.checkin_number'), e.number
            from (select distinct shelter, event from unnest(:shelters, :events) as pair(shelter, event)) wanted
            join shelters.checkin_event e on e.id = wanted.event and e.shelter <> wanted.shelter
            order by e.number
            on conflict (shelter, number) do nothing
            """)
        .bindArray("shelters", UUID.class, shelters)
        .bindArray("events", UUID.class, events)
        .execute();
  }

  /** An event with its number. */
  record Numbered(long number, SignedEvent event) {}

  /** Reads what counts of the events after a number, in order. */
  List<Numbered> signsAfter(long number) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select number, id, device, shelter, wall, count, sign from shelters.checkin_event
                    where number > :number order by number limit :limit
                    """)
                .bind("number", number)
                .bind("limit", LOADED_AT_ONCE)
                .map((row, _) -> numbered(row))
                .list());
  }

  private static Numbered numbered(ResultSet row) throws SQLException {
    return new Numbered(
        row.getLong("number"),
        new SignedEvent(
            new EventOrder(
                row.getLong("wall"),
                row.getInt("count"),
                row.getObject("device", UUID.class),
                row.getObject("id", UUID.class)),
            row.getObject("shelter", UUID.class),
            Json.read(row.getString("sign"), Sign.class)));
  }

  /** An event as it lies on disk, and where it stands in a shelter's feed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Stored(
      long position,
      UUID id,
      UUID device,
      UUID shelter,
      CheckinEvent.Clock clock,
      Instant at,
      String by,
      Sign sign,
      byte[] sealed) {}

  /** Reads some events, in no order. */
  static List<Stored> byId(Handle handle, Collection<UUID> ids) {
    return handle
        .createQuery(
            "select number as position, e.* from shelters.checkin_event e where id = any(:ids)")
        .bindArray("ids", UUID.class, List.copyOf(ids))
        .map((row, _) -> stored(row))
        .list();
  }

  /** Reads a shelter's feed: its own events, and others that are of interest to it. */
  static List<Stored> feed(Handle handle, UUID shelter, long after, int limit) {
    return handle
        .createQuery(
            """
            (select number as position, e.* from shelters.checkin_event e
             where shelter = :shelter and number > :after order by number limit :limit)
            union all
            (select c.position, e.* from shelters.checkin_concern c join shelters.checkin_event e using (number)
             where c.shelter = :shelter and c.position > :after order by c.position limit :limit)
            order by position limit :limit
            """)
        .bind("shelter", shelter)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, _) -> stored(row))
        .list();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getLong("position"),
        row.getObject("id", UUID.class),
        row.getObject("device", UUID.class),
        row.getObject("shelter", UUID.class),
        new CheckinEvent.Clock(row.getLong("wall"), row.getInt("count")),
        row.getTimestamp("at").toInstant(),
        row.getString("by"),
        Json.read(row.getString("sign"), Sign.class),
        row.getBytes("sealed"));
  }
}
