package jp.noroshi.gis.hazard;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a map says of a place: the worst of its kind and scenario.
 *
 * @param layer the map
 * @param layerName what people call it
 * @param edition the day of its data
 * @param rank 0 the depth is not said; depths 1–6 (below 0.5, 3, 5, 10, 20 m, above); landslides 1
 *     warning zone, 2 special warning zone
 * @param minDepth metres
 * @param maxDepth metres; empty = no upper bound, or no depth at all
 * @param label as the source says
 */
public record Exposure(
    HazardKind kind,
    String scenario,
    UUID layer,
    String layerName,
    LocalDate edition,
    int rank,
    Optional<Double> minDepth,
    Optional<Double> maxDepth,
    String label) {}
