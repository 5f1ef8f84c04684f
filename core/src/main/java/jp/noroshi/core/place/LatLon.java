package jp.noroshi.core.place;

/**
 * A position in WGS 84, in degrees.
 *
 * <p>A type of its own because two bare numbers let a swap pass unseen: every longitude in Japan is
 * above 90, so a swapped pair is refused here instead of putting a shelter into the sea.
 *
 * @param latitude degrees north, −90 … 90
 * @param longitude degrees east, −180 … 180
 */
public record LatLon(double latitude, double longitude) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when a value is out of range or not a number; the message says
   *     so when the pair looks swapped
   */
  public LatLon {
    if (!(latitude >= -90 && latitude <= 90)) {
      String hint =
          latitude > 90 && latitude <= 180 ? " (latitude and longitude look swapped)" : "";
      throw new IllegalArgumentException("latitude out of range: " + latitude + hint);
    }
    if (!(longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException("longitude out of range: " + longitude);
    }
  }

  /** The mean radius of the earth, metres. */
  private static final double EARTH = 6_371_008.8;

  /**
   * Returns the distance over the sphere (haversine), metres. Within half a percent of the
   * spheroid's.
   */
  public double metresTo(LatLon other) {
    double south = Math.toRadians(latitude);
    double north = Math.toRadians(other.latitude);
    double up = Math.sin((north - south) / 2);
    double across = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double a = up * up + Math.cos(south) * Math.cos(north) * across * across;
    return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
