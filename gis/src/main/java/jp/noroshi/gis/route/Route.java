package jp.noroshi.gis.route;

import java.time.Instant;
import java.util.List;
import jp.noroshi.core.place.LatLon;

/**
 * A way from one place to another.
 *
 * @param line its positions, two at least
 * @param metres its length
 * @param minutes how long it takes at the asked pace, rounded up
 * @param basis what it was made of; a straight line is no way to walk
 * @param legs the way in words: stretches of one street; empty for a straight line
 * @param warnings in the order in which they are met
 * @param asOf the closures and zones it knows
 */
public record Route(
    List<LatLon> line,
    double metres,
    int minutes,
    Basis basis,
    List<Leg> legs,
    List<RouteWarning> warnings,
    Instant asOf) {

  /** Copies the lists. */
  public Route {
    line = List.copyOf(line);
    legs = List.copyOf(legs);
    warnings = List.copyOf(warnings);
  }

  /** What a route was made of. */
  public enum Basis {
    /** The network of roads. */
    ROADS,
    /** There is no network of roads (yet): a straight line. */
    NO_NETWORK,
    /** No open way leads there: a straight line. */
    UNREACHABLE
  }

  /** Tells whether it is only a straight line. */
  public boolean straight() {
    return basis != Basis.ROADS;
  }

  /**
   * A stretch of one street.
   *
   * @param street its name; empty = it has none
   * @param direction where it goes
   * @param metres its length
   * @param from where it begins
   */
  public record Leg(String street, Compass direction, double metres, LatLon from) {}

  /** The eight directions. */
  public enum Compass {
    /** 北. */
    N,
    /** 北東. */
    NE,
    /** 東. */
    E,
    /** 南東. */
    SE,
    /** 南. */
    S,
    /** 南西. */
    SW,
    /** 西. */
    W,
    /** 北西. */
    NW;

    /** Returns where one lies seen from another. */
    static Compass of(LatLon from, LatLon to) {
      double east = (to.longitude() - from.longitude()) * Math.cos(Math.toRadians(from.latitude()));
      double degrees = Math.toDegrees(Math.atan2(east, to.latitude() - from.latitude()));
      return values()[Math.floorMod(Math.round(degrees / 45), 8)];
    }

    /** Tells whether the other is the same or a neighbour. */
    boolean isAbout(Compass other) {
      List<Compass> round = List.of(values());
      int apart = Math.floorMod(round.indexOf(this) - round.indexOf(other), 8);
      return apart <= 1 || apart == 7;
    }
  }
}
