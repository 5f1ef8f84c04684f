package jp.noroshi.gis.route;

import java.util.Set;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * What a metre of each edge costs somebody who flees from some dangers, as of one state. Immutable.
 */
final class EdgeCosts {

  /** Penalties on top, of an alternative way or of points to stay away from. */
  @FunctionalInterface
  interface Penalty {
    /** The factor of an edge, 1 or more. */
    float of(int edge);
  }

  private static final Penalty NONE = _ -> 1;

  private final float[] secondsPerMetre;
  private final EdgeState state;
  private final WayProfile profile;
  private final int dangers;
  private final Penalty penalty;

  private EdgeCosts(
      float[] secondsPerMetre, EdgeState state, WayProfile profile, int dangers, Penalty penalty) {
    this.secondsPerMetre = secondsPerMetre;
    this.state = state;
    this.profile = profile;
    this.dangers = dangers;
    this.penalty = penalty;
  }

  static EdgeCosts of(
      RoadNetwork network, EdgeState state, Set<HazardKind> dangers, WayProfile profile) {
    return new EdgeCosts(
        network.secondsPerMetre(profile), state, profile, EdgeState.mask(dangers), NONE);
  }

  EdgeCosts with(Penalty more) {
    return new EdgeCosts(secondsPerMetre, state, profile, dangers, more);
  }

  /** Returns the cost of a metre by edge key, infinite where there is no way. */
  double perMetre(int key) {
    int edge = key >> 1;
    if (state.isClosed(edge, profile)) {
      return Double.POSITIVE_INFINITY;
    }
    double seconds = secondsPerMetre[key] * (double) penalty.of(edge);
    return state.isInDanger(edge, dangers) ? seconds * EdgeState.IN_DANGER : seconds;
  }

  /** Tells whether an edge can be used in any direction. */
  boolean isPassable(int edge) {
    return Double.isFinite(perMetre(2 * edge)) || Double.isFinite(perMetre(2 * edge + 1));
  }
}
