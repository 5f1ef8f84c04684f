package jp.noroshi.gis.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.area.DistrictMap.Gap;
import jp.noroshi.gis.area.DistrictMap.Overlap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What is wrong between districts: land that two claim and land that none does. Measures are
 * approximate: degrees taken as metres at the latitude of the map.
 */
final class DistrictSeams {

  /** Square metres. Borders drawn by hand touch: less is nothing anybody wants to hear of. */
  private static final double LEAST = 100;

  /**
   * Metres: a strip between two districts up to twice as wide counts as a gap, wider as outside.
   */
  private static final double HALF_STRIP = 15;

  private static final double METRES_PER_DEGREE = 111_195;

  private final Map<String, Geometry> areas;

  /**
   * Between these.
   *
   * @param areas valid, WGS 84, by name
   */
  DistrictSeams(Map<String, Geometry> areas) {
    this.areas = new LinkedHashMap<>(areas);
  }

  /** Returns every pair that lies over each other. */
  List<Overlap> overlaps() {
    List<String> names = List.copyOf(areas.keySet());
    List<Overlap> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        overlap(names.get(i), names.get(j)).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Overlap> overlap(String one, String other) {
    Geometry first = areas.get(one);
    Geometry second = areas.get(other);
    if (!first.getEnvelopeInternal().intersects(second.getEnvelopeInternal())) {
      return Optional.empty();
    }
    Geometry both = OverlayNGRobust.overlay(first, second, OverlayNG.INTERSECTION);
    double metres = squareMetres(both);
    return metres < LEAST
        ? Optional.empty()
        : Optional.of(new Overlap(one, other, Math.round(metres)));
  }

  /** Returns what is enclosed by districts, and narrow strips between two of them. */
  List<Gap> gaps() {
    if (areas.size() < 2) {
      return List.of();
    }
    Geometry all = OverlayNGRobust.union(areas.values());
    double strip = HALF_STRIP / METRES_PER_DEGREE;
    Geometry closed =
        OverlayNGRobust.overlay(all.buffer(strip).buffer(-strip), holes(all), OverlayNG.UNION);
    Geometry between = OverlayNGRobust.overlay(closed, all, OverlayNG.DIFFERENCE);
    return polygons(between).flatMap(piece -> gap(piece, strip).stream()).toList();
  }

  private static Geometry holes(Geometry all) {
    List<Geometry> holes = new ArrayList<>();
    polygons(all)
        .forEach(
            polygon -> {
              for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                holes.add(all.getFactory().createPolygon(polygon.getInteriorRingN(i)));
              }
            });
    return all.getFactory().buildGeometry(holes);
  }

  /** A notch in the outer border of one district is no gap. */
  private Optional<Gap> gap(Polygon piece, double strip) {
    double metres = squareMetres(piece);
    if (metres < LEAST) {
      return Optional.empty();
    }
    List<String> beside =
        areas.entrySet().stream()
            .filter(area -> area.getValue().isWithinDistance(piece, strip / 100))
            .map(Map.Entry::getKey)
            .toList();
    Coordinate at = piece.getInteriorPoint().getCoordinate();
    return beside.size() < 2
        ? Optional.empty()
        : Optional.of(new Gap(beside, Math.round(metres), new LatLon(at.y, at.x)));
  }

  private static Stream<Polygon> polygons(Geometry geometry) {
    List<?> found = PolygonExtracter.getPolygons(geometry);
    return found.stream().map(Polygon.class::cast);
  }

  private static double squareMetres(Geometry degrees) {
    double latitude = Math.toRadians(degrees.getEnvelopeInternal().getMinY());
    return degrees.isEmpty()
        ? 0
        : degrees.getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * Math.cos(latitude);
  }
}
