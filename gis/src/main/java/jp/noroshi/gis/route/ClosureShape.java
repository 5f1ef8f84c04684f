package jp.noroshi.gis.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.storage.Json;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;

/** The shape of a closure: a point, a line or an area drawn by hand. Stateless. */
final class ClosureShape {

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final int MOST_POSITIONS = 5_000;

  /** A closure reaches over a municipality at most, degrees. */
  private static final double LARGEST = 1;

  private ClosureShape() {}

  /** Reads a GeoJSON geometry, empty where it is not usable. */
  static Optional<Geometry> read(String geojson) {
    try {
      return Optional.of(Json.mapper().readTree(geojson)).flatMap(ClosureShape::usable);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Geometry> usable(JsonNode node) {
    JsonNode coordinates = node.path("coordinates");
    Geometry shape =
        switch (node.path("type").asText()) {
          case "Point" -> WGS84.createPoint(position(coordinates));
          case "LineString" -> WGS84.createLineString(positions(coordinates));
          case "Polygon" -> fixed(polygon(coordinates));
          case "MultiPolygon" -> fixed(multiPolygon(coordinates));
          default -> WGS84.createPoint();
        };
    boolean fits =
        !shape.isEmpty()
            && shape.getNumPoints() <= MOST_POSITIONS
            && shape.getEnvelopeInternal().getWidth() <= LARGEST
            && shape.getEnvelopeInternal().getHeight() <= LARGEST;
    return fits ? Optional.of(shape) : Optional.empty();
  }

  private static Geometry fixed(Geometry shape) {
    return shape.isValid() ? shape : GeometryFixer.fix(shape);
  }

  private static Geometry multiPolygon(JsonNode polygons) {
    List<Polygon> all = new ArrayList<>();
    polygons.forEach(polygon -> all.add(polygon(polygon)));
    return WGS84.createMultiPolygon(all.toArray(Polygon[]::new));
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> all = new ArrayList<>();
    rings.forEach(ring -> all.add(WGS84.createLinearRing(positions(ring))));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a polygon without a ring");
    }
    return WGS84.createPolygon(
        all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] positions(JsonNode list) {
    if (list.size() > MOST_POSITIONS) {
      throw new IllegalArgumentException("too many positions");
    }
    List<Coordinate> all = new ArrayList<>();
    list.forEach(each -> all.add(position(each)));
    return all.toArray(Coordinate[]::new);
  }

  private static Coordinate position(JsonNode pair) {
    if (!pair.path(0).isNumber() || !pair.path(1).isNumber()) {
      throw new IllegalArgumentException("a position is two numbers");
    }
    double longitude = pair.path(0).asDouble();
    double latitude = pair.path(1).asDouble();
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException("a position outside the world");
    }
    return new Coordinate(longitude, latitude);
  }
}
