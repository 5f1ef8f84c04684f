package jp.noroshi.shelters.opening;

import java.util.Optional;
import jp.noroshi.core.place.LatLon;

/**
 * A place to be entered by hand.
 *
 * @param kind anything but a site of the lists
 * @param address empty = not known
 * @param location empty only where people are in many places
 * @param announced whether residents are told of it
 */
public record NewShelter(
    String name,
    ShelterKind kind,
    String address,
    Optional<LatLon> location,
    Optional<Integer> capacity,
    boolean announced) {}
