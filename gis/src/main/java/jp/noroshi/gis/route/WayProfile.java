package jp.noroshi.gis.route;

/** How somebody moves. The name is stored. */
public enum WayProfile {
  /** On foot. */
  FOOT,
  /** In a wheelchair, alone or pushed: never over steps. */
  WHEELCHAIR
}
