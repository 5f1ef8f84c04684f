package jp.noroshi.shelters.opening;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.evacuation.OpenSite.Crowding;

/**
 * How a shelter stands, as people said.
 *
 * @param said how crowded it is by somebody's word; {@code UNKNOWN} = nobody's: the count decides
 * @param saidUntil when that word ends
 * @param inspection the last one of this course
 * @param openedAt when it last began to take people in
 * @param since since when it is in this state
 * @param asOf when somebody last said how it stands, or that it still does
 * @param by who said it
 */
public record Opening(
    UUID shelter,
    OpeningState state,
    Crowding said,
    Optional<Instant> saidUntil,
    Optional<Inspection> inspection,
    Optional<Instant> openedAt,
    Instant since,
    Instant asOf,
    String by) {

  /** Finds the word on the crowding that holds at a time. */
  public Optional<Crowding> findSaid(Instant time) {
    return Optional.of(said)
        .filter(word -> word != Crowding.UNKNOWN)
        .filter(_ -> saidUntil.map(time::isBefore).orElse(true));
  }
}
