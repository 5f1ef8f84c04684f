package jp.noroshi.shelters.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RegisterRefusedException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognises among those who checked in the people of the register, and tells where they turned up:
 * the end of the loop that an evacuation order begins. What was done up to which event is kept with
 * what it led to, so that nothing is skipped or told twice, whichever hub does it. Thread-safe,
 * blocking.
 */
public final class Recognitions {

  private static final Logger LOG = LoggerFactory.getLogger(Recognitions.class);
  private static final int EVENTS_AT_ONCE = 500;

  private final Database database;
  private final CardReading reading;
  private final CardLooks looks;
  private final LiveStays stays;
  private final Recognition recognition;
  private final InstantSource clock;
  private volatile long reached;
  private volatile boolean stopping;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  Recognitions(Checkin.Parts parts, CardReading reading, LiveStays stays) {
    this.database = parts.database();
    this.reading = reading;
    this.looks = new CardLooks(parts.clock());
    this.stays = stays;
    this.recognition = parts.recognition();
    this.clock = parts.clock();
  }

  /**
   * Somebody of the register turned up, or is gone again.
   *
   * @param number to read on from
   * @param shelter where they turned up, or which they left
   * @param at when it became known
   * @param present whether they are there from then on, or gone
   */
  public record SafetySign(
      long number, PersonId person, UUID shelter, Instant at, boolean present) {}

  /** Reads the signs after a number, in order. */
  public List<SafetySign> after(long number, int limit) {
    return database.withHandle(handle -> after(handle, number, limit));
  }

  /** Reads the signs after a number, in order, in the caller's transaction. */
  public static List<SafetySign> after(Handle handle, long number, int limit) {
    return handle
        .createQuery(
            """
            select s.number, s.person, s.at, s.shelter is not null as present,
                   coalesce(s.shelter, (select former.shelter from shelters.safety_sign former
                                        where former.person = s.person and former.number < s.number
                                          and former.shelter is not null
                                        order by former.number desc limit 1)) as shelter
            from shelters.safety_sign s where s.number > :number order by s.number limit :limit
            """)
        .bind("number", number)
        .bind("limit", limit)
        .map((row, _) -> sign(row))
        .list();
  }

  /** Calls the listener after signs were written by this hub. It must be quick. */
  public void onNew(Runnable listener) {
    listeners.add(listener);
  }

  /** Goes on up to an event which the stays of this hub hold, with everything before it. */
  void goOn(long upTo) {
    if (upTo <= reached) {
      return;
    }
    boolean news = false;
    Step step;
    do {
      step = take(upTo);
      news |= step.signs() > 0;
    } while (step.events() > 0 && !stopping);
    reached = step.number();
    if (news) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Goes no further than the step that is under way: another hub, or the next start, goes on. */
  void stop() {
    stopping = true;
  }

  private record Step(long number, int events, int signs) {}

  private Step take(long upTo) {
    return database.inTransaction(
        handle -> {
          long from = lockCursor(handle);
          List<Row> events = read(handle, from, upTo);
          if (events.isEmpty()) {
            return new Step(from, 0, 0);
          }
          events.forEach(event -> recognise(handle, event));
          int signs = tell(handle, concerned(events));
          handle.execute(
              "update shelters.recognition_cursor set number = ?", events.getLast().number());
          return new Step(events.getLast().number(), events.size(), signs);
        });
  }

  private static long lockCursor(Handle handle) {
    return handle
        .createQuery("select number from shelters.recognition_cursor for update")
        .mapTo(Long.class)
        .findOne()
        .orElseGet(
            () -> {
              handle.execute(
                  "insert into shelters.recognition_cursor (number) values (0) on conflict do nothing");
              return lockCursor(handle);
            });
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(long number, UUID id, Sign sign, byte[] sealed) {}

  private static List<Row> read(Handle handle, long from, long upTo) {
    return handle
        .createQuery(
            """
            select number, id, sign, sealed from shelters.checkin_event
            where number > :from and number <= :upTo order by number limit :limit
            """)
        .bind("from", from)
        .bind("upTo", upTo)
        .bind("limit", EVENTS_AT_ONCE)
        .map(
            (row, _) ->
                new Row(
                    row.getLong("number"),
                    row.getObject("id", UUID.class),
                    Json.read(row.getString("sign"), Sign.class),
                    row.getBytes("sealed")))
        .list();
  }

  private void recognise(Handle handle, Row event) {
    if (event.sign() instanceof Sign.EvacueeSeen seen && !seen.traits().marks().isEmpty()) {
      looks.note(handle, "hub", LookPurpose.RECOGNITION, Optional.empty(), List.of(seen.evacuee()));
      try {
        find(handle, event)
            .ifPresent(
                person ->
                    handle.execute(
                        """
                        insert into shelters.recognition (evacuee, person, at) values (?, ?, ?)
                        on conflict (evacuee) do update set person = excluded.person, at = excluded.at
                        """,
                        seen.evacuee(),
                        person.value(),
                        clock.instant()));
      } catch (RegisterRefusedException e) {
        LOG.warn("nobody is recognised: the register is {}", e.reason());
      }
    }
  }

  private Optional<PersonId> find(Handle handle, Row event) {
    Fact fact = reading.open(event.id(), event.sign(), Optional.ofNullable(event.sealed()));
    return fact instanceof Fact.EvacueeWritten written
        ? written
            .card()
            .birth()
            .flatMap(birth -> recognition.recognise(handle, written.card().kana(), birth))
        : Optional.empty();
  }

  private Set<UUID> concerned(List<Row> events) {
    return stays.read(
        now -> {
          Set<UUID> found = new HashSet<>();
          events.forEach(event -> found.addAll(now.evacueesConcerned(event.sign())));
          return found;
        });
  }

  /** Writes a sign for everybody recognised who is not where their last sign said. */
  private int tell(Handle handle, Set<UUID> evacuees) {
    List<Standing> known =
        handle
            .createQuery(
                """
                select r.evacuee, r.person, s.shelter
                from shelters.recognition r
                left join lateral (select number, shelter from shelters.safety_sign s
                                   where s.person = r.person order by number desc limit 1) s on true
                where r.evacuee = any(:evacuees) order by r.evacuee
                """)
            .bindArray("evacuees", UUID.class, List.copyOf(evacuees))
            .map((row, _) -> standing(row))
            .list();
    List<Standing> moved = new ArrayList<>();
    for (Standing each : known) {
      Optional<UUID> now = stays.read(all -> all.find(each.evacuee()).map(Presence::shelter));
      if (!now.equals(each.shelter())) {
        moved.add(each);
        write(handle, each, now);
      }
    }
    return moved.size();
  }

  private record Standing(UUID evacuee, UUID person, Optional<UUID> shelter) {}

  private void write(Handle handle, Standing who, Optional<UUID> shelter) {
    handle
        .createUpdate(
            """
            insert into shelters.safety_sign (person, evacuee, shelter, at)
            values (:person, :evacuee, cast(:shelter as uuid), :at)
            """)
        .bind("person", who.person())
        .bind("evacuee", who.evacuee())
        .bind("shelter", shelter.orElse(null))
        .bind("at", clock.instant())
        .execute();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getObject("evacuee", UUID.class),
        row.getObject("person", UUID.class),
        Optional.ofNullable(row.getObject("shelter", UUID.class)));
  }

  private static SafetySign sign(ResultSet row) throws SQLException {
    return new SafetySign(
        row.getLong("number"),
        new PersonId(row.getObject("person", UUID.class)),
        row.getObject("shelter", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getBoolean("present"));
  }
}
