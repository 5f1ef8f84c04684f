package jp.noroshi.gis.register;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.register.ImportRow.Outcome;
import jp.noroshi.gis.register.RegisterImport.State;
import org.jdbi.v3.core.Handle;

/** The imports of the register in the database, their rows sealed as a whole. */
final class RegisterImportTable {

  private static final TypeReference<List<ImportRow>> ROWS = new TypeReference<>() {};
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  private static final TypeReference<EnumMap<Outcome, Integer>> COUNTS = new TypeReference<>() {};

  private final FieldCipher cipher;

  RegisterImportTable(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /** Who did something and when. */
  record Step(Instant at, String by) {}

  void keep(Handle handle, UUID id, List<Extract> extracts, List<ImportRow> rows, Step step) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
    handle
        .createUpdate(
            """
            insert into gis.register_import (id, files, state, counts, content, proposed_at, proposed_by)
            values (:id, :files::jsonb, 'PROPOSED', :counts::jsonb, :content, :at, :by)
            """)
        .bind("id", id)
        .bind("files", Json.write(extracts.stream().map(Extract::name).toList()))
        .bind("counts", Json.write(counts))
        .bind("content", cipher.sealWork(id, Json.write(rows).getBytes(StandardCharsets.UTF_8)))
        .bind("at", step.at())
        .bind("by", step.by())
        .execute();
  }

  List<RegisterImport> list(Handle handle) {
    return handle
        .createQuery("select * from gis.register_import order by proposed_at desc limit 200")
        .map((row, _) -> summary(row))
        .list();
  }

  void decide(Handle handle, UUID id, State state, Step step) {
    handle.execute(
        "update gis.register_import set state = ?, decided_at = ?, decided_by = ? where id = ?",
        state.name(),
        step.at(),
        step.by(),
        id);
  }

  void undo(Handle handle, UUID id, Step step) {
    handle.execute(
        "update gis.register_import set state = 'UNDONE', undone_at = ?, undone_by = ? where id = ?",
        step.at(),
        step.by(),
        id);
  }

  List<ImportRow> rows(Handle handle, UUID id) {
    byte[] content =
        handle
            .createQuery("select content from gis.register_import where id = :id")
            .bind("id", id)
            .mapTo(byte[].class)
            .one();
    return Json.read(new String(cipher.openWork(id, content), StandardCharsets.UTF_8), ROWS);
  }

  RegisterImport summary(Handle handle, UUID id, boolean lock) {
    return handle
        .createQuery(
            "select * from gis.register_import where id = :id" + (lock ? " for update" : ""))
        .bind("id", id)
        .map((row, _) -> summary(row))
        .findOne()
        .orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.NOT_FOUND));
  }

  private static RegisterImport summary(ResultSet row) throws SQLException {
    return new RegisterImport(
        row.getObject("id", UUID.class),
        Json.read(row.getString("files"), NAMES),
        State.valueOf(row.getString("state")),
        Json.read(row.getString("counts"), COUNTS),
        row.getTimestamp("proposed_at").toInstant(),
        row.getString("proposed_by"),
        instant(row, "decided_at"),
        Optional.ofNullable(row.getString("decided_by")),
        instant(row, "undone_at"),
        Optional.ofNullable(row.getString("undone_by")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
