package jp.noroshi.gis.hazard;

import java.util.List;
import java.util.Optional;
import jp.noroshi.gis.file.shape.FeatureFile;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import org.locationtech.jts.geom.Envelope;

/**
 * A hazard map as it was read.
 *
 * @param file as written
 * @param form by what its attributes were recognised
 * @param facts what is known of it as a whole
 * @param rows one for each feature
 * @param bounds of what is taken, x = longitude
 */
public record HazardMap(
    FeatureFile file, String form, LayerFacts facts, List<Row> rows, Envelope bounds) {

  /** Copies the list. */
  public HazardMap {
    rows = List.copyOf(rows);
  }

  /**
   * One feature.
   *
   * @param number 1 = the first
   * @param label what it is
   * @param entry what it says; empty where it is refused
   * @param doubts what is odd, or why it is refused
   */
  public record Row(int number, String label, Optional<ZoneEntry> entry, List<Doubt> doubts) {
    /** Copies the list. */
    public Row {
      doubts = List.copyOf(doubts);
    }

    boolean has(DoubtCode code) {
      return doubts.stream().anyMatch(doubt -> doubt.code() == code);
    }
  }

  /** Returns how many outlines had to be mended. */
  public long mended() {
    return rows.stream().filter(row -> row.has(DoubtCode.OUTLINE_MENDED)).count();
  }

  /** Returns how many features are taken. */
  public long taken() {
    return rows.stream().filter(row -> row.entry().isPresent()).count();
  }
}
