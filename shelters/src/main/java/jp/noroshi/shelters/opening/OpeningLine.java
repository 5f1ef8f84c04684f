package jp.noroshi.shelters.opening;

import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.evacuation.OpenSite.Crowding;

/**
 * A line of the course of a shelter.
 *
 * @param number rises by line
 * @param word what was said
 * @param state how the shelter stood then
 * @param said of {@link OpeningWord.Name#CROWDED}: how crowded
 * @param inspection of {@link OpeningWord.Name#INSPECT}: what was found
 * @param note may be empty
 */
public record OpeningLine(
    long number,
    OpeningWord.Name word,
    OpeningState state,
    Optional<Crowding> said,
    Optional<Inspection> inspection,
    String note,
    Instant at,
    String by) {}
