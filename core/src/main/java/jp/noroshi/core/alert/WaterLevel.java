package jp.noroshi.core.alert;

import java.time.Instant;

/**
 * What a river gauge measured, as an alert tells it; never a forecast.
 *
 * @param station the gauge's code as the sender writes it (JMA: 17 digits), empty if none
 * @param name the gauge's name as the sender writes it, never empty
 * @param metres above the gauge's own zero
 * @param at when it was measured
 */
public record WaterLevel(String station, String name, double metres, Instant at) {}
