package jp.noroshi.gis.route;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import jp.noroshi.core.place.LatLon;

/**
 * The roads of an OSM extract as a graph that never changes: closures and dangers lie in {@link
 * EdgeState}s over it. Thread-safe once loaded.
 */
public final class RoadNetwork implements AutoCloseable {

  /** Farther from any road than this, people are on no road, metres. */
  private static final double REACH = 500;

  /** An open road may be so much farther off than the nearest of all: not across a river. */
  private static final double DETOUR = 100;

  private final GraphHopper hopper;
  private final Map<WayProfile, float[]> secondsPerMetre = new EnumMap<>(WayProfile.class);
  private final byte[] features;
  private final BooleanEncodedValue island;

  RoadNetwork(GraphHopper hopper) {
    this.hopper = hopper;
    this.island =
        hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(RoadFile.PROFILE));
    BaseGraph graph = hopper.getBaseGraph();
    features = new byte[graph.getEdges()];
    for (WayProfile profile : WayProfile.values()) {
      secondsPerMetre.put(profile, new float[2 * graph.getEdges()]);
    }
    measure(graph);
  }

  private void measure(BaseGraph graph) {
    RoadPace pace = new RoadPace(hopper.getEncodingManager());
    AllEdgesIterator edge = graph.getAllEdges();
    while (edge.next()) {
      features[edge.getEdge()] = pace.features(edge);
      for (WayProfile profile : WayProfile.values()) {
        float[] paces = secondsPerMetre.get(profile);
        paces[2 * edge.getEdge()] = pace.secondsPerMetre(edge, false, profile);
        paces[2 * edge.getEdge() + 1] = pace.secondsPerMetre(edge, true, profile);
      }
    }
  }

  /**
   * Reads a file of roads, or the graph kept from the last time the same bytes were read. Blocking:
   * seconds for a municipality, half a minute for a prefecture.
   *
   * @param osm .osm, .osm.gz or .osm.pbf
   * @param cache the directory of kept graphs
   * @param heights a file or directory of heights for nodes that carry no {@code ele} tag; where
   *     any is missing, slopes are left unknown
   * @throws UnreadableRoadsException when the file cannot be read
   */
  public static RoadNetwork load(Path osm, Path cache, Optional<Path> heights) {
    return new RoadNetwork(new RoadFile(osm, cache, heights).open());
  }

  /** Returns how many junctions and ends of roads there are. */
  public int nodes() {
    return graph().getNodes();
  }

  /** Returns how many stretches between them there are. */
  public int edges() {
    return graph().getEdges();
  }

  /** Tells whether slopes are known. */
  public boolean knowsSlopes() {
    return hopper.hasElevation();
  }

  BaseGraph graph() {
    return hopper.getBaseGraph();
  }

  LocationIndex index() {
    return hopper.getLocationIndex();
  }

  /** Returns the seconds a metre takes by edge key (2 × edge + 1 if against its direction). */
  float[] secondsPerMetre(WayProfile profile) {
    return secondsPerMetre.get(profile);
  }

  int features(int edge) {
    return features[edge];
  }

  /**
   * Finds the road somebody stands at: the nearest passable one, unless that is much farther off
   * than the nearest of all. A home whose own road is closed is not put across the river.
   */
  Optional<Snap> snap(LatLon at, IntPredicate passable) {
    Snap open = closest(at, edge -> passable.test(edge.getEdge()) && !edge.get(island));
    if (!open.isValid() || open.getQueryDistance() > REACH) {
      return Optional.empty();
    }
    if (open.getQueryDistance() > DETOUR) {
      Snap any = closest(at, EdgeFilter.ALL_EDGES);
      if (open.getQueryDistance() > any.getQueryDistance() + DETOUR) {
        return Optional.empty();
      }
    }
    return Optional.of(open);
  }

  private Snap closest(LatLon at, EdgeFilter filter) {
    return index().findClosest(at.latitude(), at.longitude(), filter);
  }

  /** Where on its edge a snapped place lies. */
  EdgePoint pointOf(Snap snap) {
    var edge = snap.getClosestEdge();
    PointList line = edge.fetchWayGeometry(FetchMode.ALL);
    double along = 0;
    double whole = 0;
    for (int i = 1; i < line.size(); i++) {
      double metres = metres(line, i - 1, i);
      whole += metres;
      along += i <= snap.getWayIndex() ? metres : 0;
    }
    var point = snap.getSnappedPoint();
    int before = Math.min(snap.getWayIndex(), line.size() - 1);
    along +=
        DistanceCalcEarth.DIST_EARTH.calcDist(
            line.getLat(before), line.getLon(before), point.getLat(), point.getLon());
    double share = whole == 0 ? 0 : Math.min(1, along / whole);
    double length = edge.getDistance();
    // The edge of a snap may be turned round; edge points are told in the direction of the graph.
    boolean turned = (edge.getEdgeKey() & 1) == 1;
    return new EdgePoint(
        edge.getEdge(),
        turned ? edge.getAdjNode() : edge.getBaseNode(),
        turned ? edge.getBaseNode() : edge.getAdjNode(),
        (turned ? 1 - share : share) * length,
        length);
  }

  private static double metres(PointList line, int from, int to) {
    return DistanceCalcEarth.DIST_EARTH.calcDist(
        line.getLat(from), line.getLon(from), line.getLat(to), line.getLon(to));
  }

  /**
   * A place on an edge.
   *
   * @param along metres from its base node
   * @param length of the edge, metres
   */
  record EdgePoint(int edge, int base, int adj, double along, double length) {}

  @Override
  public void close() {
    hopper.close();
  }
}
