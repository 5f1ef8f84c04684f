package jp.noroshi.gis.file.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Puts the rings of a shapefile's polygon together: clockwise is an outline, the others are holes.
 */
final class Rings {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** An outline that lies around it in the index. */
  private record Shell(int index, LinearRing ring, double area) {}

  private Rings() {}

  /** A hole that lies in no outline is one itself: some programs turn all rings the wrong way. */
  static Geometry toPolygons(List<Coordinate[]> rings) {
    List<Coordinate[]> shells = new ArrayList<>();
    List<Coordinate[]> holes = new ArrayList<>();
    for (Coordinate[] ring : rings) {
      Coordinate[] closed = close(ring);
      if (closed.length >= 4) {
        (Area.ofRingSigned(closed) >= 0 ? shells : holes).add(closed);
      }
    }
    STRtree index = index(shells);
    Map<Integer, List<LinearRing>> inside = new HashMap<>();
    List<Coordinate[]> stray = new ArrayList<>();
    for (Coordinate[] hole : holes) {
      findShell(index, hole)
          .ifPresentOrElse(
              shell ->
                  inside
                      .computeIfAbsent(shell.index(), _ -> new ArrayList<>())
                      .add(SHAPES.createLinearRing(hole)),
              () -> stray.add(hole));
    }
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < shells.size(); i++) {
      polygons.add(polygon(shells.get(i), inside.getOrDefault(i, List.of())));
    }
    stray.forEach(ring -> polygons.add(polygon(ring, List.of())));
    return polygons.size() == 1
        ? polygons.getFirst()
        : SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(Coordinate[] shell, List<LinearRing> holes) {
    return SHAPES.createPolygon(SHAPES.createLinearRing(shell), holes.toArray(LinearRing[]::new));
  }

  private static STRtree index(List<Coordinate[]> shells) {
    STRtree index = new STRtree();
    for (int i = 0; i < shells.size(); i++) {
      Coordinate[] ring = shells.get(i);
      index.insert(envelope(ring), new Shell(i, SHAPES.createLinearRing(ring), Area.ofRing(ring)));
    }
    return index;
  }

  private static Optional<Shell> findShell(STRtree index, Coordinate[] hole) {
    List<?> near = index.query(envelope(hole));
    return near.stream()
        .map(Shell.class::cast)
        .filter(shell -> surrounds(shell.ring().getCoordinates(), hole))
        .min(Comparator.comparingDouble(Shell::area));
  }

  /** A corner on the outline decides nothing; the first that lies off it does. */
  private static boolean surrounds(Coordinate[] shell, Coordinate[] hole) {
    for (Coordinate corner : hole) {
      int where = PointLocation.locateInRing(corner, shell);
      if (where != Location.BOUNDARY) {
        return where == Location.INTERIOR;
      }
    }
    return true;
  }

  private static Envelope envelope(Coordinate[] ring) {
    Envelope envelope = new Envelope();
    for (Coordinate point : ring) {
      envelope.expandToInclude(point);
    }
    return envelope;
  }

  static Coordinate[] close(Coordinate[] ring) {
    if (ring.length < 3 || ring[0].equals2D(ring[ring.length - 1])) {
      return ring;
    }
    Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
    closed[ring.length] = ring[0].copy();
    return closed;
  }
}
