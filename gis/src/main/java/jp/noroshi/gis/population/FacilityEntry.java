package jp.noroshi.gis.population;

import java.util.Map;
import java.util.TreeMap;
import jp.noroshi.core.place.LatLon;

/**
 * One line of a list of facilities, as it is proposed and kept.
 *
 * @param key kind, name and address as published: such lists have no numbers that last
 * @param dataSet the list it belongs to
 * @param name never empty
 * @param address as published; may be empty
 * @param location WGS 84
 * @param details every other column that says something, by its name in the file
 */
public record FacilityEntry(
    String key,
    String dataSet,
    FacilityKind kind,
    String name,
    String address,
    LatLon location,
    Map<String, String> details) {

  /** Copies the map into a fixed order, so that equal lines are equal documents. */
  public FacilityEntry {
    details = new TreeMap<>(details);
  }
}
