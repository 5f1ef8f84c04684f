package jp.noroshi.gis.targeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.noroshi.gis.targeting.AreaRefusedException.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * An area as it was drawn: a GeoJSON Polygon or MultiPolygon (RFC 7946) whose positions were
 * checked. It may cross itself; that is repaired where it is used. Immutable.
 */
public final class DrawnOutline {

  /** More corners than this are refused. */
  public static final int MAX_CORNERS = 60_000;

  private static final int RING_MIN = 4;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final List<Polygon> polygons = new ArrayList<>();
  private int corners;

  private DrawnOutline(JsonNode geometry) {
    switch (geometry.path("type").asText()) {
      case "Polygon" -> add(geometry.path("coordinates"));
      case "MultiPolygon" -> {
        requireFilled(geometry.path("coordinates"));
        geometry.path("coordinates").forEach(this::add);
      }
      default -> throw new AreaRefusedException(Fault.NO_POLYGON);
    }
  }

  /**
   * Reads a geometry.
   *
   * @throws AreaRefusedException when it cannot be counted in
   */
  public static DrawnOutline read(JsonNode geometry) {
    return new DrawnOutline(geometry);
  }

  List<Polygon> polygons() {
    return polygons;
  }

  private void add(JsonNode rings) {
    requireFilled(rings);
    List<LinearRing> read =
        StreamSupport.stream(rings.spliterator(), false).map(this::ring).toList();
    polygons.add(
        SHAPES.createPolygon(
            read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new)));
  }

  private LinearRing ring(JsonNode ring) {
    requireFilled(ring);
    corners += ring.size();
    if (corners > MAX_CORNERS) {
      throw new AreaRefusedException(Fault.TOO_MANY_CORNERS);
    }
    Coordinate[] positions =
        StreamSupport.stream(ring.spliterator(), false)
            .map(DrawnOutline::position)
            .toArray(Coordinate[]::new);
    if (positions.length < RING_MIN || !positions[0].equals2D(positions[positions.length - 1])) {
      throw new AreaRefusedException(Fault.NO_POLYGON);
    }
    return SHAPES.createLinearRing(positions);
  }

  private static Coordinate position(JsonNode position) {
    if (position.size() < 2 || !position.path(0).isNumber() || !position.path(1).isNumber()) {
      throw new AreaRefusedException(Fault.NO_POLYGON);
    }
    double longitude = position.get(0).asDouble();
    double latitude = position.get(1).asDouble();
    // Every longitude in Japan is above 90, so that a swapped pair shows itself.
    if (Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90) {
      throw new AreaRefusedException(Fault.SWAPPED);
    }
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new AreaRefusedException(Fault.OUT_OF_RANGE);
    }
    return new CoordinateXY(longitude, latitude);
  }

  private static void requireFilled(JsonNode array) {
    if (!array.isArray() || array.isEmpty()) {
      throw new AreaRefusedException(Fault.NO_POLYGON);
    }
  }
}
