package jp.noroshi.gis.file.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table from CSV or from the point features of a GeoJSON file. Stateless. */
public final class TableReader {

  /** The national list of sites has 115,402 rows in about 30 MB. */
  static final int LARGEST_FILE = 64 * 1024 * 1024;

  private static final Pattern EPSG = Pattern.compile("EPSG:[^:]*:?(\\d{4,5})$");

  static final int MOST_ROWS = 1_000_000;
  static final int MOST_COLUMNS = 500;

  private TableReader() {}

  /**
   * Reads a file.
   *
   * @throws UnreadableFileException when it is no table; the message says what is wrong and where
   */
  public static Table read(byte[] bytes) {
    if (bytes.length > LARGEST_FILE) {
      throw new UnreadableFileException(
          Fault.TOO_LARGE, "the file has more than 64 MiB; send it in parts");
    }
    TextEncoding.Decoded decoded = TextEncoding.decode(bytes);
    String text = decoded.text().stripLeading();
    return text.startsWith("{") || text.startsWith("[")
        ? features(text, decoded.encoding())
        : csv(decoded);
  }

  private static Table csv(TextEncoding.Decoded decoded) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiterOf(decoded.text()))
            .setIgnoreEmptyLines(true)
            .setLenientEof(false)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(decoded.text()), format)) {
      List<String> headers = List.of();
      List<TableRow> rows = new ArrayList<>();
      for (CSVRecord line : parser) {
        if (headers.isEmpty()) {
          headers = headers(line);
        } else if (!isBlank(line)) {
          rows.add(row(rows.size() + 1, line, headers.size()));
          requireFewEnough(rows.size());
        }
      }
      if (headers.isEmpty()) {
        throw new UnreadableFileException(Fault.EMPTY, "the file has no line of headers");
      }
      return new Table(headers, rows, decoded.encoding(), Optional.empty());
    } catch (IOException
        | UncheckedIOException
        | IllegalStateException
        | IllegalArgumentException e) {
      // The parser reports a broken quote while iterating, as an unchecked exception.
      throw new UnreadableFileException(
          Fault.BROKEN, "the CSV cannot be read: " + deepest(e).getMessage(), e);
    }
  }

  /** The first line decides; headers hold no tabs or semicolons of their own. */
  private static char delimiterOf(String text) {
    String line = text.lines().findFirst().orElse("");
    long commas = line.chars().filter(c -> c == ',').count();
    long tabs = line.chars().filter(c -> c == '\t').count();
    long semicolons = line.chars().filter(c -> c == ';').count();
    if (tabs > commas && tabs >= semicolons) {
      return '\t';
    }
    return semicolons > commas ? ';' : ',';
  }

  private static List<String> headers(CSVRecord line) {
    if (line.size() > MOST_COLUMNS) {
      throw new UnreadableFileException(
          Fault.WRONG_KIND, "the first line has more than " + MOST_COLUMNS + " columns");
    }
    return line.toList();
  }

  private static boolean isBlank(CSVRecord line) {
    return line.stream().allMatch(String::isBlank);
  }

  private static TableRow row(int number, CSVRecord line, int columns) {
    List<String> cells = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      cells.add(i < line.size() ? line.get(i) : "");
    }
    return new TableRow(number, cells, Optional.empty());
  }

  private static Table features(String text, TextEncoding encoding) {
    JsonNode document = parse(text);
    JsonNode features = document.path("features");
    if (!features.isArray()) {
      throw new UnreadableFileException(
          Fault.WRONG_KIND, "the JSON is no GeoJSON FeatureCollection: it has no features");
    }
    requireFewEnough(features.size());
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (JsonNode feature : features) {
      feature
          .path("properties")
          .fieldNames()
          .forEachRemaining(name -> columns.putIfAbsent(name, columns.size()));
    }
    if (columns.size() > MOST_COLUMNS) {
      throw new UnreadableFileException(
          Fault.WRONG_KIND, "the features have more than " + MOST_COLUMNS + " properties");
    }
    List<String> headers = List.copyOf(columns.keySet());
    List<TableRow> rows = new ArrayList<>(features.size());
    for (JsonNode feature : features) {
      rows.add(row(rows.size() + 1, feature, headers));
    }
    return new Table(headers, rows, encoding, findEpsg(document));
  }

  /** RFC 7946 knows WGS 84 only; files made before it, and by GIS programs since, say otherwise. */
  private static Optional<Integer> findEpsg(JsonNode document) {
    Matcher name = EPSG.matcher(document.path("crs").path("properties").path("name").asText(""));
    return name.find() ? Optional.of(Integer.valueOf(name.group(1))) : Optional.empty();
  }

  private static JsonNode parse(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnreadableFileException(
          Fault.BROKEN, "the JSON cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  private static TableRow row(int number, JsonNode feature, List<String> headers) {
    JsonNode properties = feature.path("properties");
    List<String> cells = headers.stream().map(name -> cell(properties.path(name))).toList();
    return new TableRow(number, cells, findPoint(feature.path("geometry")));
  }

  /** A list in a property is a cell with several values. */
  private static String cell(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.asText("")));
      return String.join(",", parts);
    }
    return value.isNull() || value.isMissingNode() ? "" : value.asText("");
  }

  private static Optional<TableRow.Point> findPoint(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    boolean isPoint =
        geometry.path("type").asText().equals("Point")
            && coordinates.path(0).isNumber()
            && coordinates.path(1).isNumber();
    return isPoint
        ? Optional.of(
            new TableRow.Point(coordinates.get(0).asDouble(), coordinates.get(1).asDouble()))
        : Optional.empty();
  }

  private static void requireFewEnough(int rows) {
    if (rows > MOST_ROWS) {
      throw new UnreadableFileException(
          Fault.TOO_LARGE, "the file has more than " + MOST_ROWS + " rows; send it in parts");
    }
  }

  private static Throwable deepest(Throwable fault) {
    return fault.getCause() == null ? fault : deepest(fault.getCause());
  }
}
