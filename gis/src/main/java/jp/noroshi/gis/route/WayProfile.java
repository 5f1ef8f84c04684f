package jp.noroshi.gis.route;

/** How somebody moves. The name is stored. */
public enum WayProfile {
  /** On foot. */
  FOOT(4.0),
  /** In a wheelchair, alone or pushed: never over steps. */
  WHEELCHAIR(3.0);

  private final double usualPace;

  WayProfile(double usualPace) {
    this.usualPace = usualPace;
  }

  /** Returns the pace taken where nobody says another, kilometres an hour. */
  public double usualPace() {
    return usualPace;
  }
}
