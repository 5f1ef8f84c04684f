package jp.noroshi.gis.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One row of a proposal.
 *
 * @param row of the file, 1 = the first; empty for what the file no longer has
 * @param key of the thing; empty where the row is refused
 * @param label what people call it
 * @param change what would happen
 * @param doubts what is odd, or why it is refused
 * @param before how it is now
 * @param after how it would be
 */
public record ProposedRow(
    Optional<Integer> row,
    Optional<String> key,
    String label,
    RowChange change,
    List<Doubt> doubts,
    Optional<JsonNode> before,
    Optional<JsonNode> after) {
  /** Copies the list. */
  public ProposedRow {
    doubts = List.copyOf(doubts);
  }
}
