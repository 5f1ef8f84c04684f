package jp.noroshi.shelters.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.storage.Database;

/**
 * How long it took in each response until people were known to be safe. Names nobody. Thread-safe,
 * blocking.
 */
public final class TimesToSafe {

  private final Database database;
  private final Mode mode;

  /** Reads the responses of a mode. */
  public TimesToSafe(Database database, Mode mode) {
    this.database = database;
    this.mode = mode;
  }

  /**
   * A response.
   *
   * @param people who were called up
   * @param secondsToSafe of everybody for whom there was evidence, from being called up until it
   *     first came; the shortest first
   */
  public record OfResponse(
      int number,
      Instant startedAt,
      Optional<Instant> endedAt,
      int people,
      List<Long> secondsToSafe) {
    /** Copies the list. */
    public OfResponse {
      secondsToSafe = List.copyOf(secondsToSafe);
    }
  }

  /** Lists the responses that began within a time, the oldest first. */
  public List<OfResponse> list(Instant from, Instant to) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select r.number, r.started_at, r.ended_at, count(c.id) as people,
                           coalesce(array_agg(extract(epoch from safe.at - c.opened_at)::bigint order by safe.at - c.opened_at)
                                    filter (where safe.at is not null), '{}') as seconds
                    from shelters.response r
                    left join shelters.response_case c on c.response = r.id
                    left join lateral (select min(l.at) as at from shelters.response_line l
                                       where l.case_id = c.id and l.state = 'SAFE') safe on true
                    where r.mode = :mode and r.started_at >= :from and r.started_at < :to
                    group by r.id order by r.number
                    """)
                .bind("mode", mode)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> ofResponse(row))
                .list());
  }

  private static OfResponse ofResponse(ResultSet row) throws SQLException {
    return new OfResponse(
        row.getInt("number"),
        row.getTimestamp("started_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
        row.getInt("people"),
        Arrays.stream((Long[]) row.getArray("seconds").getArray()).toList());
  }
}
