package jp.noroshi.gis.population;

import jp.noroshi.core.place.LatLon;

/**
 * A household that is counted; who lives in it is not known here.
 *
 * @param home where it lives
 * @param residents how many they are, one or more
 */
public record Household(LatLon home, int residents) {

  /** So many live together at most: a home for the elderly is one household in some counts. */
  static final int MOST = 10_000;

  /** Checks the number. */
  public Household {
    if (residents < 1 || residents > MOST) {
      throw new IllegalArgumentException("a household of " + residents);
    }
  }
}
