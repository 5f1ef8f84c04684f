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

  // Each look has a line at least, of somebody asked for too, so that no more looks than lines are
  // opened; and of looks at many only as many as it takes. The newest may lie before the number
  // in part only, hence one look more.
  private static final String LINES =
      """
      with wanted as (
        select * from gis.access_look
        where id <= (:before - 1) >> 20
          and (:account::text is null or account = :account)
          and (:subject::uuid is null or subjects @> array[:subject::uuid])
          and (:emergency::uuid is null or emergency = :emergency)
        order by id desc limit :limit + 1
      ), counted as (
        select id, sum(case when :subject::uuid is null then least(lines, :before - (id << 20)) else 1 end)
                     over (order by id desc rows between unbounded preceding and 1 preceding) as newer
        from wanted
      )
      select line.number, at, account, standing, address, subject_kind, line.subject, groups, purpose, basis, emergency, export
      from wanted join counted using (id)
      cross join lateral (
        select (wanted.id << 20) + seen.position - 1 as number, seen.subject
        from unnest(wanted.subjects) with ordinality as seen (subject, position)
        where (:subject::uuid is null or seen.subject = :subject)
          and (wanted.id << 20) + seen.position - 1 < :before
        order by seen.position desc limit :limit
      ) line
      where coalesce(newer, 0) <= :limit
      order by number desc limit :limit
      """;

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
                .createQuery(LINES)
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
        row.getLong("number"),
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
