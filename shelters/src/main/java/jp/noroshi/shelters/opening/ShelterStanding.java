package jp.noroshi.shelters.opening;

import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.evacuation.OpenSite.Crowding;

/**
 * A shelter, how it stands, and how crowded it is.
 *
 * @param opening empty = nothing was ever said
 * @param headcount empty = nobody counted
 * @param crowding by somebody's word while it holds, else by the count; {@code UNKNOWN} where
 *     nobody is expected or nobody knows
 */
public record ShelterStanding(
    Shelter shelter, Optional<Opening> opening, Optional<Headcount> headcount, Crowding crowding) {

  static ShelterStanding of(
      Shelter shelter,
      Optional<Opening> opening,
      Optional<Headcount> headcount,
      ShelterSettings settings,
      Instant now) {
    return new ShelterStanding(
        shelter, opening, headcount, crowding(shelter, opening, headcount, settings, now));
  }

  private static Crowding crowding(
      Shelter shelter,
      Optional<Opening> opening,
      Optional<Headcount> headcount,
      ShelterSettings settings,
      Instant now) {
    if (opening.filter(known -> known.state().holdsPeople()).isEmpty()) {
      return Crowding.UNKNOWN;
    }
    return opening
        .flatMap(known -> known.findSaid(now))
        .or(
            () ->
                headcount.flatMap(
                    count ->
                        shelter.capacity().map(room -> settings.crowdingOf(count.people(), room))))
        .orElse(Crowding.UNKNOWN);
  }

  /** Returns in which state it is. */
  public OpeningState state() {
    return opening.map(Opening::state).orElse(OpeningState.NOT_OPENED);
  }

  /** Finds since when it takes people in and how crowded it is; empty where it does not. */
  public Optional<OpenSite> findOpen() {
    return opening
        .filter(known -> known.state() == OpeningState.OPEN)
        .map(
            known ->
                new OpenSite(shelter.id(), known.since(), crowding, asOf().orElse(known.asOf())));
  }

  /** Returns how it stands in the eyes of residents. */
  public PublicState publicState() {
    return PublicState.of(this);
  }

  /** Returns when somebody last said how it stands or counted; empty = never. */
  public Optional<Instant> asOf() {
    Optional<Instant> counted = headcount.map(Headcount::asOf);
    return opening
        .map(Opening::asOf)
        .map(said -> counted.filter(said::isBefore).orElse(said))
        .or(() -> counted);
  }
}
