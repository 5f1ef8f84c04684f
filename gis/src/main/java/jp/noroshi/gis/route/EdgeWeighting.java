package jp.noroshi.gis.route;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;

/** What going along an edge costs, in seconds at an ordinary pace made worse by dangers. */
final class EdgeWeighting implements Weighting {

  private static final double FASTEST_SECONDS_A_METRE = 3.6 / 15;

  private final EdgeCosts costs;
  private final QueryGraph graph;
  private final int edges;

  EdgeWeighting(EdgeCosts costs, QueryGraph graph) {
    this.costs = costs;
    this.graph = graph;
    this.edges = graph.getBaseGraph().getEdges();
  }

  @Override
  public double calcMinWeightPerDistance() {
    return FASTEST_SECONDS_A_METRE;
  }

  @Override
  public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
    int key = keyOf(edge);
    return edge.getDistance() * costs.perMetre(reverse ? key ^ 1 : key);
  }

  private int keyOf(EdgeIteratorState edge) {
    return edge.getEdge() < edges ? edge.getEdgeKey() : originalKey(graph, edge);
  }

  /** Returns the key in the base graph of the edge a virtual one is a part of. */
  static int originalKey(QueryGraph graph, EdgeIteratorState edge) {
    return ((VirtualEdgeIteratorState) graph.getEdgeIteratorStateForKey(edge.getEdgeKey()))
        .getOriginalEdgeKey();
  }

  @Override
  public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
    return (long) (1000 * calcEdgeWeight(edge, reverse));
  }

  @Override
  public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
    return 0;
  }

  @Override
  public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
    return 0;
  }

  @Override
  public boolean hasTurnCosts() {
    return false;
  }

  @Override
  public String getName() {
    return "noroshi";
  }
}
