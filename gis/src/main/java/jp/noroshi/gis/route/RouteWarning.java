package jp.noroshi.gis.route;

import java.util.Optional;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * Something to know before going this way.
 *
 * @param kind what
 * @param hazard which danger, of a crossed zone
 * @param at where it begins
 * @param metres how long it is
 */
public record RouteWarning(Kind kind, Optional<HazardKind> hazard, LatLon at, double metres) {

  /** What may be met on a way. */
  public enum Kind {
    /** Steps. */
    STEPS,
    /** Steeper than a ramp may be (1/12). */
    STEEP,
    /** An underpass or tunnel: it floods first. */
    UNDERPASS,
    /** A bridge, over a river as a rule. */
    BRIDGE,
    /** A zone of the danger people flee from. */
    HAZARD_ZONE,
    /** Nobody said what the surface is like; told to wheelchair users. */
    SURFACE_UNKNOWN
  }
}
