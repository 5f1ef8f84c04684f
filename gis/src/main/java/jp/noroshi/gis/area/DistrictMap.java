package jp.noroshi.gis.area;

import java.util.List;
import java.util.Optional;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.file.shape.FeatureFile;
import jp.noroshi.gis.imports.Doubt;

/**
 * A map of districts as it was read.
 *
 * @param file as written
 * @param nameColumn the attribute taken as the name
 * @param rows one for each feature
 * @param overlaps districts that lie over each other
 * @param gaps what lies between districts and belongs to none
 */
public record DistrictMap(
    FeatureFile file, String nameColumn, List<Row> rows, List<Overlap> overlaps, List<Gap> gaps) {

  /**
   * One feature.
   *
   * @param number 1 = the first
   * @param label its name
   * @param entry what it says; empty where it is refused
   * @param doubts what is odd, or why it is refused
   */
  public record Row(int number, String label, Optional<DistrictEntry> entry, List<Doubt> doubts) {
    /** Copies the list. */
    public Row {
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * Two districts that lie over each other.
   *
   * @param squareMetres about how much
   */
  public record Overlap(String one, String other, double squareMetres) {}

  /**
   * A piece of land between districts that belongs to none: who lives there is told nothing.
   *
   * @param between the districts around it, by name
   * @param squareMetres about how large
   * @param at a position inside
   */
  public record Gap(List<String> between, double squareMetres, LatLon at) {
    /** Copies the list. */
    public Gap {
      between = List.copyOf(between);
    }
  }

  /** Copies the lists. */
  public DistrictMap {
    rows = List.copyOf(rows);
    overlaps = List.copyOf(overlaps);
    gaps = List.copyOf(gaps);
  }
}
