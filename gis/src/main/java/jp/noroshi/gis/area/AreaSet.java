package jp.noroshi.gis.area;

import java.util.List;
import java.util.UUID;

/**
 * A named set of districts.
 *
 * @param districts codes of those there are, sorted
 * @param gone codes of those that are no longer on the map
 * @param towns 町丁目 as the office lists them that are no district of the map
 */
public record AreaSet(
    UUID id, String name, List<String> districts, List<String> gone, List<String> towns) {
  /** Copies the lists. */
  public AreaSet {
    districts = List.copyOf(districts);
    gone = List.copyOf(gone);
    towns = List.copyOf(towns);
  }
}
