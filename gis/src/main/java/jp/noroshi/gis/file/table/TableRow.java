package jp.noroshi.gis.file.table;

import java.util.List;
import java.util.Optional;

/**
 * One row of a table.
 *
 * @param number 1 = the first row below the headers, or the first feature
 * @param cells as written, as many as there are headers; empty where the row is short
 * @param point where the row is a feature with a point: its coordinates in the order of the file
 */
public record TableRow(int number, List<String> cells, Optional<Point> point) {

  /**
   * The coordinates of a feature, unchecked.
   *
   * @param first by GeoJSON the longitude
   * @param second by GeoJSON the latitude
   */
  public record Point(double first, double second) {}

  /** Copies the list. */
  public TableRow {
    cells = List.copyOf(cells);
  }

  /** Returns a cell without outer spaces, empty where there is no such column. */
  public String text(Optional<Integer> column) {
    return column.map(this::text).orElse("");
  }

  /** Returns a cell without outer spaces (full width ones too). */
  public String text(int column) {
    return column < cells.size() ? cells.get(column).strip() : "";
  }

  /** Tells whether no cell says anything. */
  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank) && point.isEmpty();
  }
}
