package jp.noroshi.gis.register;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.table.Table;
import jp.noroshi.gis.file.table.TableReader;
import jp.noroshi.gis.file.table.TableRow;

/**
 * The rows of an extract, by the meaning of their headings.
 *
 * @param rows in the order of the file
 */
record ExtractFile(List<Row> rows) {

  /**
   * A row.
   *
   * @param number 1 = the first below the headings
   */
  record Row(int number, Map<ExtractColumn, String> values) {
    Optional<String> find(ExtractColumn column) {
      return Optional.ofNullable(values.get(column)).map(String::strip).filter(v -> !v.isEmpty());
    }

    @Override
    public String toString() {
      return "Row[" + number + "]";
    }
  }

  /**
   * Reads a file.
   *
   * @throws RegisterRefusedException FILE_UNREADABLE when it is no table with a 宛名番号. Without the
   *     cause: a reader's complaint may quote the file
   */
  static ExtractFile read(byte[] bytes) {
    Table table = table(bytes);
    Map<ExtractColumn, Integer> columns = new EnumMap<>(ExtractColumn.class);
    for (ExtractColumn column : ExtractColumn.values()) {
      table.findColumn(column.headings()).ifPresent(position -> columns.put(column, position));
    }
    if (!columns.containsKey(ExtractColumn.REFERENCE)) {
      throw new RegisterRefusedException(RegisterRefusal.FILE_UNREADABLE);
    }
    return new ExtractFile(table.rows().stream().map(row -> row(row, columns)).toList());
  }

  private static Table table(byte[] bytes) {
    try {
      return TableReader.read(bytes);
    } catch (UnreadableFileException e) {
      throw new RegisterRefusedException(RegisterRefusal.FILE_UNREADABLE);
    }
  }

  private static Row row(TableRow row, Map<ExtractColumn, Integer> columns) {
    Map<ExtractColumn, String> values = new EnumMap<>(ExtractColumn.class);
    columns.forEach((column, position) -> values.put(column, row.text(position)));
    return new Row(row.number(), values);
  }
}
