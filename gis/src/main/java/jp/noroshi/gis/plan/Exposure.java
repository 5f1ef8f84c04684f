package jp.noroshi.gis.plan;

import java.time.LocalDate;

/**
 * What a layer of a danger says of a place.
 *
 * @param layer its name
 * @param scenario its scenario
 * @param edition its edition
 * @param rank 1 … 6 for depths, 1 警戒 … 2 特別警戒 for landslides
 * @param label as the source says
 */
public record Exposure(String layer, String scenario, LocalDate edition, int rank, String label) {}
