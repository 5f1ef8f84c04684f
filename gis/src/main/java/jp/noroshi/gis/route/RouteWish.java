package jp.noroshi.gis.route;

import java.util.OptionalDouble;
import java.util.Set;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * How somebody wants to go.
 *
 * @param dangers what they flee from, several at once if need be; empty = nothing in particular
 * @param profile on foot or in a wheelchair
 * @param pace kilometres an hour, 0.5 … 10; empty = the usual one
 */
public record RouteWish(Set<HazardKind> dangers, WayProfile profile, OptionalDouble pace) {

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException when nobody goes at this pace
   */
  public RouteWish {
    dangers = Set.copyOf(dangers);
    if (pace.isPresent() && !(pace.getAsDouble() >= 0.5 && pace.getAsDouble() <= 10)) {
      throw new IllegalArgumentException("pace out of range: " + pace.getAsDouble());
    }
  }

  /** At the usual pace. */
  public RouteWish(Set<HazardKind> dangers, WayProfile profile) {
    this(dangers, profile, OptionalDouble.empty());
  }
}
