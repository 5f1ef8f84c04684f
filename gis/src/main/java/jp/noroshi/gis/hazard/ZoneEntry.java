package jp.noroshi.gis.hazard;

import java.util.Map;
import java.util.Optional;

/**
 * A zone of a hazard map, as it is proposed and kept.
 *
 * @param layer the map it belongs to
 * @param key the same in every edition
 * @param name how bad it is, as the source says
 * @param rank as of {@code gis.hazard_zone}: 0 the depth is not said, 1–6 depths, 1–2 landslides
 * @param minDepth metres
 * @param maxDepth metres; empty = no upper bound, or no depth at all
 * @param details the attributes of the source
 * @param mended what was wrong with the outline and where, if it had to be mended
 * @param outline well-known binary of a valid MultiPolygon in WGS 84, Base64
 */
public record ZoneEntry(
    LayerFacts layer,
    String key,
    String name,
    int rank,
    Optional<Double> minDepth,
    Optional<Double> maxDepth,
    Map<String, String> details,
    Optional<String> mended,
    String outline) {
  /** Copies the map. */
  public ZoneEntry {
    details = Map.copyOf(details);
  }
}
