package jp.noroshi.gis.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * Access without consent in a disaster (49条の11第3項, 49条の15第3項): declared with a reason, bounded in
 * area and time, ended by the clock, and gone through by somebody else afterwards. Thread-safe,
 * blocking.
 */
public final class Emergencies {

  /** The longest an emergency access lasts; our choice. A longer disaster is declared again. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private static final String SELECT =
      """
      select e.*, seen.looks, seen.people from gis.emergency e,
        lateral (select count(*) as looks, count(distinct subject) as people
                 from gis.access_line where emergency = e.id) as seen
      """;

  private final Database database;
  private final RegisterChronicle chronicle;
  private final List<AreaCode> known;
  private final InstantSource clock;

  Emergencies(
      Database database, RegisterChronicle chronicle, List<AreaCode> known, InstantSource clock) {
    this.database = database;
    this.chronicle = chronicle;
    this.known = List.copyOf(known);
    this.clock = clock;
  }

  /**
   * What is declared.
   *
   * @param districts empty = the whole municipality
   */
  public record Declaration(
      String reason, LegalBasis basis, List<AreaCode> districts, Duration lasting) {}

  /**
   * Declares an emergency access; it holds from now on.
   *
   * @throws RegisterRefusedException REASON_MISSING, EMERGENCY_TOO_LONG, UNKNOWN_DISTRICT,
   *     BASIS_NOT_FITTING
   */
  public Emergency declare(Declaration wanted, Reader reader) {
    return database.inTransaction(handle -> declare(handle, wanted, reader));
  }

  /**
   * Declares the same within a transaction of the caller, which is to end soon: the chronology is
   * written to.
   */
  public Emergency declare(Handle handle, Declaration wanted, Reader reader) {
    check(wanted);
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    handle
        .createUpdate(
            """
                  insert into gis.emergency (id, reason, basis, districts, declared_at, declared_by, ends_at)
                  values (:id, :reason, :basis, :districts, :at, :by, :until)
                  """)
        .bind("id", id)
        .bind("reason", wanted.reason().strip())
        .bind("basis", wanted.basis())
        .bindArray("districts", String.class, codes(wanted.districts()))
        .bind("at", now)
        .bind("by", reader.account())
        .bind("until", now.plus(wanted.lasting()))
        .execute();
    chronicle.note(
        handle,
        ChronologyKind.EMERGENCY_ACCESS_DECLARED,
        reader.account(),
        subject(id),
        Map.of(
            "basis", wanted.basis().article(),
            "districts", wanted.districts().stream().map(AreaCode::value).toList(),
            "until", now.plus(wanted.lasting()).toString()));
    return one(handle, id);
  }

  private void check(Declaration wanted) {
    if (wanted.reason().isBlank()) {
      throw new RegisterRefusedException(RegisterRefusal.REASON_MISSING);
    }
    if (!wanted.basis().needsEmergency()) {
      throw new RegisterRefusedException(RegisterRefusal.BASIS_NOT_FITTING);
    }
    if (!wanted.lasting().isPositive() || wanted.lasting().compareTo(LONGEST) > 0) {
      throw new RegisterRefusedException(RegisterRefusal.EMERGENCY_TOO_LONG);
    }
    if (!known.containsAll(wanted.districts())) {
      throw new RegisterRefusedException(RegisterRefusal.UNKNOWN_DISTRICT);
    }
  }

  /**
   * Ends an emergency access before its time.
   *
   * @throws RegisterRefusedException NOT_FOUND, or ALREADY_DONE when it is over
   */
  public Emergency end(UUID id, Reader reader) {
    return database.inTransaction(
        handle -> {
          if (!endIfInForce(handle, id, reader)) {
            throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
          }
          return one(handle, id);
        });
  }

  /**
   * Ends it within a transaction of the caller, which is to end soon.
   *
   * @return whether it was in force
   */
  public boolean endIfInForce(Handle handle, UUID id, Reader reader) {
    if (!lock(handle, id).isInForce(clock.instant())) {
      return false;
    }
    handle.execute(
        "update gis.emergency set ended_at = ?, ended_by = ? where id = ?",
        clock.instant(),
        reader.account(),
        id);
    chronicle.note(
        handle, ChronologyKind.EMERGENCY_ACCESS_ENDED, reader.account(), subject(id), Map.of());
    return true;
  }

