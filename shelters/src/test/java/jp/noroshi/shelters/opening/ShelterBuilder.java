package jp.noroshi.shelters.opening;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;

/** An invented school that holds a hundred, unless something else is said. */
final class ShelterBuilder {

  private UUID id = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private String name = "見本小学校";
  private Optional<Integer> capacity = Optional.of(100);
  private boolean announced = true;
  private boolean retired;

  static ShelterBuilder aShelter() {
    return new ShelterBuilder();
  }

  ShelterBuilder named(String other) {
    name = other;
    id = UUID.nameUUIDFromBytes(other.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  ShelterBuilder holding(Optional<Integer> people) {
    capacity = people;
    return this;
  }

  ShelterBuilder unannounced() {
    announced = false;
    return this;
  }

  ShelterBuilder retired() {
    retired = true;
    return this;
  }

  Shelter build() {
    return new Shelter(
        id,
        name,
        ShelterKind.SITE,
        Optional.of(new LatLon(35.03, 138.93)),
        Optional.of(new AreaCode("22225-01")),
        capacity,
        "見本一丁目",
        Set.of(HazardKind.FLOOD),
        announced,
        retired);
  }
}
