package jp.noroshi.core.evacuation;

import jp.noroshi.core.place.LatLon;

/**
 * A place in no list that takes people in and that residents are told of: nobody designated it for
 * any danger.
 *
 * @param kind what it is, by the name of its kind
 * @param address empty = not known
 * @param open since when, and how full
 */
public record OpenPlace(String name, String kind, String address, LatLon location, OpenSite open) {}
