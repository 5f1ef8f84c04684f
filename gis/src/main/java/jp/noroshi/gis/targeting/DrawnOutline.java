package jp.noroshi.gis.targeting;

import com.fasterxml.jackson.databind.JsonNode;
import jp.noroshi.gis.targeting.AreaRefusedException.Fault;

/**
 * An area as it was drawn: a GeoJSON Polygon or MultiPolygon (RFC 7946) whose positions were
 * checked. It may cross itself; that is repaired where it is used.
 */
public final class DrawnOutline {

  private static final int MAX_CORNERS = 10_000;
  private static final int RING_MIN = 4;

  private final String geoJson;
  private int corners;

  private DrawnOutline(JsonNode geometry) {
    switch (geometry.path("type").asText()) {
      case "Polygon" -> checkPolygon(geometry.path("coordinates"));
      case "MultiPolygon" -> {
        requireFilled(geometry.path("coordinates"));
        geometry.path("coordinates").forEach(this::checkPolygon);
      }
      default -> throw new AreaRefusedException(Fault.NO_POLYGON);
    }
    this.geoJson = geometry.toString();
  }

  /**
   * Reads a geometry.
   *
   * @throws AreaRefusedException when it cannot be counted in
   */
  public static DrawnOutline read(JsonNode geometry) {
    return new DrawnOutline(geometry);
  }

  String geoJson() {
    return geoJson;
  }

  private void checkPolygon(JsonNode rings) {
    requireFilled(rings);
    rings.forEach(this::checkRing);
  }

  private void checkRing(JsonNode ring) {
    requireFilled(ring);
    corners += ring.size();
    if (corners > MAX_CORNERS) {
      throw new AreaRefusedException(Fault.TOO_MANY_CORNERS);
    }
    ring.forEach(DrawnOutline::checkPosition);
    if (ring.size() < RING_MIN || !ring.get(0).equals(ring.get(ring.size() - 1))) {
      throw new AreaRefusedException(Fault.NO_POLYGON);
    }
  }

  private static void checkPosition(JsonNode position) {
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
  }

  private static void requireFilled(JsonNode array) {
    if (!array.isArray() || array.isEmpty()) {
      throw new AreaRefusedException(Fault.NO_POLYGON);
    }
  }
}
