package jp.noroshi.shelters.opening;

import java.time.Instant;
import java.util.UUID;

/**
 * What is on file of a place by hand since somebody entered or corrected it.
 *
 * @param shelter the id of the place
 * @param number from 1
 * @param place with the district it lies in, whoever said it
 * @param reason why it was corrected; empty of the first
 * @param by who entered it
 */
public record PlaceVersion(
    UUID shelter, int number, NewShelter place, String reason, Instant at, String by) {}
