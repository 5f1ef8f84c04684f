package jp.noroshi.gis.route;

import com.graphhopper.routing.AStarBidirection;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.BeelineWeightApproximator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.place.LatLon;

/** The cheapest way between two places over the network, by GraphHopper's A* from both ends. */
final class RouteSearch {

  private RouteSearch() {}

  /**
   * A way that was found.
   *
   * @param steps its stretches in order, each in the direction of the way
   * @param weight seconds at an ordinary pace, dangers counted many times
   */
  record Found(List<Step> steps, double weight) {}

  /**
   * A stretch.
   *
   * @param edge of the base graph
   * @param state the stretch itself, which may be a part of the edge only
   */
  record Step(int edge, EdgeIteratorState state) {}

  static Optional<Found> find(RoadNetwork network, EdgeCosts costs, LatLon from, LatLon to) {
    Optional<Snap> start = network.snap(from, costs::isPassable);
    Optional<Snap> goal = network.snap(to, costs::isPassable);
    return start.flatMap(here -> goal.flatMap(there -> between(network, costs, here, there)));
  }

  private static Optional<Found> between(
      RoadNetwork network, EdgeCosts costs, Snap start, Snap goal) {
    QueryGraph graph = QueryGraph.create(network.graph(), start, goal);
    Weighting weighting = new EdgeWeighting(costs, graph);
    AStarBidirection search = new AStarBidirection(graph, weighting, TraversalMode.NODE_BASED);
    search.setApproximation(new BeelineWeightApproximator(graph.getNodeAccess(), weighting));
    Path path = search.calcPath(start.getClosestNode(), goal.getClosestNode());
    return path.isFound()
        ? Optional.of(new Found(steps(graph, path), path.getWeight()))
        : Optional.empty();
  }

  private static List<Step> steps(QueryGraph graph, Path path) {
    List<Step> steps = new ArrayList<>();
    for (EdgeIteratorState state : path.calcEdges()) {
      int key =
          graph.isVirtualEdge(state.getEdge())
              ? EdgeWeighting.originalKey(graph, state)
              : state.getEdgeKey();
      steps.add(new Step(key >> 1, state));
    }
    return steps;
  }
}
