package jp.noroshi.gis.area;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.ReadRow;

/**
 * Renders what was read of a list of area sets as one line of JSON, for {@code noroshi import areas
 * --dry-run --json}: file, encoding, read (sets), taken, refused (counts), areas [row, name,
 * districts, towns, refused (true where it is), doubts [code, field, value]].
 */
public final class AreaSetListJson {

  private AreaSetListJson() {}

  /**
   * Returns the line of a list.
   *
   * @param file as the caller calls it
   */
  public static String toJsonLine(String file, AreaSetList list) {
    ObjectNode line = Json.mapper().createObjectNode();
    long taken = list.rows().stream().filter(row -> row.entry().isPresent()).count();
    line.put("file", file);
    line.put("encoding", list.encoding().name());
    line.put("read", list.rows().size());
    line.put("taken", taken);
    line.put("refused", list.rows().size() - taken);
    list.rows().forEach(row -> write(line.withArray("/areas").addObject(), row));
    return line.toString();
  }

  private static void write(ObjectNode json, ReadRow row) {
    json.put("row", row.row());
    json.put("name", row.label());
    row.entry()
        .ifPresentOrElse(
            entry -> {
              json.set("districts", entry.path("districts"));
              json.set("towns", entry.path("towns"));
            },
            () -> json.put("refused", true));
    row.doubts().forEach(doubt -> json.withArray("/doubts").addPOJO(doubt));
  }
}
