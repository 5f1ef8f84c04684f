package jp.noroshi.gis.route;

import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Lays shapes over the roads and tells which they touch. Stateless. */
final class RoadOverlay {

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final double METRES_A_DEGREE = 111_320;

  /** A point or line drawn by hand lies about this near the road that is meant, metres. */
  private static final double REACH = 15;

  /** Where roads meet, a line along one touches the others: that closes none of them, metres. */
  private static final double JUNCTION = 6;

  /** So much of a road beside a drawn line means that the road itself was drawn, metres. */
  private static final double ALONG = 25;

  /** A point set on a crossing means every road that meets there, metres. */
  private static final double SAME = 1;

  private final RoadNetwork network;

  RoadOverlay(RoadNetwork network) {
    this.network = network;
  }

  /** Returns the roads in a part of the map as lines; those of its edge reach beyond it. */
  List<LineString> lines(Envelope part) {
    List<LineString> lines = new ArrayList<>();
    near(part, edge -> lines.add(line(edge)));
    return lines;
  }

  /** Finds every road that lies in an area, wholly or in part. */
  void within(Geometry area, IntConsumer found) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
    near(
        area.getEnvelopeInternal(),
        edge -> {
          if (prepared.intersects(line(edge))) {
            found.accept(edge);
          }
        });
  }

  /**
   * Finds the roads a closure closes: the nearest of a point (all that meet, where it lies on a
   * crossing), those along or across a line.
   */
  void closedBy(Geometry shape, IntConsumer found) {
    switch (shape.getDimension()) {
      case 0 -> nearest(shape, found);
      case 1 -> along(shape, found);
      default -> within(shape, found);
    }
  }

  private void nearest(Geometry point, IntConsumer found) {
    AffineTransformation metres = metresAround(point);
    Geometry at = metres.transform(point);
    Map<Integer, Double> distances = new HashMap<>();
    near(
        grown(point, 2 * REACH),
        edge -> distances.put(edge, metres.transform(line(edge)).distance(at)));
    double nearest = distances.values().stream().min(Double::compare).orElse(2 * REACH);
    distances.forEach(
        (edge, distance) -> {
          if (distance < 2 * REACH && distance <= nearest + SAME) {
            found.accept(edge);
          }
        });
  }

  private void along(Geometry drawn, IntConsumer found) {
    AffineTransformation metres = metresAround(drawn);
    Geometry line = metres.transform(drawn);
    PreparedGeometry beside = PreparedGeometryFactory.prepare(line.buffer(REACH));
    near(
        grown(drawn, REACH),
        edge -> {
          LineString road = (LineString) metres.transform(line(edge));
          if (beside.intersects(road) && (runsAlong(road, beside) || isCrossed(road, line))) {
            found.accept(edge);
          }
        });
  }

  private static boolean runsAlong(LineString road, PreparedGeometry beside) {
    double shared = road.intersection(beside.getGeometry()).getLength();
    double enough = Math.max(JUNCTION + REACH, Math.min(ALONG, road.getLength() / 2));
    return shared > enough || shared >= 0.9 * road.getLength();
  }

  private static boolean isCrossed(LineString road, Geometry line) {
    for (Coordinate crossing : road.intersection(line).getCoordinates()) {
      if (crossing.distance(road.getStartPoint().getCoordinate()) > JUNCTION
          && crossing.distance(road.getEndPoint().getCoordinate()) > JUNCTION) {
        return true;
      }
    }
    return false;
  }

  /** Each edge once: the index has it in every cell it crosses. */
  private void near(Envelope box, Consumer<Integer> reader) {
    Set<Integer> seen = new HashSet<>();
    network
        .index()
        .query(
            new BBox(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()),
            edge -> {
              if (seen.add(edge)) {
                reader.accept(edge);
              }
            });
  }

  private LineString line(int edge) {
    PointList points =
        network
            .graph()
            .getEdgeIteratorState(edge, Integer.MIN_VALUE)
            .fetchWayGeometry(FetchMode.ALL);
    Coordinate[] all = new Coordinate[points.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Coordinate(points.getLon(i), points.getLat(i));
    }
    return SHAPES.createLineString(all);
  }

  private static Envelope grown(Geometry shape, double metres) {
    Envelope box = new Envelope(shape.getEnvelopeInternal());
    double latitude = box.centre().getY();
    box.expandBy(metres / (METRES_A_DEGREE * shrink(latitude)), metres / METRES_A_DEGREE);
    return box;
  }

  private static AffineTransformation metresAround(Geometry shape) {
    double latitude = shape.getEnvelopeInternal().centre().getY();
    return AffineTransformation.scaleInstance(METRES_A_DEGREE * shrink(latitude), METRES_A_DEGREE);
  }

  private static double shrink(double latitude) {
    return Math.max(0.01, Math.cos(Math.toRadians(latitude)));
  }
}
