package jp.noroshi.opsconsole.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.tally.Contacts;
import org.jdbi.v3.core.Handle;

/**
 * The tablets of the shelters: who may hand in check-ins without an account, and how long ago they
 * told all they had. Thread-safe, blocking.
 */
public final class Tablets implements Contacts {

  /** What is tried again within this is the same trying. */
  private static final Duration ONE_PROBING = Duration.ofMinutes(10);

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;

  /** Makes the door to the tablets. */
  public Tablets(Database database, Chronology chronology, Mode mode, InstantSource clock) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * A new tablet.
   *
   * @param secret shown this once
   */
  public record Enrolled(Tablet tablet, String secret) {
    @Override
    public String toString() {
      return "Enrolled[" + tablet + "]";
    }
  }

  /** Lets a tablet in for a shelter. */
  public Enrolled enrol(String name, UUID shelter, String actor) {
    Token secret = Token.random();
    UUID device = UUID.randomUUID();
    Tablet tablet =
        database.inTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      insert into console.tablet
                        (device, token_hash, name, shelter, enrolled_at, enrolled_by, last_seen_at)
                      values (:device, :hash, :name, :shelter, :now, :actor, :now)
                      """)
                  .bind("device", device)
                  .bind("hash", secret.hash())
                  .bind("name", name)
                  .bind("shelter", shelter)
                  .bind("now", clock.instant())
                  .bind("actor", actor)
                  .execute();
              record(handle, device, actor, Map.of("change", "enrolled", "shelter", shelter));
              return find(handle, device).orElseThrow();
            });
    return new Enrolled(tablet, secret.value());
  }

  /**
   * Locks a tablet out. What it has not sent stays on it; its last word says how much that is.
   *
   * @return empty when there is no such tablet; locking twice changes nothing
   */
  public Optional<Tablet> lock(UUID device, String reason, String actor) {
    return database.inTransaction(
        handle -> {
          int locked =
              handle
                  .createUpdate(
                      """
                      update console.tablet set locked_at = :now, locked_by = :actor, lock_reason = :reason
                      where device = :device and locked_at is null
                      """)
                  .bind("now", clock.instant())
                  .bind("actor", actor)
                  .bind("reason", reason)
                  .bind("device", device)
                  .execute();
          if (locked > 0) {
            record(handle, device, actor, Map.of("change", "locked"));
          }
          return find(handle, device);
        });
  }

  /** Returns every tablet, those of one shelter together. */
  public List<Tablet> list() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select * from console.tablet order by shelter, name, device")
                .map((row, _) -> read(row))
                .list());
  }

  /** Finds the tablet with this secret, locked or not, and notes that it spoke. */
  public Optional<Tablet> use(String secret) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "update console.tablet set last_seen_at = :now where token_hash = :hash returning *")
                .bind("now", clock.instant())
                .bind("hash", new Token(secret).hash())
                .map((row, _) -> read(row))
                .findOne());
  }

  /** Notes how many events a tablet says it still holds. */
  public void told(UUID device, int unsent) {
    database.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update console.tablet
                    set unsent = :unsent, told_all_at = case when :unsent = 0 then :now else told_all_at end
                    where device = :device
                    """)
                .bind("unsent", unsent)
                .bind("now", clock.instant())
                .bind("device", device)
                .execute());
  }

  /** Notes that a tablet asks for too many names; in the chronology once while it goes on. */
  public void noteProbing(UUID device) {
    Instant now = clock.instant();
    database.useTransaction(
        handle -> {
          boolean goesOn =
              handle
                  .createQuery(
                      """
                      select coalesce(probed_at > :since, false) from console.tablet
                      where device = :device for update
                      """)
                  .bind("since", now.minus(ONE_PROBING))
                  .bind("device", device)
                  .mapTo(Boolean.class)
                  .one();
          handle
              .createUpdate("update console.tablet set probed_at = :now where device = :device")
              .bind("now", now)
              .bind("device", device)
              .execute();
          if (!goesOn) {
            record(handle, device, "tablet:" + device, Map.of("change", "probing"));
          }
        });
  }

  /** A shelter is known as of when the last of its tablets told everything. */
  @Override
  public Map<UUID, Contact> now() {
    Map<UUID, Contact> contacts = new HashMap<>();
    for (Tablet tablet : list()) {
      if (tablet.lock().isEmpty()) {
        contacts.merge(
            tablet.shelter(),
            new Contact(tablet.toldAll().orElse(tablet.enrolledAt()), tablet.unsent()),
            Tablets::together);
      }
    }
    return contacts;
  }

  private static Contact together(Contact one, Contact other) {
    boolean earlier = one.upToDate().isBefore(other.upToDate());
    return new Contact(earlier ? one.upToDate() : other.upToDate(), one.unsent() + other.unsent());
  }

  private static Optional<Tablet> find(Handle handle, UUID device) {
    return handle
        .createQuery("select * from console.tablet where device = :device")
        .bind("device", device)
        .map((row, _) -> read(row))
        .findOne();
  }

  private void record(Handle handle, UUID device, String actor, Map<String, Object> detail) {
    chronology.append(
        handle,
        new ChronologyEntry(
            clock.instant(),
            mode,
            ChronologyKind.TABLET_CHANGED,
            actor,
            "tablet:" + device,
            detail));
  }

  private static Tablet read(ResultSet row) throws SQLException {
    return new Tablet(
        row.getObject("device", UUID.class),
        row.getString("name"),
        row.getObject("shelter", UUID.class),
        row.getTimestamp("enrolled_at").toInstant(),
        row.getString("enrolled_by"),
        row.getTimestamp("last_seen_at").toInstant(),
        instant(row, "told_all_at"),
        row.getInt("unsent"),
        instant(row, "probed_at"),
        lock(row));
  }

  private static Optional<Tablet.Lock> lock(ResultSet row) throws SQLException {
    Optional<Instant> at = instant(row, "locked_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Tablet.Lock(at.get(), row.getString("locked_by"), row.getString("lock_reason")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
