package jp.noroshi.gis.file.raster;

import java.util.OptionalDouble;

/** The height between four samples. */
final class Bilinear {

  private Bilinear() {}

  /** A sample; not a number where there is none. */
  @FunctionalInterface
  interface Samples {
    double at(int row, int column);
  }

  /** Returns nothing if one of the four is missing: a coast must not become a cliff. */
  static OptionalDouble at(double row, double column, int rows, int columns, Samples samples) {
    int top = Math.clamp((int) Math.floor(row), 0, Math.max(rows - 2, 0));
    int left = Math.clamp((int) Math.floor(column), 0, Math.max(columns - 2, 0));
    int bottom = Math.min(top + 1, rows - 1);
    int right = Math.min(left + 1, columns - 1);
    double down = Math.clamp(row - top, 0.0, 1.0);
    double across = Math.clamp(column - left, 0.0, 1.0);
    double height =
        part(samples, top, left, (1 - down) * (1 - across))
            + part(samples, top, right, (1 - down) * across)
            + part(samples, bottom, left, down * (1 - across))
            + part(samples, bottom, right, down * across);
    return Double.isNaN(height) ? OptionalDouble.empty() : OptionalDouble.of(height);
  }

  /** On a line between samples those off the line do not count. */
  private static double part(Samples samples, int row, int column, double weight) {
    return weight < 1e-6 ? 0 : weight * samples.at(row, column);
  }
}
