package jp.noroshi.gis.opendata;

import java.util.List;
import jp.noroshi.gis.file.table.TextEncoding;
import jp.noroshi.gis.imports.ReadRow;
import jp.noroshi.gis.population.FacilityKind;

/**
 * A list of facilities as it was read.
 *
 * @param kind what it is a list of
 * @param dataSet what its editions share
 * @param encoding how its text was written
 * @param rows as many as the file has; what they say is a {@link
 *     jp.noroshi.gis.population.FacilityEntry}
 */
public record FacilityList(
    FacilityKind kind, String dataSet, TextEncoding encoding, List<ReadRow> rows) {

  /** Copies the list. */
  public FacilityList {
    rows = List.copyOf(rows);
  }

  /** Returns how many rows are taken over. */
  public long taken() {
    return rows.stream().filter(row -> row.entry().isPresent()).count();
  }
}
