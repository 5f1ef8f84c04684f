package jp.noroshi.gis.area;

import java.util.List;
import java.util.TreeSet;

/**
 * A named set of districts, as it is proposed and kept.
 *
 * @param key municipality and name
 * @param name how people call it (「狩野川左岸」)
 * @param districts codes, sorted
 * @param towns 町丁目 as the office lists them that are no district of the map, sorted; they are told
 *     to people and count nobody
 */
public record AreaSetEntry(String key, String name, List<String> districts, List<String> towns) {
  /** Sorts the lists, so that equal sets are equal documents. */
  public AreaSetEntry {
    districts = List.copyOf(new TreeSet<>(districts));
    towns = List.copyOf(new TreeSet<>(towns));
  }
}
