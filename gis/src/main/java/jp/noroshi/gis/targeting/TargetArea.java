package jp.noroshi.gis.targeting;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;

/**
 * An area somebody asks about: everything that is named here together. What overlaps counts once.
 *
 * @param outline what was drawn
 * @param districts whole districts
 * @param hazard a part of a map of dangers
 */
public record TargetArea(
    Optional<DrawnOutline> outline, Set<AreaCode> districts, Optional<HazardPart> hazard) {

  /** Copies the set. */
  public TargetArea {
    districts = Set.copyOf(districts);
  }

  /**
   * The zones of a map of dangers.
   *
   * @param layer which map
   * @param minRank zones of a lower rank are left out
   */
  public record HazardPart(UUID layer, int minRank) {}

  /** An area that was drawn. */
  public static TargetArea of(DrawnOutline outline) {
    return new TargetArea(Optional.of(outline), Set.of(), Optional.empty());
  }

  /** Whole districts. */
  public static TargetArea of(Set<AreaCode> districts) {
    return new TargetArea(Optional.empty(), districts, Optional.empty());
  }
}
