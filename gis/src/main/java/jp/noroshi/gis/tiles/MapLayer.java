package jp.noroshi.gis.tiles;

import java.time.LocalDate;
import java.util.Optional;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * A layer that can be drawn.
 *
 * @param layer which
 * @param version of its present state; part of a tile's address, so that no old tile is drawn
 * @param hazard what a map of a danger is about; empty for the others
 */
public record MapLayer(TileLayer layer, long version, Optional<HazardMapFacts> hazard) {

  /**
   * Where a map of a danger comes from, to be said beside it.
   *
   * @param licence empty where nobody stated one
   */
  public record HazardMapFacts(
      HazardKind kind,
      String scenario,
      String name,
      String source,
      LocalDate edition,
      Optional<String> licence) {}
}
