package jp.noroshi.gis.area;

import java.util.HashMap;
import java.util.Map;
import jp.noroshi.core.place.AreaCode;

/**
 * The districts of a map by name, for who reads lists without a hub.
 *
 * @param codes by name
 */
public record DistrictNames(Map<String, String> codes) {
  /** Copies the map. */
  public DistrictNames {
    codes = Map.copyOf(codes);
  }

  /**
   * Reads them from a map as the hub is given it (GeoJSON with code and name).
   *
   * @throws DistrictFileException when it is none
   */
  public static DistrictNames of(byte[] map, AreaCode municipality) {
    Map<String, String> codes = new HashMap<>();
    DistrictFile.read(map, municipality).features().stream()
        .map(DistrictFile.Feature::district)
        .forEach(district -> codes.put(district.name(), district.code().value()));
    return new DistrictNames(codes);
  }
}
