package jp.noroshi.gis.hazard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.hazard.HazardMap.Row;
import jp.noroshi.gis.imports.Doubt;
import org.locationtech.jts.geom.Envelope;

/**
 * Renders what was read of a hazard map as one line of JSON, for {@code noroshi import hazards
 * --dry-run --json}: file, name, form, encoding, crs, layer {kind, scenario, name, source, edition,
 * licence}, read (features), taken, valid, repaired, refused (counts), bounds [west, south, east,
 * north], features [feature, label, rank, minDepth, maxDepth (null where there is none), refused
 * (true where it is), doubts [code, field, value]].
 */
public final class HazardMapJson {

  private HazardMapJson() {}

  /**
   * Returns the line of a map.
   *
   * @param file as the caller calls it
   */
  public static String toJsonLine(String file, HazardMap map) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("file", file);
    line.put("name", map.file().name());
    line.put("form", map.form());
    line.put("encoding", map.file().encoding());
    line.put("crs", map.file().coordinates());
    writeLayer(line.putObject("layer"), map.facts());
    line.put("read", map.rows().size());
    line.put("taken", map.taken());
    line.put(
        "valid",
        map.rows().stream()
            .filter(row -> row.entry().map(zone -> zone.mended().isEmpty()).orElse(false))
            .count());
    line.put("repaired", map.mended());
    line.put("refused", map.rows().size() - map.taken());
    writeBounds(line, map.bounds());
    map.rows().forEach(row -> write(line.withArray("/features").addObject(), row));
    return line.toString();
  }

  private static void writeLayer(ObjectNode json, LayerFacts facts) {
    json.put("kind", facts.kind().name());
    json.put("scenario", facts.scenario());
    json.put("name", facts.name());
    json.put("source", facts.source());
    json.put("edition", facts.edition().map(Object::toString).orElse(null));
    json.put("licence", facts.licence());
  }

  private static void writeBounds(ObjectNode line, Envelope bounds) {
    if (!bounds.isNull()) {
      line.putArray("bounds")
          .add(bounds.getMinX())
          .add(bounds.getMinY())
          .add(bounds.getMaxX())
          .add(bounds.getMaxY());
    }
  }

  private static void write(ObjectNode json, Row row) {
    json.put("feature", row.number());
    json.put("label", row.label());
    row.entry()
        .ifPresentOrElse(
            zone -> {
              json.put("rank", zone.rank());
              json.put("minDepth", zone.minDepth().orElse(null));
              json.put("maxDepth", zone.maxDepth().orElse(null));
            },
            () -> json.put("refused", true));
    for (Doubt doubt : row.doubts()) {
      json.withArray("/doubts").addPOJO(doubt);
    }
  }
}
