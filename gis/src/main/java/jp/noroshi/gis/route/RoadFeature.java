package jp.noroshi.gis.route;

/** What a road is like, a bit each in {@link RoadNetwork#features}. */
enum RoadFeature {
  STEPS(1),
  STEEP(2),
  UNDERPASS(4),
  BRIDGE(8),
  SURFACE_UNKNOWN(16);

  private final int bit;

  RoadFeature(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }

  boolean isIn(int features) {
    return (features & bit) != 0;
  }
}
