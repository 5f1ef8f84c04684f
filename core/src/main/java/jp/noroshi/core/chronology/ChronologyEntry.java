package jp.noroshi.core.chronology;

import java.time.Instant;
import java.util.Map;
import jp.noroshi.core.alert.Mode;

/**
 * A line to be written. Holds no personal data and no secret.
 *
 * @param at when it happened
 * @param mode live or drill
 * @param kind what happened
 * @param actor who: an account, {@code hub}, {@code rule:…}, {@code source:…}
 * @param subject what it is about: {@code alert:<id>}, {@code dispatch:<id>}, {@code medium:LINE} …
 * @param detail small facts, JSON values; keys are sorted when hashed
 */
public record ChronologyEntry(
    Instant at,
    Mode mode,
    ChronologyKind kind,
    String actor,
    String subject,
    Map<String, Object> detail) {}
