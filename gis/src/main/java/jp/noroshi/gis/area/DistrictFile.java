package jp.noroshi.gis.area;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Json;

/**
 * A GeoJSON file of districts (RFC 7946, WGS 84): a FeatureCollection of Polygons or MultiPolygons
 * with the properties {@code code}, {@code name} and {@code kana}.
 *
 * @param features in the order of the file, codes distinct
 */
record DistrictFile(List<Feature> features) {

  /** One district and its outline as a GeoJSON geometry. */
  record Feature(District district, String outline) {}

  /**
   * Reads a file.
   *
   * @throws DistrictFileException naming the feature that is wrong
   */
  static DistrictFile read(byte[] bytes, AreaCode municipality) {
    JsonNode features = parse(bytes).path("features");
    if (!features.isArray() || features.isEmpty()) {
      throw new DistrictFileException(
          "the file of districts must be a GeoJSON FeatureCollection with features");
    }
    List<Feature> read = new ArrayList<>();
    Set<AreaCode> seen = new HashSet<>();
    for (int i = 0; i < features.size(); i++) {
      Feature feature = feature(features.get(i), i + 1, municipality);
      if (!seen.add(feature.district().code())) {
        throw new DistrictFileException(
            "feature " + (i + 1) + ": the code " + feature.district().code() + " stands twice");
      }
      read.add(feature);
    }
    return new DistrictFile(List.copyOf(read));
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      return Json.mapper().readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new DistrictFileException(
          "the file of districts is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Feature feature(JsonNode node, int number, AreaCode municipality) {
    AreaCode code = code(text(node, "code", number), number);
    if (!code.isWithin(municipality)) {
      throw new DistrictFileException(
          "feature "
              + number
              + ": the code "
              + code
              + " does not begin with "
              + municipality
              + "-");
    }
    String type = node.path("geometry").path("type").asText();
    if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
      throw new DistrictFileException(
          "feature " + number + ": the geometry must be a Polygon or MultiPolygon");
    }
    District district = new District(code, text(node, "name", number), text(node, "kana", number));
    return new Feature(district, node.path("geometry").toString());
  }

  private static AreaCode code(String value, int number) {
    try {
      return new AreaCode(value);
    } catch (IllegalArgumentException e) {
      throw new DistrictFileException("feature " + number + ": " + e.getMessage(), e);
    }
  }

  private static String text(JsonNode node, String property, int number) {
    String value = node.path("properties").path(property).asText("").strip();
    if (value.isEmpty()) {
      throw new DistrictFileException(
          "feature " + number + ": the property \"" + property + "\" is missing");
    }
    return value;
  }
}
