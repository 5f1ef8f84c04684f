package jp.noroshi.shelters.tally;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How many are where, as of now.
 *
 * @param asOf when it was put together
 * @param city the whole city; its households are distinct ones
 * @param least people in the shelters whose figure is fresh: the total lies between this and {@code
 *     city.people}
 * @param shelters every shelter at which something was counted
 */
public record Tally(Instant asOf, Figures city, int least, List<OfShelter> shelters) {

  /** Copies the list. */
  public Tally {
    shelters = List.copyOf(shelters);
  }

  /**
   * How many are at a shelter.
   *
   * @param asOf as of when the figure is known
   * @param dark nothing was heard of it for long: the figure is its last
   * @param unsent events its tablets last said they still hold
   */
  public record OfShelter(UUID shelter, Figures figures, Instant asOf, boolean dark, int unsent) {}
}
