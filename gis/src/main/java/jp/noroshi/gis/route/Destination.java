package jp.noroshi.gis.route;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * A site people may be sent to.
 *
 * @param hazards for which dangers it is designated
 * @param open that it is open, since when and how full; empty = not opened (yet)
 */
public record Destination(
    UUID id,
    String name,
    String address,
    LatLon location,
    Set<HazardKind> hazards,
    Optional<OpenSite> open) {

  /** Copies the set. */
  public Destination {
    hazards = Set.copyOf(hazards);
  }

  /** Tells whether it stands all of these dangers. */
  public boolean fits(Set<HazardKind> dangers) {
    return hazards.containsAll(dangers);
  }

  /** Tells whether people are taken in there now. */
  public boolean takesPeopleIn() {
    return open.filter(site -> site.crowding() != OpenSite.Crowding.FULL).isPresent();
  }
}
