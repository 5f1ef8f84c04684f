package jp.noroshi.gis.file.shape;

import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import org.locationtech.jts.geom.Coordinate;

/** How much is read at once. A prefecture's landslide zones are about 40,000 features in 60 MB. */
final class Limits {

  static final long LARGEST = 256L * 1024 * 1024;
  static final int MOST_FEATURES = 300_000;

  private Limits() {}

  static void requireFewEnough(int features) {
    if (features > MOST_FEATURES) {
      throw new UnreadableFileException(
          Fault.TOO_LARGE,
          "there are more than " + MOST_FEATURES + " features; cut out your municipality first");
    }
  }

  static void requireSmallEnough(long bytes) {
    if (bytes > LARGEST) {
      throw new UnreadableFileException(
          Fault.TOO_LARGE, "there are more than 256 MiB; cut out your municipality first");
    }
  }

  static Coordinate finite(double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("a coordinate is no number");
    }
    return new Coordinate(x, y);
  }
}
