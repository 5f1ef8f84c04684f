package jp.noroshi.shelters.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.talk.Report.Position;
import jp.noroshi.shelters.talk.Report.Said;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The reports of one mode; what is personal in them is sealed. */
final class ReportTable {

  /** What staff have to look after. */
  private static final String OPEN =
      "handled_at is null and (kind = 'HELP' or (joined is not null and not vouched))";

  private final RoomCipher cipher;
  private final Mode mode;

  ReportTable(RoomCipher cipher, Mode mode) {
    this.cipher = cipher;
    this.mode = mode;
  }

  /** Writes a report, or adds to the open one of the same sender and kind. */
  Report write(Handle handle, Reports.Taken taken, Optional<UUID> joined, Instant now) {
    String sender = cipher.mark("SENDER", taken.sender());
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:sender, 0))")
        .bind("sender", sender)
        .mapTo(String.class)
        .list();
    UUID id = findOpen(handle, sender, taken.kind()).orElseGet(UUID::randomUUID);
    Said said =
        find(handle, id)
            .map(Report::said)
            .map(earlier -> isBlank(taken) ? earlier : taken.said().after(earlier))
            .orElse(taken.said());
    handle
        .createUpdate(
            """
            insert into shelters.report
              (id, mode, kind, via, sender, content, joined, vouched, first_at, last_at, times)
            values (:id, :mode, :kind, :via, :sender, :content,
              cast(:joined as uuid), :vouched, :now, :now, 1)
            on conflict (id) do update set
              content = excluded.content,
              joined = coalesce(excluded.joined, shelters.report.joined),
              vouched = excluded.vouched or shelters.report.vouched,
              last_at = excluded.last_at, times = shelters.report.times + 1
            """)
        .bind("id", id)
        .bind("mode", mode)
        .bind("kind", taken.kind())
        .bind("via", taken.via())
        .bind("sender", sender)
        .bind("content", cipher.seal(id, said))
        .bind("joined", joined.orElse(null))
        .bind("vouched", taken.vouched())
        .bind("now", now)
        .execute();
    return find(handle, id).orElseThrow();
  }

  /** Adds a position to the open report of a sender, to a call for help first. */
  boolean locate(Handle handle, String sender, Position position, String address) {
    Optional<Report> open =
        read(
                select(
                        handle,
                        "sender = :sender and handled_at is null",
                        "order by kind, last_at desc limit 1 for update")
                    .bind("sender", cipher.mark("SENDER", sender)))
            .stream()
            .findFirst();
    open.ifPresent(
        report ->
            handle
                .createUpdate(
                    "update shelters.report set content = :content, last_at = :at where id = :id")
                .bind("content", cipher.seal(report.id(), report.said().at(position, address)))
                .bind("at", position.at())
                .bind("id", report.id())
                .execute());
    return open.isPresent();
  }

  /** A word alone takes nothing away from what was written before. */
  private static boolean isBlank(Reports.Taken taken) {
    return taken.said().equals(Said.NOTHING);
  }

  private Optional<UUID> findOpen(Handle handle, String sender, PersonAnswer kind) {
    return handle
        .createQuery(
            """
            select id from shelters.report
            where mode = :mode and sender = :sender and kind = :kind and handled_at is null
            order by last_at desc limit 1
            """)
        .bind("mode", mode)
        .bind("sender", sender)
        .bind("kind", kind)
        .mapTo(UUID.class)
        .findOne();
  }

  Optional<Report> find(Handle handle, UUID id) {
    return read(select(handle, "id = :id", "").bind("id", id)).stream().findFirst();
  }

  List<Report> list(Handle handle, Optional<PersonAnswer> kind, boolean open, int most) {
    return read(
        select(
                handle,
                "(cast(:kind as text) is null or kind = :kind) and (not :open or " + OPEN + ")",
                "order by kind, last_at desc limit :most")
            .bind("kind", kind.map(Enum::name).orElse(null))
            .bind("open", open)
            .bind("most", most));
  }

  private Query select(Handle handle, String which, String rest) {
    return handle
        .createQuery("select * from shelters.report where mode = :mode and " + which + " " + rest)
        .bind("mode", mode);
  }

  Reports.Figures count(Handle handle) {
    return handle
        .createQuery(
            """
            select count(*) filter (where kind = 'SAFE') as safe,
                   count(*) filter (where kind = 'HELP') as help,
                   count(*) filter (where %s) as open
            from shelters.report where mode = :mode
            """
                .formatted(OPEN))
        .bind("mode", mode)
        .map((row, _) -> new Reports.Figures(row.getInt(1), row.getInt(2), row.getInt(3)))
        .one();
  }

  void handle(Handle handle, UUID id, String outcome, String by, Instant now) {
    handle
        .createUpdate(
            """
            update shelters.report set handled_at = :now, handled_by = :by, outcome = :outcome
            where id = :id and mode = :mode and handled_at is null
            """)
        .bind("now", now)
        .bind("by", by)
        .bind("outcome", outcome)
        .bind("id", id)
        .bind("mode", mode)
        .execute();
  }

  private List<Report> read(Query query) {
    return query.map((row, _) -> report(row)).list();
  }

  private Report report(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Optional<Report.Handled> handled = Optional.empty();
    if (row.getTimestamp("handled_at") != null) {
      handled =
          Optional.of(
              new Report.Handled(
                  row.getTimestamp("handled_at").toInstant(),
                  row.getString("handled_by"),
                  row.getString("outcome")));
    }
    return new Report(
        id,
        row.getInt("number"),
        PersonAnswer.valueOf(row.getString("kind")),
        Report.Via.valueOf(row.getString("via")),
        cipher.open(id, row.getBytes("content"), Said.class),
        Optional.ofNullable(row.getObject("joined", UUID.class)),
        row.getBoolean("vouched"),
        row.getTimestamp("first_at").toInstant(),
        row.getTimestamp("last_at").toInstant(),
        row.getInt("times"),
        handled);
  }
}
