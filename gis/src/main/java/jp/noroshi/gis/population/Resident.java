package jp.noroshi.gis.population;

import jp.noroshi.core.place.LatLon;

/**
 * Somebody who is counted.
 *
 * @param household what everybody of one household shares
 * @param home where the household lives
 */
public record Resident(long household, LatLon home) {}
