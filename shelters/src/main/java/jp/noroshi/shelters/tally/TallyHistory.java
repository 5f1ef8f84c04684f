package jp.noroshi.shelters.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What the figures were, minute by minute, as they were known then: for the report of the morning,
 * and for the highest that ever was. Thread-safe, blocking.
 */
public final class TallyHistory {

  /** What the table calls the city: a part of its key, so never null. */
  private static final UUID CITY = new UUID(0, 0);

  private final Database database;
  private final LiveTally tally;
  private final InstantSource clock;

  /** Notes what the tally says. */
  public TallyHistory(Database database, LiveTally tally, InstantSource clock) {
    this.database = database;
    this.tally = tally;
    this.clock = clock;
  }

  /**
   * What the figures were in a minute.
   *
   * @param minute its beginning
   * @param most the most people since the minute before
   */
  public record Point(Instant minute, int people, int households, int most, Figures figures) {}

  /** The most people there ever were. */
  public record Peak(Instant minute, int people) {}

  /** Notes the figures that changed since this was last done. Several hubs may do so. */
  public void note() {
    Map<TallyScope, LiveTally.Changed> changed = tally.takeMinute();
    if (changed.isEmpty()) {
      return;
    }
    Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    database.useTransaction(handle -> insert(handle, minute, changed));
  }

  private static void insert(
      Handle handle, Instant minute, Map<TallyScope, LiveTally.Changed> changed) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into shelters.tally_point (shelter, minute, people, households, most_people, figures)
            values (:shelter, :minute, :people, :households, :most, :figures)
            on conflict (shelter, minute) do update
              set people = excluded.people, households = excluded.households, figures = excluded.figures,
                  most_people = greatest(tally_point.most_people, excluded.most_people)
            """);
    changed.forEach(
        (scope, now) ->
            batch
                .bind("shelter", key(scope))
                .bind("minute", minute)
                .bind("people", now.figures().people())
                .bind("households", now.figures().households())
                .bind("most", now.most())
                .bind("figures", Json.write(now.figures()))
                .add());
    batch.execute();
  }

  private static UUID key(TallyScope scope) {
    return switch (scope) {
      case TallyScope.City _ -> CITY;
      case TallyScope.AtShelter(UUID shelter) -> shelter;
    };
  }

  /** Lists the minutes in which something changed, the oldest first. */
  public List<Point> list(TallyScope scope, Instant from, int limit) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from shelters.tally_point where shelter = :shelter and minute >= :from
                    order by minute limit :limit
                    """)
                .bind("shelter", key(scope))
                .bind("from", from)
                .bind("limit", limit)
                .map((row, _) -> point(row))
                .list());
  }

  /** Returns when most people were there; empty when nobody ever was. */
  public Optional<Peak> findPeak(TallyScope scope) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select minute, most_people from shelters.tally_point
                    where shelter = :shelter and most_people > 0 order by most_people desc, minute limit 1
                    """)
                .bind("shelter", key(scope))
                .map(
                    (row, _) ->
                        new Peak(row.getTimestamp("minute").toInstant(), row.getInt("most_people")))
                .findOne());
  }

  /** Returns the minute in which most people were there within a time. */
  public Optional<Point> findMost(TallyScope scope, Instant from, Instant to) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from shelters.tally_point
                    where shelter = :shelter and minute >= date_trunc('minute', cast(:from as timestamptz)) and minute < :to
                    order by most_people desc, minute limit 1
                    """)
                .bind("shelter", key(scope))
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> point(row))
                .findOne());
  }

  private static Point point(ResultSet row) throws SQLException {
    return new Point(
        row.getTimestamp("minute").toInstant(),
        row.getInt("people"),
        row.getInt("households"),
        row.getInt("most_people"),
        Json.read(row.getString("figures"), Figures.class));
  }
}
