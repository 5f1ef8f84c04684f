package jp.noroshi.shelters.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.place.AreaCode;
import org.jdbi.v3.core.Handle;

/** The responses of one mode and their causes. */
final class ResponseTable {

  private final Mode mode;

  ResponseTable(Mode mode) {
    this.mode = mode;
  }

  /** Lets one transaction at a time begin, extend or end responses of this mode. */
  void lock(Handle handle) {
    handle.execute(
        "select pg_advisory_xact_lock(hashtext('shelters.response ' || ?))", mode.name());
  }

  UUID insert(Handle handle, Instant at, String by) {
    UUID id = UUID.randomUUID();
    handle.execute(
        "insert into shelters.response (id, mode, started_at, started_by) values (?, ?, ?, ?)",
        id,
        mode.name(),
        Timestamp.from(at),
        by);
    return id;
  }

  /** Writes a cause, new, raised, or standing again; its people are called up afterwards. */
  void write(Handle handle, Cause cause) {
    handle
        .createUpdate(
            """
            insert into shelters.response_cause (response, district, hazard, level, change_id, since, by,
                register_emergency, plan_emergency)
            values (:response, :district, :hazard, :level, :change, :since, :by, :register, :plan)
            on conflict (response, district, hazard) do update set
              level = excluded.level, change_id = excluded.change_id, since = excluded.since,
              by = excluded.by, register_emergency = excluded.register_emergency,
              plan_emergency = excluded.plan_emergency, listed_at = null,
              afresh = response_cause.over_at is not null and not exists (
                select 1 from shelters.response_cause other
                where other.response = excluded.response and other.district = excluded.district
                  and other.over_at is null),
              over_at = null, over_by = null
            """)
        .bind("response", cause.response())
        .bind("district", cause.district().value())
        .bind("hazard", cause.hazard())
        .bind("level", cause.level().map(AlertLevel::number).orElse(null))
        .bind("change", cause.change().orElse(null))
        .bind("since", cause.since())
        .bind("by", cause.by())
        .bind("register", cause.looks().register())
        .bind("plan", cause.looks().plan())
        .execute();
  }

  /** Notes an order that changes nothing for the people called up: a level was lowered. */
  void follow(Handle handle, Cause cause) {
    handle
        .createUpdate(
            """
            update shelters.response_cause set level = :level, change_id = :change, since = :since
            where response = :response and district = :district and hazard = :hazard
            """)
        .bind("level", cause.level().map(AlertLevel::number).orElse(null))
        .bind("change", cause.change().orElse(null))
        .bind("since", cause.since())
        .bind("response", cause.response())
        .bind("district", cause.district().value())
        .bind("hazard", cause.hazard())
        .execute();
  }

  void over(Handle handle, Cause cause, Instant at, String by) {
    handle.execute(
        """
        update shelters.response_cause set over_at = ?, over_by = ?
        where response = ? and district = ? and hazard = ? and over_at is null
        """,
        Timestamp.from(at),
        by,
        cause.response(),
        cause.district().value(),
        cause.hazard().name());
  }

  /** Renews the emergencies of what stands. */
  void renew(Handle handle, UUID response, Cause.Looks looks) {
    handle.execute(
        """
        update shelters.response_cause set register_emergency = ?, plan_emergency = ?
        where response = ? and over_at is null
        """,
        looks.register(),
        looks.plan(),
        response);
  }

  /** Takes a cause whose people are to be called up; others' are passed over. */
  Optional<Cause> lockUnlisted(Handle handle) {
    return handle
        .createQuery(
            """
            select c.* from shelters.response_cause c join shelters.response r on r.id = c.response
            where r.mode = :mode and r.ended_at is null and c.listed_at is null and c.over_at is null
            order by c.level desc nulls first, c.since, c.district limit 1
            for update of c skip locked
            """)
        .bind("mode", mode)
        .map((row, _) -> cause(row))
        .findOne();
  }

  /** Tells whether the people of something that stands are still to be called up. */
  boolean hasUnlisted(Handle handle, UUID response) {
    return handle
        .createQuery(
            """
            select exists (select 1 from shelters.response_cause
                           where response = :response and listed_at is null and over_at is null)
            """)
        .bind("response", response)
        .mapTo(boolean.class)
        .one();
  }

  void listed(Handle handle, Cause cause, Instant at) {
    handle.execute(
        """
        update shelters.response_cause set listed_at = ?, afresh = false
        where response = ? and district = ? and hazard = ?
        """,
        Timestamp.from(at),
        cause.response(),
        cause.district().value(),
        cause.hazard().name());
  }

  void end(Handle handle, UUID response, Instant at, String by) {
    handle.execute(
        "update shelters.response set ended_at = ?, ended_by = ? where id = ? and ended_at is null",
        Timestamp.from(at),
        by,
        response);
  }

  Optional<Response> findRunning(Handle handle) {
    return handle
        .createQuery("select * from shelters.response where mode = :mode and ended_at is null")
        .bind("mode", mode)
        .map((row, _) -> response(handle, row))
        .findOne();
  }

  Optional<Response> find(Handle handle, UUID id) {
    return handle
        .createQuery("select * from shelters.response where mode = :mode and id = :id")
        .bind("mode", mode)
        .bind("id", id)
        .map((row, _) -> response(handle, row))
        .findOne();
  }

  List<Response> list(Handle handle, int most) {
    return handle
        .createQuery(
            "select * from shelters.response where mode = :mode order by number desc limit :most")
        .bind("mode", mode)
        .bind("most", most)
        .map((row, _) -> response(handle, row))
        .list();
  }

  /** Tells whether a change of orders was followed in a district before, by whatever response. */
  boolean isFollowed(Handle handle, UUID change, AreaCode district) {
    return handle
        .createQuery(
            """
            select exists (select 1 from shelters.response_cause
                           where change_id = :change and district = :district)
            """)
        .bind("change", change)
        .bind("district", district.value())
        .mapTo(boolean.class)
        .one();
  }

  private static Response response(Handle handle, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Response(
        id,
        row.getInt("number"),
        Mode.valueOf(row.getString("mode")),
        row.getTimestamp("started_at").toInstant(),
        row.getString("started_by"),
        instant(row, "ended_at"),
        Optional.ofNullable(row.getString("ended_by")),
        causes(handle, id));
  }

  private static List<Cause> causes(Handle handle, UUID response) {
    return handle
        .createQuery(
            "select * from shelters.response_cause where response = :id order by district, hazard")
        .bind("id", response)
        .map((row, _) -> cause(row))
        .list();
  }

  private static Cause cause(ResultSet row) throws SQLException {
    int level = row.getInt("level");
    return new Cause(
        row.getObject("response", UUID.class),
        new AreaCode(row.getString("district")),
        Hazard.valueOf(row.getString("hazard")),
        level == 0 ? Optional.empty() : Optional.of(AlertLevel.of(level)),
        Optional.ofNullable(row.getObject("change_id", UUID.class)),
        row.getTimestamp("since").toInstant(),
        row.getString("by"),
        new Cause.Looks(
            row.getObject("register_emergency", UUID.class),
            row.getObject("plan_emergency", UUID.class)),
        row.getBoolean("afresh"),
        instant(row, "over_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
