package jp.noroshi.gis.area;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.area.DistrictMap.Row;

/**
 * Renders what was read of a map of districts as one line of JSON, for {@code noroshi import
 * districts --dry-run --json}: file, encoding, crs, nameColumn, read (features), taken, valid,
 * repaired, refused (counts), overlaps [one, other, squareMetres], gaps [between, squareMetres, at
 * {latitude, longitude}], features [feature, name, code, refused (true where it is), doubts [code,
 * field, value]].
 */
public final class DistrictMapJson {

  private DistrictMapJson() {}

  /**
   * Returns the line of a map.
   *
   * @param file as the caller calls it
   */
  public static String toJsonLine(String file, DistrictMap map) {
    ObjectNode line = Json.mapper().createObjectNode();
    long taken = map.rows().stream().filter(row -> row.entry().isPresent()).count();
    long repaired =
        map.rows().stream()
            .filter(row -> row.entry().flatMap(DistrictEntry::mended).isPresent())
            .count();
    line.put("file", file);
    line.put("encoding", map.file().encoding());
    line.put("crs", map.file().coordinates());
    line.put("nameColumn", map.nameColumn());
    line.put("read", map.rows().size());
    line.put("taken", taken);
    line.put("valid", taken - repaired);
    line.put("repaired", repaired);
    line.put("refused", map.rows().size() - taken);
    map.overlaps().forEach(overlap -> line.withArray("/overlaps").addPOJO(overlap));
    map.gaps().forEach(gap -> line.withArray("/gaps").addPOJO(gap));
    map.rows().forEach(row -> write(line.withArray("/features").addObject(), row));
    return line.toString();
  }

  private static void write(ObjectNode json, Row row) {
    json.put("feature", row.number());
    json.put("name", row.label());
    row.entry()
        .ifPresentOrElse(entry -> json.put("code", entry.code()), () -> json.put("refused", true));
    row.doubts().forEach(doubt -> json.withArray("/doubts").addPOJO(doubt));
  }
}
