package jp.noroshi.gis.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a file would change of what stands. Pure. */
final class Comparison {

  private Comparison() {}

  /** Compares in the order of the file; what is missing comes last, in the order of the keys. */
  static List<ProposedRow> of(List<ReadRow> read, Map<String, JsonNode> current) {
    List<ProposedRow> rows = new ArrayList<>(read.size());
    Set<String> seen = new HashSet<>();
    for (ReadRow row : read) {
      rows.add(
          row.key().map(key -> compare(row, key, current, seen)).orElseGet(() -> refused(row)));
    }
    new TreeMap<>(current)
        .forEach(
            (key, before) -> {
              if (!seen.contains(key)) {
                rows.add(missing(key, before));
              }
            });
    return rows;
  }

  private static ProposedRow compare(
      ReadRow row, String key, Map<String, JsonNode> current, Set<String> seen) {
    if (!seen.add(key)) {
      List<Doubt> doubts = new ArrayList<>(row.doubts());
      doubts.add(new Doubt(DoubtCode.KEY_TWICE, "", key));
      return refused(ReadRow.refused(row.row(), row.label(), doubts));
    }
    Optional<JsonNode> before = Optional.ofNullable(current.get(key));
    JsonNode after = row.entry().orElseThrow();
    RowChange change =
        before
            .map(known -> known.equals(after) ? RowChange.UNCHANGED : RowChange.CHANGED)
            .orElse(RowChange.ADDED);
    return new ProposedRow(
        Optional.of(row.row()),
        Optional.of(key),
        row.label(),
        change,
        row.doubts(),
        before,
        Optional.of(after));
  }

  private static ProposedRow refused(ReadRow row) {
    return new ProposedRow(
        Optional.of(row.row()),
        Optional.empty(),
        row.label(),
        RowChange.REFUSED,
        row.doubts(),
        Optional.empty(),
        Optional.empty());
  }

  private static ProposedRow missing(String key, JsonNode before) {
    return new ProposedRow(
        Optional.empty(),
        Optional.of(key),
        before.path("name").asText(key),
        RowChange.MISSING,
        List.of(),
        Optional.of(before),
        Optional.empty());
  }
}
