package jp.noroshi.gis.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.ImportSummary.State;
import jp.noroshi.gis.imports.ImportSummary.Step;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables gis.import and gis.import_row. */
final class ImportTable {

  private static final TypeReference<Map<String, String>> DESCRIPTION = new TypeReference<>() {};
  private static final TypeReference<List<Doubt>> DOUBTS = new TypeReference<>() {};
  private static final int FETCH_SIZE = 5_000;

  private static final String COLUMNS =
      """
      select id, kind, file_name, description, state, counts, doubtful,
             proposed_at, proposed_by, decided_at, decided_by, undone_at, undone_by
      from gis.import
      """;

  private ImportTable() {}

  static void keep(
      Handle handle, UUID id, ImportKind kind, ImportFile file, List<ProposedRow> rows, Step step) {
    Map<RowChange, Integer> counts = new EnumMap<>(RowChange.class);
    rows.forEach(row -> counts.merge(row.change(), 1, Integer::sum));
    long doubtful =
        rows.stream()
            .filter(row -> row.change() != RowChange.REFUSED && !row.doubts().isEmpty())
            .count();
    handle
        .createUpdate(
            """
            insert into gis.import (id, kind, file_name, sha256, description, data_sets, state, counts, doubtful, proposed_at, proposed_by)
            values (:id, :kind, :file, :sha256, cast(:description as jsonb), :dataSets, 'PROPOSED', cast(:counts as jsonb), :doubtful, :at, :by)
            """)
        .bind("id", id)
        .bind("kind", kind)
        .bind("file", file.name())
        .bind("sha256", file.sha256())
        .bind("description", Json.write(file.description()))
        .bindArray("dataSets", String.class, List.copyOf(file.dataSets()))
        .bind("counts", Json.write(counts))
        .bind("doubtful", doubtful)
        .bind("at", step.at())
        .bind("by", step.by())
        .execute();
    keepRows(handle, id, rows);
  }

  private static void keepRows(Handle handle, UUID id, List<ProposedRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into gis.import_row (import_id, position, row, key, label, change, doubts, before, after)
            values (:id, :position, :row, :key, :label, :change, cast(:doubts as jsonb), cast(:before as jsonb), cast(:after as jsonb))
            """);
    int position = 0;
    for (ProposedRow row : rows) {
      batch
          .bind("id", id)
          .bind("position", position++)
          .bind("row", row.row().orElse(null))
          .bind("key", row.key().orElse(null))
          .bind("label", row.label())
          .bind("change", row.change())
          .bind("doubts", Json.write(row.doubts()))
          .bind("before", row.before().map(JsonNode::toString).orElse(null))
          .bind("after", row.after().map(JsonNode::toString).orElse(null))
          .add();
    }
    batch.execute();
  }

  static Optional<ImportSummary> find(Handle handle, UUID id, boolean locked) {
    return handle
        .createQuery(COLUMNS + " where id = :id" + (locked ? " for update" : ""))
        .bind("id", id)
        .map((row, _) -> summary(row))
        .findOne();
  }

  static List<ImportSummary> list(Handle handle, Set<ImportKind> kinds, int limit) {
    return handle
        .createQuery(
            COLUMNS
                + " where kind = any(cast(:kinds as text[])) order by proposed_at desc limit :limit")
        .bindArray("kinds", String.class, kinds.stream().map(Enum::name).toList())
        .bind("limit", limit)
        .map((row, _) -> summary(row))
        .list();
  }

  static Set<String> dataSets(Handle handle, UUID id) {
    return new HashSet<>(
        handle
            .createQuery("select unnest(data_sets) from gis.import where id = :id")
            .bind("id", id)
            .mapTo(String.class)
            .list());
  }

  static List<ProposedRow> rows(
      Handle handle, UUID id, Set<RowChange> changes, int from, int limit) {
    return handle
        .createQuery(
            """
            select row, key, label, change, doubts, before, after from gis.import_row
            where import_id = :id and change = any(cast(:changes as text[]))
            order by position offset :from limit :limit
            """)
        .bind("id", id)
        .bindArray("changes", String.class, changes.stream().map(Enum::name).toList())
        .bind("from", from)
        .bind("limit", limit)
        .setFetchSize(FETCH_SIZE)
        .map((row, _) -> proposedRow(row))
        .list();
  }

  static void setState(Handle handle, UUID id, State state, String step, Step by) {
    handle
        .createUpdate(
            "update gis.import set state = :state, "
                + step
                + "_at = :at, "
                + step
                + "_by = :by where id = :id")
        .bind("state", state)
        .bind("at", by.at())
        .bind("by", by.by())
        .bind("id", id)
        .execute();
  }

  private static ImportSummary summary(ResultSet row) throws SQLException {
    Map<RowChange, Integer> counts = new EnumMap<>(RowChange.class);
    Json.read(row.getString("counts"), JsonNode.class)
        .properties()
        .forEach(each -> counts.put(RowChange.valueOf(each.getKey()), each.getValue().asInt()));
    return new ImportSummary(
        row.getObject("id", UUID.class),
        ImportKind.valueOf(row.getString("kind")),
        row.getString("file_name"),
        Json.read(row.getString("description"), DESCRIPTION),
        State.valueOf(row.getString("state")),
        counts,
        row.getInt("doubtful"),
        step(row, "proposed").orElseThrow(),
        step(row, "decided"),
        step(row, "undone"));
  }

  private static Optional<Step> step(ResultSet row, String name) throws SQLException {
    String by = row.getString(name + "_by");
    return by == null ? Optional.empty() : Optional.of(new Step(instant(row, name + "_at"), by));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static ProposedRow proposedRow(ResultSet row) throws SQLException {
    int number = row.getInt("row");
    return new ProposedRow(
        row.wasNull() ? Optional.empty() : Optional.of(number),
        Optional.ofNullable(row.getString("key")),
        row.getString("label"),
        RowChange.valueOf(row.getString("change")),
        Json.read(row.getString("doubts"), DOUBTS),
        Optional.ofNullable(row.getString("before")).map(ImportTable::tree),
        Optional.ofNullable(row.getString("after")).map(ImportTable::tree));
  }

  private static JsonNode tree(String json) {
    return Json.read(json, JsonNode.class);
  }

  /** What an import would leave under each key it changes; empty = nothing. */
  static Map<String, Optional<JsonNode>> changes(List<ProposedRow> rows, boolean forward) {
    Map<String, Optional<JsonNode>> changes = new HashMap<>();
    for (ProposedRow row : rows) {
      changes.put(row.key().orElseThrow(), forward ? row.after() : row.before());
    }
    return changes;
  }
}
