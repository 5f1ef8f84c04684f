package jp.noroshi.gis.register;

import java.util.Optional;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;

/**
 * Everything the register keeps of a person, to be written.
 *
 * @param id the hub's number
 * @param district where the home is
 * @param home the home
 * @param homeDoubtful whether the point only stands for the neighbourhood
 * @param mobility how they move
 * @param state where they stand
 * @param identity who
 * @param condition why they need assistance
 * @param contacts who stands by them
 */
public record PersonEntry(
    PersonId id,
    Optional<AreaCode> district,
    Optional<LatLon> home,
    boolean homeDoubtful,
    Mobility mobility,
    PersonState state,
    Identity identity,
    Condition condition,
    Contacts contacts) {

  /** Returns a person who was opened whole, as it would be written again. */
  static PersonEntry of(Person person) {
    PersonOutline outline = person.outline();
    return new PersonEntry(
        outline.id(),
        outline.district(),
        outline.home(),
        outline.homeDoubtful(),
        outline.mobility(),
        outline.state(),
        person.identity(),
        person.condition().orElseThrow(),
        person.contacts().orElseThrow());
  }

  /** Returns the same in another state. */
  PersonEntry in(PersonState other) {
    return new PersonEntry(
        id, district, home, homeDoubtful, mobility, other, identity, condition, contacts);
  }

  @Override
  public String toString() {
    return "PersonEntry[" + id + "]";
  }
}
