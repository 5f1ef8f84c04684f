package jp.noroshi.shelters.opening;

/**
 * A correction of a place by hand.
 *
 * @param version the one that was looked at; another one meanwhile refuses the correction
 * @param place the whole of it as it should be
 * @param reason why
 */
public record PlaceCorrection(int version, NewShelter place, String reason) {}
