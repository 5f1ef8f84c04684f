package jp.noroshi.gis.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.storage.Json;

/**
 * What was read from one row of a file.
 *
 * @param row 1 = the first
 * @param label what people call it
 * @param key of the thing; empty where it is refused
 * @param entry what it says; empty where it is refused
 * @param doubts what is odd, or why it is refused
 */
public record ReadRow(
    int row, String label, Optional<String> key, Optional<JsonNode> entry, List<Doubt> doubts) {
  /** Copies the list. */
  public ReadRow {
    doubts = List.copyOf(doubts);
  }

  /**
   * A row that says something: the entry as it comes back from the database, so that equal ones are
   * equal documents.
   */
  public static ReadRow of(int row, String label, String key, Object entry, List<Doubt> doubts) {
    JsonNode document = Json.read(Json.write(entry), JsonNode.class);
    return new ReadRow(row, label, Optional.of(key), Optional.of(document), doubts);
  }

  /** A row that is not taken over. */
  public static ReadRow refused(int row, String label, List<Doubt> doubts) {
    return new ReadRow(row, label, Optional.empty(), Optional.empty(), doubts);
  }
}
