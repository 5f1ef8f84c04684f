package jp.noroshi.gis.route;

import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.route.RoadNetwork.EdgePoint;

/**
 * The nearest reachable goal of everybody at once: one Dijkstra run backwards from all goals over
 * the whole network. Looking a place up afterwards costs no more than finding its road. Immutable.
 */
final class NearestTree {

  private static final int NONE = -1;

  private final RoadNetwork network;
  private final EdgeCosts costs;
  private final double[] weight;
  private final double[] metres;
  private final int[] goal;
  private final Map<Integer, List<Seed>> onEdge;

  private record Seed(int goal, EdgePoint point) {}

  private record Reached(double weight, double metres, int node, int goal) {}

  /**
   * What was found for a place.
   *
   * @param goal the position of the goal in the list
   * @param weight seconds at an ordinary pace, dangers counted many times
   * @param metres along the roads
   */
  record Nearest(int goal, double weight, double metres) {}

  private NearestTree(
      RoadNetwork network, EdgeCosts costs, Map<Integer, List<Seed>> onEdge, int nodes) {
    this.network = network;
    this.costs = costs;
    this.onEdge = onEdge;
    this.weight = new double[nodes];
    this.metres = new double[nodes];
    this.goal = new int[nodes];
    Arrays.fill(weight, Double.POSITIVE_INFINITY);
    Arrays.fill(goal, NONE);
  }

  /** Grows the tree; goals that lie on no passable road are reached by nobody. */
  static NearestTree grow(RoadNetwork network, EdgeCosts costs, List<LatLon> goals) {
    Map<Integer, List<Seed>> onEdge = new HashMap<>();
    for (int i = 0; i < goals.size(); i++) {
      Seed seed = seed(network, costs, goals.get(i), i);
      if (seed != null) {
        onEdge.computeIfAbsent(seed.point().edge(), _ -> new ArrayList<>()).add(seed);
      }
    }
    NearestTree tree = new NearestTree(network, costs, onEdge, network.nodes());
    tree.run();
    return tree;
  }

  private static Seed seed(RoadNetwork network, EdgeCosts costs, LatLon at, int goal) {
    return network
        .snap(at, costs::isPassable)
        .map(snap -> new Seed(goal, network.pointOf(snap)))
        .orElse(null);
  }

  private void run() {
    PriorityQueue<Reached> queue =
        new PriorityQueue<>((a, b) -> Double.compare(a.weight(), b.weight()));
    onEdge.values().forEach(seeds -> seeds.forEach(seed -> start(queue, seed)));
    EdgeExplorer explorer = network.graph().createEdgeExplorer();
    while (!queue.isEmpty()) {
      Reached here = queue.poll();
      if (here.weight() < weight[here.node()]) {
        weight[here.node()] = here.weight();
        metres[here.node()] = here.metres();
        goal[here.node()] = here.goal();
        spread(queue, explorer.setBaseNode(here.node()), here);
      }
    }
  }

  private void start(PriorityQueue<Reached> queue, Seed seed) {
    EdgePoint point = seed.point();
    double rest = point.length() - point.along();
    offer(queue, costs.perMetre(2 * point.edge()), point.along(), point.base(), seed.goal());
    offer(queue, costs.perMetre(2 * point.edge() + 1), rest, point.adj(), seed.goal());
  }

  private static void offer(
      PriorityQueue<Reached> queue, double perMetre, double metres, int node, int goal) {
    double cost = cost(metres, perMetre);
    if (Double.isFinite(cost)) {
      queue.add(new Reached(cost, metres, node, goal));
    }
  }

  private void spread(PriorityQueue<Reached> queue, EdgeIterator edge, Reached from) {
    while (edge.next()) {
      // People come the other way: towards the goal.
      double cost =
          from.weight() + cost(edge.getDistance(), costs.perMetre(edge.getReverseEdgeKey()));
      if (cost < weight[edge.getAdjNode()]) {
        queue.add(
            new Reached(cost, from.metres() + edge.getDistance(), edge.getAdjNode(), from.goal()));
      }
    }
  }

  /** Nothing times infinity is no number; a place at a closed end is not passed either. */
  private static double cost(double metres, double perMetre) {
    return Double.isFinite(perMetre) ? metres * perMetre : Double.POSITIVE_INFINITY;
  }

  /** Finds the nearest goal of a place, empty where no way leads to any. Thread-safe. */
  Optional<Nearest> find(LatLon at) {
    Optional<Snap> snap = network.snap(at, costs::isPassable);
    return snap.map(network::pointOf).flatMap(this::find);
  }

  private Optional<Nearest> find(EdgePoint from) {
    int key = 2 * from.edge();
    double back = costs.perMetre(key + 1);
    double on = costs.perMetre(key);
    Nearest best =
        better(
            via(from.base(), from.along(), back),
            via(from.adj(), from.length() - from.along(), on));
    for (Seed seed : onEdge.getOrDefault(from.edge(), List.of())) {
      double way = seed.point().along() - from.along();
      double cost = cost(Math.abs(way), way < 0 ? back : on);
      best = better(best, new Nearest(seed.goal(), cost, Math.abs(way)));
    }
    return Double.isFinite(best.weight()) ? Optional.of(best) : Optional.empty();
  }

  private Nearest via(int node, double metresThere, double perMetre) {
    return new Nearest(
        goal[node], weight[node] + cost(metresThere, perMetre), metres[node] + metresThere);
  }

  private static Nearest better(Nearest one, Nearest other) {
    return other.weight() < one.weight() ? other : one;
  }
}
