package jp.noroshi.gis.plan;

import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;

/**
 * Where a plan leads: a site of the municipality, or any other place (親族宅, 施設) by its name.
 *
 * @param site the site
 * @param name the other place's name; of a site its name when it was read
 * @param point where it is; of a site where it was when it was read
 */
public record Destination(Optional<UUID> site, Optional<String> name, Optional<LatLon> point) {

  /**
   * Checks that it leads somewhere.
   *
   * @throws IllegalArgumentException when there is neither a site nor a name
   */
  public Destination {
    if (site.isEmpty() && name.filter(text -> !text.isBlank()).isEmpty()) {
      throw new IllegalArgumentException("a destination is a site or has a name");
    }
  }

  /** A site of the municipality. */
  public static Destination site(UUID site) {
    return new Destination(Optional.of(site), Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return "Destination[…]";
  }
}