  /**
   * Notes that somebody else went through what was seen.
   *
   * @param account who; not who declared it, nor anybody who looked
   * @throws RegisterRefusedException NOT_FOUND, OWN_WORK, ALREADY_DONE, or EMERGENCY_RUNNING while
   *     it still holds
   */
  public Emergency acknowledge(UUID id, String account, String remark) {
    return database.inTransaction(
        handle -> {
          Emergency over = lock(handle, id);
          if (over.isInForce(clock.instant())) {
            throw new RegisterRefusedException(RegisterRefusal.EMERGENCY_RUNNING);
          }
          if (over.acknowledgedAt().isPresent()) {
            throw new RegisterRefusedException(RegisterRefusal.ALREADY_DONE);
          }
          if (over.declaredBy().equals(account) || hasLooked(handle, id, account)) {
            throw new RegisterRefusedException(RegisterRefusal.OWN_WORK);
          }
          handle.execute(
              "update gis.emergency set acknowledged_at = ?, acknowledged_by = ?, remark = ? where id = ?",
              clock.instant(),
              account,
              remark.strip(),
              id);
          chronicle.note(
              handle,
              ChronologyKind.EMERGENCY_ACCESS_ACKNOWLEDGED,
              account,
              subject(id),
              Map.of("looks", over.looks(), "people", over.people()));
          return one(handle, id);
        });
  }

  /** Lists all that were ever declared, newest first. */
  public List<Emergency> list() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " order by declared_at desc, id")
                .map((row, _) -> emergency(row))
                .list());
  }

  /** Finds one. */
  public Optional<Emergency> find(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " where e.id = :id")
                .bind("id", id)
                .map((row, _) -> emergency(row))
                .findOne());
  }

  /** Finds the declared access that holds now for a person, the latest one first. */
  public Optional<UUID> findInForce(Handle handle, PersonId person, LegalBasis basis) {
    return handle
        .createQuery(
            """
            select e.id from gis.emergency e, gis.person p
            where p.id = :person and e.basis = :basis
              and e.declared_at <= :now and coalesce(e.ended_at, e.ends_at) > :now
              and (e.districts = '{}' or p.district = any (e.districts) or exists (
                select 1 from gis.district d
                where d.code = any (e.districts) and ST_Intersects(d.outline, p.home)))
            order by e.declared_at desc, e.id limit 1
            """)
        .bind("person", person.value())
        .bind("basis", basis)
        .bind("now", clock.instant())
        .mapTo(UUID.class)
        .findOne();
  }

  private static boolean hasLooked(Handle handle, UUID id, String account) {
    return handle
        .createQuery(
            "select exists (select 1 from gis.access_line where emergency = :id and account = :account)")
        .bind("id", id)
        .bind("account", account)
        .mapTo(boolean.class)
        .one();
  }

  private static Emergency lock(Handle handle, UUID id) {
    boolean known =
        handle
            .createQuery("select true from gis.emergency where id = :id for update")
            .bind("id", id)
            .mapTo(boolean.class)
            .findOne()
            .isPresent();
    if (!known) {
      throw new RegisterRefusedException(RegisterRefusal.NOT_FOUND);
    }
    return one(handle, id);
  }

  private static Emergency one(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + " where e.id = :id")
        .bind("id", id)
        .map((row, _) -> emergency(row))
        .one();
  }

  private static Object[] codes(List<AreaCode> districts) {
    return districts.stream().map(AreaCode::value).toArray();
  }

  private static String subject(UUID id) {
    return "emergency-access:" + id;
  }

  private static Emergency emergency(ResultSet row) throws SQLException {
    return new Emergency(
        row.getObject("id", UUID.class),
        row.getString("reason"),
        LegalBasis.valueOf(row.getString("basis")),
        Arrays.stream((String[]) row.getArray("districts").getArray()).map(AreaCode::new).toList(),
        row.getTimestamp("declared_at").toInstant(),
        row.getString("declared_by"),
        row.getTimestamp("ends_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
        row.getInt("looks"),
        row.getInt("people"),
        Optional.ofNullable(row.getTimestamp("acknowledged_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("acknowledged_by")),
        Optional.ofNullable(row.getString("remark")));
  }
}
