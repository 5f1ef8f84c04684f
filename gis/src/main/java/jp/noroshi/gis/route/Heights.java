package jp.noroshi.gis.route;

import java.util.OptionalDouble;
import jp.noroshi.core.place.LatLon;

/** Knows how high the ground is, for the slopes of roads. Thread-safe. */
@FunctionalInterface
public interface Heights {

  /** Finds the height above the sea, metres; empty where it is not known. */
  OptionalDouble find(LatLon position);

  /** Knows no height: only what the file of roads says itself is used. */
  static Heights unknown() {
    return _ -> OptionalDouble.empty();
  }
}
