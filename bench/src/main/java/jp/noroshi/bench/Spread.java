package jp.noroshi.bench;

import java.util.Collection;
import java.util.List;

/** The least, the middle and the greatest of some figures. */
record Spread(double min, double median, double max) {

  /**
   * Spreads figures out.
   *
   * @throws IllegalArgumentException when there are none
   */
  static Spread of(Collection<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new Spread(sorted.getFirst(), quantile(sorted, 0.5), sorted.getLast());
  }

  /**
   * Returns the figure below which this share of them lies.
   *
   * @param sorted rising, at least one
   */
  static double quantile(List<Double> sorted, double share) {
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
