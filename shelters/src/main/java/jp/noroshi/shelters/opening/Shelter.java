package jp.noroshi.shelters.opening;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * A place where people are taken in or counted: an evacuation site of the lists (with its id) or
 * one that was entered by hand.
 *
 * @param location empty = people in many places (在宅避難)
 * @param district where it lies; empty = in none of ours, or nowhere in particular
 * @param capacity people; empty = nobody said
 * @param address empty = not known
 * @param hazards for which it is designated; of a place by hand none
 * @param announced whether residents are told of it; not of one that takes only whom it knows
 * @param retired whether it is in no list any more, so that it cannot be opened
 */
public record Shelter(
    UUID id,
    String name,
    ShelterKind kind,
    Optional<LatLon> location,
    Optional<AreaCode> district,
    Optional<Integer> capacity,
    String address,
    Set<HazardKind> hazards,
    boolean announced,
    boolean retired) {
  /** Copies the set. */
  public Shelter {
    hazards = Set.copyOf(hazards);
  }
}
