package jp.noroshi.gis.opendata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.ReadRow;

/**
 * Renders what was read of a list of facilities as one line of JSON, for {@code noroshi import
 * facilities --dry-run --json}: file, kind, encoding, read (rows), taken, doubtful, refused
 * (counts), rows [row, name, key, address, location {latitude, longitude}, refused (true where it
 * is), doubts [code, field, value]].
 */
public final class FacilityListJson {

  private static final List<String> SHOWN = List.of("key", "address", "location");

  private FacilityListJson() {}

  /**
   * Returns the line of a list.
   *
   * @param file as the caller calls it
   */
  public static String toJsonLine(String file, FacilityList list) {
    ObjectNode line = Json.mapper().createObjectNode();
    long doubtful =
        list.rows().stream()
            .filter(row -> row.entry().isPresent() && !row.doubts().isEmpty())
            .count();
    line.put("file", file);
    line.put("kind", list.kind().name());
    line.put("encoding", list.encoding().name());
    line.put("read", list.rows().size());
    line.put("taken", list.taken());
    line.put("doubtful", doubtful);
    line.put("refused", list.rows().size() - list.taken());
    line.putArray("rows");
    list.rows().forEach(row -> write(line.withArray("/rows").addObject(), row));
    return line.toString();
  }

  private static void write(ObjectNode json, ReadRow row) {
    json.put("row", row.row());
    json.put("name", row.label());
    row.entry().ifPresentOrElse(entry -> write(json, entry), () -> json.put("refused", true));
    json.set("doubts", Json.mapper().valueToTree(row.doubts()));
  }

  private static void write(ObjectNode json, JsonNode entry) {
    SHOWN.forEach(field -> json.set(field, entry.path(field)));
  }
}
