package jp.noroshi.gis.file.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a file.
 *
 * @param number 1 = the first
 * @param attributes as written, without outer spaces, in the order of the file; empty values left
 *     out
 * @param cut names of attributes whose text ends in the middle of a character
 * @param geometry WGS 84, x = longitude, y = latitude; as drawn, perhaps not valid; empty where the
 *     feature has none
 */
public record Feature(
    int number, Map<String, String> attributes, Set<String> cut, Optional<Geometry> geometry) {

  /** Copies the collections. */
  public Feature {
    attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    cut = Set.copyOf(cut);
  }

  /** Returns an attribute, empty where there is none. */
  public String text(String name) {
    return attributes.getOrDefault(name, "");
  }
}
