package jp.noroshi.gis.file.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import jp.noroshi.gis.file.table.TextEncoding;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads a GeoJSON FeatureCollection or one Feature, feature by feature; heights are left out; the
 * older member {@code crs} is heeded.
 */
final class GeoJsonReader {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private CoordinateSystem coordinates = CoordinateSystem.WGS_84;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final List<Feature> features = new ArrayList<>();
  private boolean any;

  private GeoJsonReader() {}

  /**
   * Reads a file.
   *
   * @throws UnreadableFileException when it is no GeoJSON of features
   */
  static FeatureFile read(String name, byte[] bytes) {
    TextEncoding.Decoded decoded = TextEncoding.decode(bytes);
    GeoJsonReader reader = new GeoJsonReader();
    try (JsonParser parser = Json.mapper().createParser(decoded.text())) {
      reader.collection(parser);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableFileException(
          Fault.BROKEN,
          "the GeoJSON is broken at feature " + (reader.features.size() + 1) + ": " + said(e),
          e);
    }
    if (!reader.any) {
      throw new UnreadableFileException(
          Fault.WRONG_KIND, "the JSON is no GeoJSON FeatureCollection: it has no features");
    }
    return new FeatureFile(
        name,
        FeatureFile.Form.GEOJSON,
        decoded.encoding().name(),
        reader.coordinates.text(),
        reader.facts,
        reader.inWgs84());
  }

  /** Returns the texts of a JSON object. */
  static Map<String, String> texts(byte[] bytes) {
    GeoJsonReader reader = new GeoJsonReader();
    try (JsonParser parser = Json.mapper().createParser(TextEncoding.decode(bytes).text())) {
      reader.collection(parser);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableFileException(
          Fault.BROKEN, "the facts beside the map are no JSON object: " + said(e), e);
    }
    return reader.facts;
  }

  private static String said(Exception e) {
    return e instanceof com.fasterxml.jackson.core.JsonProcessingException json
        ? json.getOriginalMessage()
        : e.getMessage();
  }

  /** The member crs may come after the features. */
  private List<Feature> inWgs84() {
    features.forEach(feature -> feature.geometry().ifPresent(coordinates::toWgs84));
    return features;
  }

  private void collection(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("it does not begin with an object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("features") && value == JsonToken.START_ARRAY) {
        any = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          features.add(feature(parser.readValueAsTree()));
          Limits.requireFewEnough(features.size());
        }
      } else {
        fact(member, parser.readValueAsTree());
      }
    }
  }

  private void fact(String member, JsonNode value) {
    if (member.equals("crs")) {
      String name = value.path("properties").path("name").asText("");
      coordinates = name.isEmpty() ? coordinates : CoordinateSystem.named(name);
    } else if (value.isTextual() && !member.equals("type")) {
      facts.put(member, value.asText().strip());
    }
  }

  private Feature feature(JsonNode node) {
    Map<String, String> attributes = new LinkedHashMap<>();
    node.path("properties")
        .properties()
        .forEach(
            property -> {
              String text = property.getValue().asText("").strip();
              if (!text.isEmpty() && !property.getValue().isNull()) {
                attributes.put(property.getKey(), text);
              }
            });
    JsonNode geometry = node.path("geometry");
    return new Feature(
        features.size() + 1,
        attributes,
        Set.of(),
        geometry.isObject() ? Optional.of(geometry(geometry)) : Optional.empty());
  }

  private static Geometry geometry(JsonNode node) {
    JsonNode coordinates = node.path("coordinates");
    return switch (node.path("type").asText()) {
      case "Point" -> SHAPES.createPoint(point(coordinates));
      case "MultiPoint" -> SHAPES.createMultiPointFromCoords(points(coordinates));
      case "LineString" -> SHAPES.createLineString(points(coordinates));
      case "MultiLineString" ->
          SHAPES.createMultiLineString(
              each(coordinates).stream()
                  .map(line -> SHAPES.createLineString(points(line)))
                  .toArray(LineString[]::new));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" ->
          SHAPES.createMultiPolygon(
              each(coordinates).stream().map(GeoJsonReader::polygon).toArray(Polygon[]::new));
      default ->
          throw new IllegalArgumentException(
              "the geometry type \"" + node.path("type").asText() + "\" is not read here");
    };
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> read =
        each(rings).stream()
            .map(ring -> SHAPES.createLinearRing(Rings.close(points(ring))))
            .toList();
    return read.isEmpty()
        ? SHAPES.createPolygon()
        : SHAPES.createPolygon(
            read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static List<JsonNode> each(JsonNode array) {
    List<JsonNode> nodes = new ArrayList<>(array.size());
    array.forEach(nodes::add);
    return nodes;
  }

  private static Coordinate[] points(JsonNode array) {
    Coordinate[] points = new Coordinate[array.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = point(array.get(i));
    }
    return points;
  }

  private static Coordinate point(JsonNode pair) {
    if (!pair.path(0).isNumber() || !pair.path(1).isNumber()) {
      throw new IllegalArgumentException("a position is no pair of numbers");
    }
    return Limits.finite(pair.get(0).asDouble(), pair.get(1).asDouble());
  }
}
