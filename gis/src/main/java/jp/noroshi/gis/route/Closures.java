package jp.noroshi.gis.route;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.io.WKBWriter;

/** The closures of ways, kept in PostGIS as what is true. Thread-safe, blocking. */
public final class Closures {

  private static final String COLUMNS =
      """
      select id, ST_AsGeoJSON(shape, 6) as geojson, reason, applies_to, valid_from, valid_to, created_at, created_by,
             lifted_at, lifted_by
      from gis.closure
      """;
  private static final int LONGEST_REASON = 500;

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Keeps closures in a database. */
  public Closures(Database database, Chronology chronology, Mode mode, InstantSource clock) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
  }

  /** Calls the listener after every change made here, on the thread of the change. */
  void onChanged(Runnable listener) {
    listeners.add(listener);
  }

  /** Lists what holds now or will, the newest first. */
  public List<Closure> listCurrent() {
    return list(
        " where lifted_at is null and (valid_to is null or valid_to > :now) order by created_at desc, id");
  }

  /** Lists the thousand newest, those that are over among them. */
  public List<Closure> listAll() {
    return list(" where created_at <= :now order by created_at desc, id limit 1000");
  }

  /** Lists what holds now. */
  List<Closure> listInForce() {
    return list(
        " where lifted_at is null and valid_from <= :now and (valid_to is null or valid_to > :now) order by id");
  }

  private List<Closure> list(String condition) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + condition)
                .bind("now", clock.instant())
                .map((row, _) -> read(row))
                .list());
  }

  /**
   * Closes a way. Routes asked for afterwards go round it.
   *
   * @param by the account
   * @throws ClosureRefusedException when it cannot be used; nothing changed
   */
  public Closure add(NewClosure closure, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant from = closure.from().orElse(now);
    String reason = closure.reason().strip();
    require(!reason.isEmpty() && reason.length() <= LONGEST_REASON, ClosureRefusal.REASON_MISSING);
    require(closure.until().map(from::isBefore).orElse(true), ClosureRefusal.ENDS_BEFORE_IT_BEGINS);
    byte[] shape =
        ClosureShape.read(closure.shape())
            .map(geometry -> new WKBWriter().write(geometry))
            .orElseThrow(() -> new ClosureRefusedException(ClosureRefusal.SHAPE_UNUSABLE));
    UUID id = UUID.randomUUID();
    Closure added =
        database.inTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      insert into gis.closure
                        (id, shape, reason, applies_to, valid_from, valid_to, created_at, created_by)
                      values (:id, ST_SetSRID(ST_GeomFromWKB(:shape), 4326), :reason, :appliesTo, :from, :until, :now, :by)
                      """)
                  .bind("id", id)
                  .bind("shape", shape)
                  .bind("reason", reason)
                  .bind("appliesTo", closure.appliesTo())
                  .bind("from", from)
                  .bind("until", closure.until().orElse(null))
                  .bind("now", now)
                  .bind("by", by)
                  .execute();
              Closure stored = find(handle, id).orElseThrow();
              note(handle, ChronologyKind.WAY_CLOSED, stored, by, now);
              return stored;
            });
    listeners.forEach(Runnable::run);
    return added;
  }

  /**
   * Opens a way again.
   *
   * @throws ClosureRefusedException when there is no such closure or it is lifted already
   */
  public Closure lift(UUID id, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Closure lifted =
        database.inTransaction(
            handle -> {
              int changed =
                  handle
                      .createUpdate(
                          "update gis.closure set lifted_at = :now, lifted_by = :by where id = :id and lifted_at is null")
                      .bind("now", now)
                      .bind("by", by)
                      .bind("id", id)
                      .execute();
              Closure stored =
                  find(handle, id)
                      .orElseThrow(() -> new ClosureRefusedException(ClosureRefusal.NOT_FOUND));
              require(changed == 1, ClosureRefusal.ALREADY_LIFTED);
              note(handle, ChronologyKind.WAY_REOPENED, stored, by, now);
              return stored;
            });
    listeners.forEach(Runnable::run);
    return lifted;
  }

  private static Optional<Closure> find(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + " where id = :id")
        .bind("id", id)
        .map((row, _) -> read(row))
        .findOne();
  }

  private void note(Handle handle, ChronologyKind kind, Closure closure, String by, Instant at) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("reason", closure.reason());
    detail.put("appliesTo", closure.appliesTo().name());
    detail.put("from", closure.from().toString());
    closure.until().ifPresent(until -> detail.put("until", until.toString()));
    chronology.append(
        handle, new ChronologyEntry(at, mode, kind, by, "closure:" + closure.id(), detail));
  }

  private static Closure read(ResultSet row) throws SQLException {
    Optional<Instant> liftedAt = instant(row, "lifted_at");
    String liftedBy = row.getString("lifted_by");
    return new Closure(
        row.getObject("id", UUID.class),
        row.getString("geojson"),
        row.getString("reason"),
        Closure.AppliesTo.valueOf(row.getString("applies_to")),
        instant(row, "valid_from").orElseThrow(),
        instant(row, "valid_to"),
        instant(row, "created_at").orElseThrow(),
        row.getString("created_by"),
        liftedAt.map(at -> new Closure.Lifting(at, liftedBy)));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static void require(boolean held, ClosureRefusal refusal) {
    if (!held) {
      throw new ClosureRefusedException(refusal);
    }
  }
}
