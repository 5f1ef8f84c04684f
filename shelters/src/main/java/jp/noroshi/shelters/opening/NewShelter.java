package jp.noroshi.shelters.opening;

import java.util.Optional;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;

/**
 * A place by hand as somebody enters it.
 *
 * @param kind anything but a site of the lists
 * @param address empty = not known
 * @param location empty only where people are in many places
 * @param district of a place without a position; where there is one, the position says it
 * @param announced whether residents are told of it
 * @param toldBy who told of it, as staff write it; empty = not noted
 */
public record NewShelter(
    String name,
    ShelterKind kind,
    String address,
    Optional<LatLon> location,
    Optional<AreaCode> district,
    Optional<Integer> capacity,
    boolean announced,
    String toldBy) {

  /** Takes the blanks around the texts away. */
  public NewShelter {
    name = name.strip();
    address = address.strip();
    toldBy = toldBy.strip();
  }

  NewShelter in(Optional<AreaCode> other) {
    return new NewShelter(name, kind, address, location, other, capacity, announced, toldBy);
  }

  boolean isComplete() {
    return !name.isEmpty() && (location.isPresent() || kind == ShelterKind.HOMES);
  }
}
