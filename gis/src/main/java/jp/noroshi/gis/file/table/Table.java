package jp.noroshi.gis.file.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table: named columns and rows. Columns are found by name, for their order differs between
 * editions and offices.
 *
 * @param headers as written, in the order of the file
 * @param rows in the order of the file
 * @param encoding how the text was written
 * @param epsg the system of the points, where the file names one (the {@code crs} of old GeoJSON)
 */
public record Table(
    List<String> headers, List<TableRow> rows, TextEncoding encoding, Optional<Integer> epsg) {

  /** Copies the lists. */
  public Table {
    headers = List.copyOf(headers);
    rows = List.copyOf(rows);
  }

  /**
   * Finds the column with one of these names, the first name that there is a column for.
   *
   * @return its position from 0
   */
  public Optional<Integer> findColumn(String... names) {
    Map<String, Integer> byName = new HashMap<>();
    for (int i = headers.size() - 1; i >= 0; i--) {
      byName.put(HeaderName.of(headers.get(i)), i);
    }
    for (String name : names) {
      Integer position = byName.get(HeaderName.of(name));
      if (position != null) {
        return Optional.of(position);
      }
    }
    return Optional.empty();
  }

  /** Tells whether there is a column with one of these names. */
  public boolean hasColumn(String... names) {
    return findColumn(names).isPresent();
  }
}
