package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.shelters.opening.NewShelter;
import jp.noroshi.shelters.opening.PlaceVersion;
import jp.noroshi.shelters.opening.ShelterKind;

/** What was on file of a place by hand, as the contract's {@code PlaceVersion}. */
record PlaceVersionView(
    int number,
    String name,
    ShelterKind kind,
    String address,
    Optional<LatLon> location,
    Optional<HubFacts.Named> district,
    Optional<Integer> capacity,
    boolean announced,
    String toldBy,
    String reason,
    Instant at,
    String by) {

  static PlaceVersionView of(PlaceVersion version, HubFacts hub, Language language) {
    NewShelter place = version.place();
    return new PlaceVersionView(
        version.number(),
        place.name(),
        place.kind(),
        place.address(),
        place.location(),
        place.district().map(code -> hub.named(code, language)),
        place.capacity(),
        place.announced(),
        place.toldBy(),
        version.reason(),
        version.at(),
        version.by());
  }
}
