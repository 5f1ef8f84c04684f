package jp.noroshi.shelters.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;

/**
 * The course of every shelter, as staff say it: instructed, inspected, open, closing, closed. Every
 * word is a line of its own that says the whole; the latest counts. Thread-safe, blocking.
 */
public final class Openings {

  private static final String STANDING =
      "select distinct on (e.shelter_id) e.* from shelters.opening_event e";
  private static final int LONGEST_HISTORY = 200;

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;

  /** Keeps the words in a database. */
  public Openings(Database database, Chronology chronology, Mode mode, InstantSource clock) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * Notes a word about a shelter. One that only renews what stands is no milestone.
   *
   * @param by the account or device that says it
   * @return how it stands now
   * @throws OpeningRefusedException when the word does not follow on how it stands; nothing changed
   */
  public Opening say(Shelter shelter, OpeningWord word, String by) {
    return database.inTransaction(
        handle -> {
          // One word at a time about a shelter, so that "before" is what the other one left.
          handle.execute("select pg_advisory_xact_lock(hashtext(?))", shelter.id().toString());
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          Opening after = new NextOpening(shelter, find(handle, shelter.id()), now, by).after(word);
          insert(handle, after, word);
          milestoneOf(word).ifPresent(kind -> note(handle, kind, shelter, after));
          return after;
        });
  }

  /** Lists how every shelter stands of which anything was ever said. */
  public List<Opening> standing() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(STANDING + " order by e.shelter_id, e.id desc")
                .map((row, _) -> opening(row))
                .list());
  }

  /** Finds how a shelter stands; empty when nothing was ever said of it. */
  public Optional<Opening> find(UUID shelter) {
    return database.withHandle(handle -> find(handle, shelter));
  }

  /** Lists what was said of a shelter, the newest first. */
  public List<OpeningLine> history(UUID shelter) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from shelters.opening_event where shelter_id = :id order by id desc limit :limit")
                .bind("id", shelter)
                .bind("limit", LONGEST_HISTORY)
                .map((row, _) -> line(row))
                .list());
  }

  private static Optional<Opening> find(Handle handle, UUID shelter) {
    return handle
        .createQuery(STANDING + " where e.shelter_id = :id order by e.shelter_id, e.id desc")
        .bind("id", shelter)
        .map((row, _) -> opening(row))
        .findOne();
  }

  private static void insert(Handle handle, Opening after, OpeningWord word) {
    handle
        .createUpdate(
            """
            insert into shelters.opening_event
              (shelter_id, word, state, crowding, crowding_until, inspection, note, since, opened_at, at, by)
            values (:shelter, :word, :state, :crowding, :until, :inspection::jsonb, :note, :since, :openedAt, :at, :by)
            """)
        .bind("shelter", after.shelter())
        .bind("word", word.name())
        .bind("state", after.state())
        .bind("crowding", after.said())
        .bind("until", after.saidUntil().orElse(null))
        .bind("inspection", after.inspection().map(Json::write).orElse(null))
        .bind("note", word.said().strip())
        .bind("since", after.since())
        .bind("openedAt", after.openedAt().orElse(null))
        .bind("at", after.asOf())
        .bind("by", after.by())
        .execute();
  }

  private static Optional<ChronologyKind> milestoneOf(OpeningWord word) {
    return switch (word) {
      case OpeningWord.Instruct _ -> Optional.of(ChronologyKind.SHELTER_INSTRUCTED);
      case OpeningWord.Inspect _ -> Optional.of(ChronologyKind.SHELTER_INSPECTED);
      case OpeningWord.Open _ -> Optional.of(ChronologyKind.SITE_OPENED);
      case OpeningWord.CannotOpen _ -> Optional.of(ChronologyKind.SHELTER_CANNOT_OPEN);
      case OpeningWord.BeginClosing _ -> Optional.of(ChronologyKind.SHELTER_CLOSING);
      case OpeningWord.Close _ -> Optional.of(ChronologyKind.SITE_CLOSED);
      case OpeningWord.Crowded _ -> Optional.of(ChronologyKind.SHELTER_CROWDING);
      case OpeningWord.StillCorrect _ -> Optional.empty();
    };
  }

  /** Without the note: what staff write by hand may name somebody. */
  private void note(Handle handle, ChronologyKind kind, Shelter shelter, Opening after) {
    chronology.append(
        handle,
        new ChronologyEntry(
            after.asOf(),
            mode,
            kind,
            after.by(),
            "shelter:" + shelter.id(),
            Map.of(
                "name", shelter.name(),
                "kind", shelter.kind().name(),
                "crowding", after.said().name())));
  }

  private static Opening opening(ResultSet row) throws SQLException {
    return new Opening(
        row.getObject("shelter_id", UUID.class),
        OpeningState.valueOf(row.getString("state")),
        Crowding.valueOf(row.getString("crowding")),
        findTime(row, "crowding_until"),
        inspection(row),
        findTime(row, "opened_at"),
        time(row, "since"),
        time(row, "at"),
        row.getString("by"));
  }

  private static OpeningLine line(ResultSet row) throws SQLException {
    OpeningWord.Name word = OpeningWord.Name.valueOf(row.getString("word"));
    return new OpeningLine(
        row.getLong("id"),
        word,
        OpeningState.valueOf(row.getString("state")),
        Optional.of(Crowding.valueOf(row.getString("crowding")))
            .filter(_ -> word == OpeningWord.Name.CROWDED),
        inspection(row).filter(_ -> word == OpeningWord.Name.INSPECT),
        row.getString("note"),
        time(row, "at"),
        row.getString("by"));
  }

  private static Optional<Inspection> inspection(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("inspection"))
        .map(json -> Json.read(json, Inspection.class));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<Instant> findTime(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
