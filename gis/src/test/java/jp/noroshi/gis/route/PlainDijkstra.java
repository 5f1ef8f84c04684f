package jp.noroshi.gis.route;

import java.util.Arrays;
import java.util.PriorityQueue;

/** Dijkstra as in the book over the roads' stretches, to hold the hub's own search against. */
final class PlainDijkstra {

  private PlainDijkstra() {}

  /** Returns the least cost from a junction to every other, infinite where there is no way. */
  static double[] costs(RoadNetwork network, EdgeCosts costs, int from) {
    double[] best = new double[network.nodes()];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[from] = 0;
    PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
    queue.add(new double[] {0, from});
    var explorer = network.graph().createEdgeExplorer();
    while (!queue.isEmpty()) {
      double[] here = queue.poll();
      if (here[0] > best[(int) here[1]]) {
        continue;
      }
      var edge = explorer.setBaseNode((int) here[1]);
      while (edge.next()) {
        double perMetre = costs.perMetre(edge.getEdgeKey());
        double cost =
            here[0] + (Double.isFinite(perMetre) ? edge.getDistance() * perMetre : perMetre);
        if (cost < best[edge.getAdjNode()]) {
          best[edge.getAdjNode()] = cost;
          queue.add(new double[] {cost, edge.getAdjNode()});
        }
      }
    }
    return best;
  }
}
