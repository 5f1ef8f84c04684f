package jp.noroshi.gis.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.Database;

/** Reads the access log. It names nobody: a person is a number here. Thread-safe, blocking. */
public final class AccessHistory {

  private final Database database;

  /** Reads from a database. */
  public AccessHistory(Database database) {
    this.database = database;
  }

  /**
   * What is looked for; what is empty does not matter.
   *
   * @param account who looked
   * @param subject at whom
   * @param emergency relying on which emergency
   */
  public record Filter(Optional<String> account, Optional<UUID> subject, Optional<UUID> emergency) {
    /** Everything. */
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Lists lines before a number, newest first. */
  public List<AccessLine> listBefore(long before, int limit, Filter filter) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from gis.access_line
                    where id < :before
                      and (:account::text is null or account = :account)
                      and (:subject::uuid is null or subject = :subject)
                      and (:emergency::uuid is null or emergency = :emergency)
                    order by id desc limit :limit
                    """)
                .bind("before", before)
                .bind("limit", limit)
                .bind("account", filter.account().orElse(null))
                .bind("subject", filter.subject().orElse(null))
                .bind("emergency", filter.emergency().orElse(null))
                .map((row, _) -> line(row))
                .list());
  }

  private static AccessLine line(ResultSet row) throws SQLException {
    return new AccessLine(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        row.getString("account"),
        Reader.Standing.valueOf(row.getString("standing")),
        row.getString("address"),
        row.getString("subject_kind"),
        row.getObject("subject", UUID.class),
        Arrays.stream((String[]) row.getArray("groups").getArray())
            .map(FieldGroup::valueOf)
            .toList(),
        Purpose.valueOf(row.getString("purpose")),
        LegalBasis.valueOf(row.getString("basis")),
        Optional.ofNullable(row.getObject("emergency", UUID.class)),
        Optional.ofNullable(row.getObject("export", UUID.class)));
  }
}
