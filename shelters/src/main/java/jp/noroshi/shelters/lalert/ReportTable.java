package jp.noroshi.shelters.lalert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import jp.noroshi.core.storage.Json;
import jp.noroshi.shelters.lalert.SubmittedReport.State;
import org.jdbi.v3.core.Handle;

/** The reports that were made, and what became of each. */
final class ReportTable {

  private static final String LATEST = "select * from shelters.lalert_report";

  private ReportTable() {}

  static Optional<SubmittedReport> findLatest(Handle handle) {
    return handle
        .createQuery(LATEST + " order by id desc limit 1")
        .map((row, _) -> read(row))
        .findOne();
  }

  static void insert(Handle handle, SheltersReport report) {
    // Who has not been told of the former need not be: this one says the whole.
    handle.execute("update shelters.lalert_report set state = 'OVERTAKEN' where state = 'WAITING'");
    handle
        .createUpdate(
            """
            insert into shelters.lalert_report (document, revision, content, made_at, state)
            values (:document, :revision, :content::jsonb, :madeAt, 'WAITING')
            """)
        .bind("document", report.document())
        .bind("revision", report.revision())
        .bind("content", Json.write(report))
        .bind("madeAt", report.madeAt())
        .execute();
  }

  /** Notes an answer; of a report that was overtaken meanwhile it is too late. */
  static boolean answered(
      Handle handle, SheltersReport report, State state, String detail, Instant at) {
    return handle
            .createUpdate(
                """
                update shelters.lalert_report set state = :state, detail = :detail, answered_at = :at
                where document = :document and revision = :revision and state = 'WAITING'
                """)
            .bind("state", state)
            .bind("detail", detail)
            .bind("at", at)
            .bind("document", report.document())
            .bind("revision", report.revision())
            .execute()
        == 1;
  }

  private static SubmittedReport read(ResultSet row) throws SQLException {
    return new SubmittedReport(
        Json.read(row.getString("content"), SheltersReport.class),
        State.valueOf(row.getString("state")),
        row.getString("detail"),
        Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
