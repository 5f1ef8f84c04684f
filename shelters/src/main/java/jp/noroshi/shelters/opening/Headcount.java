package jp.noroshi.shelters.opening;

import java.time.Instant;

/**
 * How many people are at a shelter.
 *
 * @param asOf when the figure was last told or confirmed
 */
public record Headcount(int people, Instant asOf) {}
