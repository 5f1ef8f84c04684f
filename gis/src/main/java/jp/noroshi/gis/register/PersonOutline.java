package jp.noroshi.gis.register;

import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;

/**
 * What maps, counts and the router need of a person: nothing that names or describes them.
 *
 * @param id the hub's number
 * @param district where the home is; empty = not known
 * @param home the home, WGS 84; empty = not known
 * @param homeDoubtful whether the point only stands for the neighbourhood
 * @param mobility how they move
 * @param state where they stand in the register
 * @param changedAt when the register last changed
 */
public record PersonOutline(
    PersonId id,
    Optional<AreaCode> district,
    Optional<LatLon> home,
    boolean homeDoubtful,
    Mobility mobility,
    PersonState state,
    Instant changedAt) {
  @Override
  public String toString() {
    return "PersonOutline[" + id + " " + state + "]";
  }
}
