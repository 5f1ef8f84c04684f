package jp.noroshi.shelters.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Inquiries and their answers on disk. Thread-safe, blocking. */
final class InquiryTable {

  private static final String READ =
      """
      select i.id, i.number, i.taken_at, i.taken_by, i.relation, i.proof, a.answered_at, a.answered_by, a.scope
      from shelters.inquiry i left join shelters.inquiry_answer a on a.inquiry = i.id
      """;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(
      UUID id, Instant takenAt, String takenBy, Relation relation, Proof proof, byte[] content) {}

  void insert(Handle handle, Row row) {
    handle
        .createUpdate(
            """
            insert into shelters.inquiry (id, taken_at, taken_by, relation, proof, content)
            values (:id, :takenAt, :takenBy, :relation, :proof, :content)
            """)
        .bind("id", row.id())
        .bind("takenAt", row.takenAt())
        .bind("takenBy", row.takenBy())
        .bind("relation", row.relation())
        .bind("proof", row.proof())
        .bind("content", row.content())
        .execute();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record AnswerRow(
      UUID inquiry, Instant at, String by, Optional<UUID> evacuee, Scope scope, byte[] content) {}

  void insertAnswer(Handle handle, AnswerRow row) {
    int written =
        handle
            .createUpdate(
                """
                insert into shelters.inquiry_answer (inquiry, answered_at, answered_by, evacuee, scope, content)
                values (:inquiry, :at, :by, cast(:evacuee as uuid), :scope, :content)
                on conflict (inquiry) do nothing
                """)
            .bind("inquiry", row.inquiry())
            .bind("at", row.at())
            .bind("by", row.by())
            .bind("evacuee", row.evacuee().orElse(null))
            .bind("scope", row.scope())
            .bind("content", row.content())
            .execute();
    if (written == 0) {
      throw new InquiryRefusedException(InquiryRefusal.ALREADY_ANSWERED);
    }
  }

  List<Inquiry> list(Handle handle, int limit) {
    return handle
        .createQuery(READ + "order by i.number desc limit :limit")
        .bind("limit", limit)
        .map((row, _) -> inquiry(row))
        .list();
  }

  Inquiry one(Handle handle, UUID id) {
    return handle
        .createQuery(READ + "where i.id = :id")
        .bind("id", id)
        .map((row, _) -> inquiry(row))
        .findOne()
        .orElseThrow(() -> new InquiryRefusedException(InquiryRefusal.NOT_FOUND));
  }

  byte[] content(Handle handle, UUID id) {
    return bytes(handle, "select content from shelters.inquiry where id = :id", id);
  }

  byte[] answer(Handle handle, UUID id) {
    return bytes(handle, "select content from shelters.inquiry_answer where inquiry = :id", id);
  }

  private static byte[] bytes(Handle handle, String sql, UUID id) {
    return handle.createQuery(sql).bind("id", id).mapTo(byte[].class).one();
  }

  private static Inquiry inquiry(ResultSet row) throws SQLException {
    return new Inquiry(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getTimestamp("taken_at").toInstant(),
        row.getString("taken_by"),
        Relation.valueOf(row.getString("relation")),
        Proof.valueOf(row.getString("proof")),
        answered(row));
  }

  private static Optional<Inquiry.Answered> answered(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("answered_at");
    return at == null
        ? Optional.empty()
        : Optional.of(
            new Inquiry.Answered(
                at.toInstant(),
                row.getString("answered_by"),
                Scope.valueOf(row.getString("scope"))));
  }
}
