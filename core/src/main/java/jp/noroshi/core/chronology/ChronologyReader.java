package jp.noroshi.core.chronology;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads the chronology page by page. Thread-safe, blocking. */
public final class ChronologyReader {

  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

  private final Database database;

  /** Reads from this database. */
  public ChronologyReader(Database database) {
    this.database = database;
  }

  /** Lists the lines after a number, oldest first. */
  public List<ChronologyLine> listAfter(long seq, int limit, ChronologyFilter filter) {
    return list("seq > :seq", "asc", seq, limit, filter);
  }

  /**
   * Lists the lines before a number, newest first.
   *
   * @param seq {@link Long#MAX_VALUE} for the newest of all
   */
  public List<ChronologyLine> listBefore(long seq, int limit, ChronologyFilter filter) {
    return list("seq < :seq", "desc", seq, limit, filter);
  }

  /** Returns the number of the newest line; 0 when there is none. */
  public long lastSeq() {
    return database.withHandle(
        handle ->
            handle.createQuery("select seq from core.chronology_head").mapTo(Long.class).one());
  }

  private List<ChronologyLine> list(
      String range, String direction, long seq, int limit, ChronologyFilter filter) {
    return database.withHandle(
        handle -> {
          Query query =
              handle.createQuery(
                  """
                  select seq, at, mode, kind, actor, subject, detail from core.chronology
                  where <range>
                    and (:mode::text is null or mode = :mode)
                    and (:subject::text is null or subject = :subject)
                    and (cardinality(:kinds::text[]) = 0 or kind = any(:kinds))
                  order by seq <direction> limit :limit
                  """);
          return query
              .define("range", range)
              .define("direction", direction)
              .bind("seq", seq)
              .bind("mode", filter.mode())
              .bind("subject", filter.subject())
              .bind("kinds", filter.kinds().stream().map(Enum::name).toArray(String[]::new))
              .bind("limit", limit)
              .map(ChronologyReader::line)
              .list();
        });
  }

  private static ChronologyLine line(ResultSet row, StatementContext context) throws SQLException {
    return new ChronologyLine(
        row.getLong("seq"),
        new ChronologyEntry(
            row.getTimestamp("at").toInstant(),
            Mode.valueOf(row.getString("mode")),
            ChronologyKind.valueOf(row.getString("kind")),
            row.getString("actor"),
            row.getString("subject"),
            Json.read(row.getString("detail"), DETAIL)));
  }
}
