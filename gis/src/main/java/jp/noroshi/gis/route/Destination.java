package jp.noroshi.gis.route;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * A site or another place people may be sent to.
 *
 * @param safety why they may be safe there
 * @param open that it is open, since when and how full; empty = not opened (yet)
 */
public record Destination(
    UUID id, String name, String address, LatLon location, Safety safety, Optional<OpenSite> open) {

  /** Tells whether people may be sent there from all of these dangers. */
  public boolean fits(Set<HazardKind> dangers) {
    return safety.fits(dangers);
  }

  /** Tells whether the municipality designated it for any danger. */
  boolean isDesignated() {
    return safety instanceof Safety.Designated(var hazards) && !hazards.isEmpty();
  }

  /** Tells whether people are taken in there now. */
  public boolean takesPeopleIn() {
    return open.filter(site -> site.crowding() != OpenSite.Crowding.FULL).isPresent();
  }
}
