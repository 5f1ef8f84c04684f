package jp.noroshi.gis.register;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of an extract, by the meaning of their headings.
 *
 * @param rows in the order of the file
 */
record ExtractFile(List<Row> rows) {

  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private static final int MOST_ROWS = 500_000;

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
   * @throws RegisterRefusedException FILE_UNREADABLE when it is no CSV with a 宛名番号, or far too long
   */
  static ExtractFile read(byte[] bytes) {
    try (CSVParser parser =
        CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get().parse(text(bytes))) {
      List<Row> rows = new ArrayList<>();
      Map<Integer, ExtractColumn> columns = null;
      for (CSVRecord line : parser) {
        if (columns == null) {
          columns = columns(line);
        } else {
          rows.add(row(rows.size() + 1, line, columns));
        }
        if (rows.size() > MOST_ROWS) {
          throw new RegisterRefusedException(RegisterRefusal.FILE_UNREADABLE);
        }
      }
      if (columns == null) {
        throw new RegisterRefusedException(RegisterRefusal.FILE_UNREADABLE);
      }
      return new ExtractFile(List.copyOf(rows));
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new RegisterRefusedException(RegisterRefusal.FILE_UNREADABLE);
    }
  }

  private static Map<Integer, ExtractColumn> columns(CSVRecord headings) {
    Map<Integer, ExtractColumn> columns = new HashMap<>();
    for (int i = 0; i < headings.size(); i++) {
      int position = i;
      ExtractColumn.find(headings.get(i))
          .filter(column -> !columns.containsValue(column))
          .ifPresent(column -> columns.put(position, column));
    }
    if (!columns.containsValue(ExtractColumn.REFERENCE)) {
      throw new RegisterRefusedException(RegisterRefusal.FILE_UNREADABLE);
    }
    return columns;
  }

  private static Row row(int number, CSVRecord line, Map<Integer, ExtractColumn> columns) {
    Map<ExtractColumn, String> values = new EnumMap<>(ExtractColumn.class);
    columns.forEach(
        (position, column) -> {
          if (position < line.size()) {
            values.put(column, line.get(position));
          }
        });
    return new Row(number, values);
  }

  private static StringReader text(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, WINDOWS_31J);
    }
    return new StringReader(text);
  }
}
