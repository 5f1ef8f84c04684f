package jp.noroshi.gis.route;

import java.time.Instant;
import java.util.Random;
import java.util.Set;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;

/** Roads in disorder, the same ones for the same seed, and places on them. */
final class DisorderedRoads {

  static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");

  private DisorderedRoads() {}

  static EdgeCosts costs(RoadNetwork network, EdgeState state, WayProfile profile) {
    return EdgeCosts.of(network, state, Set.of(HazardKind.FLOOD), profile);
  }

  /** One road in ten closed, one in five flooded. */
  static EdgeState closedAtRandom(RoadNetwork network, long seed) {
    Random random = new Random(seed);
    EdgeState.Draft draft = new EdgeState(network.edges(), NOW).change(NOW);
    for (int edge = 0; edge < network.edges(); edge++) {
      if (random.nextInt(10) == 0) {
        draft.close(edge, Closure.AppliesTo.EVERYBODY);
      } else if (random.nextInt(5) == 0) {
        draft.endanger(edge, HazardKind.FLOOD);
      }
    }
    return draft.finish();
  }

  /** A junction from which something can be passed, and at which snapping stays. */
  static int passable(RoadNetwork network, EdgeCosts costs, Random random) {
    while (true) {
      int node = random.nextInt(network.nodes());
      var snap = network.snap(at(network, node), costs::isPassable);
      if (snap.isPresent() && snap.get().getQueryDistance() < 0.01) {
        return node;
      }
    }
  }

  static LatLon node(RoadNetwork network, Random random) {
    return at(network, random.nextInt(network.nodes()));
  }

  static LatLon at(RoadNetwork network, int node) {
    var nodes = network.graph().getNodeAccess();
    return new LatLon(nodes.getLat(node), nodes.getLon(node));
  }
}
