package jp.noroshi.gis.hazard;

import java.util.Optional;

/**
 * How bad it is in a zone.
 *
 * @param rank 0 the depth is not said; for depths 1–6 of the standard scale (below 0.5, 3, 5, 10,
 *     20 m, above); for landslides 1 warning zone (警戒区域), 2 special warning zone (特別警戒区域)
 * @param minDepth metres
 * @param maxDepth metres; empty = no upper bound, or no depth at all
 * @param label as the source says
 */
record Danger(int rank, Optional<Double> minDepth, Optional<Double> maxDepth, String label) {

  static Danger of(Depth depth, String label) {
    return new Danger(
        depth.rank(),
        Optional.of(depth.min()),
        depth.max(),
        label.isBlank() ? depth.label() : label);
  }

  static Danger zone(int rank, String label) {
    return new Danger(rank, Optional.empty(), Optional.empty(), label);
  }
}
