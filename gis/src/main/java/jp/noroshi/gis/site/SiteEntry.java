package jp.noroshi.gis.site;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * One line of a list of sites: a place in one capacity of it. A building that is both 緊急避難場所 and
 * 避難所 has two lines, joined by {@code place}.
 *
 * @param key of the line: 共通ID, the publisher's ID, or name and position
 * @param place of the place: characters 1–11 of the 共通ID, which both lines share, else the key
 * @param dataSet the list it belongs to
 * @param kind as what
 * @param municipality 5 digits, empty where the list does not say
 * @param name never empty
 * @param kana katakana as published
 * @param address as published
 * @param location WGS 84
 * @param hazards of an emergency site: for which it is designated
 * @param capacity people; empty = not published
 * @param accepts 受入対象者, as published
 * @param details every other column that says something, by its name in the file
 */
public record SiteEntry(
    String key,
    String place,
    String dataSet,
    DesignationKind kind,
    String municipality,
    String name,
    String kana,
    String address,
    LatLon location,
    Set<HazardKind> hazards,
    Optional<Integer> capacity,
    String accepts,
    Map<String, String> details) {

  /** Copies the collections into a fixed order, so that equal lines are equal documents. */
  public SiteEntry {
    hazards = hazards.isEmpty() ? Set.of() : new TreeSet<>(EnumSet.copyOf(hazards));
    details = new TreeMap<>(details);
  }

  /** Returns the 共通ID of 国土地理院, where the key is one. */
  public Optional<String> commonId() {
    return CommonId.find(key).map(CommonId::value);
  }
}
