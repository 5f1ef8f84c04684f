package jp.noroshi.gis.opendata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.opendata.SiteList.Row;
import jp.noroshi.gis.site.SiteEntry;

/**
 * Renders what was read of a list of sites as one line of JSON, for {@code noroshi import sites
 * --dry-run --json}: file, form, encoding, read (rows), taken, doubtful, refused (counts), rows
 * [row, name, key, kind, municipality, location {latitude, longitude}, hazards, capacity (null if
 * not published), refused (true where it is), doubts [code, field, value]].
 */
public final class SiteListJson {

  private SiteListJson() {}

  /**
   * Returns the line of a list.
   *
   * @param file as the caller calls it
   */
  public static String toJsonLine(String file, SiteList list) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("file", file);
    line.put("form", list.form().name());
    line.put("encoding", list.encoding().name());
    line.put("read", list.rows().size());
    line.put("taken", list.entries().size());
    line.put(
        "doubtful",
        list.rows().stream()
            .filter(row -> row.entry().isPresent() && !row.doubts().isEmpty())
            .count());
    line.put("refused", list.rows().stream().filter(row -> row.entry().isEmpty()).count());
    ArrayNode rows = line.putArray("rows");
    list.rows().forEach(row -> write(rows.addObject(), row));
    return line.toString();
  }

  private static void write(ObjectNode json, Row row) {
    json.put("row", row.number());
    json.put("name", row.label());
    row.entry().ifPresentOrElse(entry -> write(json, entry), () -> json.put("refused", true));
    write(json.putArray("doubts"), row.doubts());
  }

  private static void write(ObjectNode json, SiteEntry entry) {
    json.put("key", entry.key());
    json.put("kind", entry.kind().name());
    json.put("municipality", entry.municipality());
    json.putObject("location")
        .put("latitude", entry.location().latitude())
        .put("longitude", entry.location().longitude());
    ArrayNode hazards = json.putArray("hazards");
    entry.hazards().forEach(hazard -> hazards.add(hazard.name()));
    json.put("capacity", entry.capacity().orElse(null));
  }

  private static void write(ArrayNode json, List<Doubt> doubts) {
    for (Doubt doubt : doubts) {
      json.addObject()
          .put("code", doubt.code().name())
          .put("field", doubt.field())
          .put("value", doubt.value());
    }
  }
}
