package jp.noroshi.gis.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.place.LatLon;

/**
 * 避難経路 as written into a plan, with what was known of it then.
 *
 * @param line from the home to the destination, at least two points
 * @param metres its length
 * @param minutes how long it takes the person
 * @param warnings what to heed on the way (stairs, steep slope, underpass …), in words
 * @param avoid points to keep away from
 * @param computedAt when it was worked out; empty = drawn by hand
 */
public record PlannedRoute(
    List<LatLon> line,
    int metres,
    int minutes,
    List<String> warnings,
    List<LatLon> avoid,
    Optional<Instant> computedAt) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException when the line has fewer than two points
   */
  public PlannedRoute {
    line = List.copyOf(line);
    warnings = List.copyOf(warnings);
    avoid = List.copyOf(avoid);
    if (line.size() < 2) {
      throw new IllegalArgumentException("a route has at least two points");
    }
  }

  @Override
  public String toString() {
    return "PlannedRoute[" + metres + " m]";
  }
}
