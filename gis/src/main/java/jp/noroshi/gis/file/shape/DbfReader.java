package jp.noroshi.gis.file.shape;

import com.linuxense.javadbf.DBFReader;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;

/**
 * Reads the attributes of a shapefile ({@code .dbf}) in the encoding its {@code .cpg} says, or its
 * bytes.
 */
final class DbfReader {

  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final char NOT_DECODED = '\ufffd';

  private DbfReader() {}

  /** One record. */
  record Row(Map<String, String> attributes, Set<String> cut) {}

  /** All records, deleted ones too, for the geometries are counted with them. */
  record Rows(String encoding, List<Row> rows) {}

  /**
   * Reads a file.
   *
   * @param codePage the text of the {@code .cpg}, where there is one
   * @throws UnreadableFileException when it is none
   */
  static Rows read(byte[] bytes, Optional<String> codePage) {
    requireHonestHeader(bytes);
    Charset charset = codePage.flatMap(DbfReader::named).orElseGet(() -> likely(bytes));
    try (DBFReader reader = new DBFReader(new ByteArrayInputStream(bytes), charset, true)) {
      List<Row> rows = new ArrayList<>();
      for (Object[] record = reader.nextRecord(); record != null; record = reader.nextRecord()) {
        rows.add(row(reader, record));
        Limits.requireFewEnough(rows.size());
      }
      return new Rows(charset.equals(CP932) ? "CP932" : charset.name(), rows);
    } catch (UnreadableFileException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UnreadableFileException(
          Fault.BROKEN, "the .dbf cannot be read; send the file again", e);
    }
  }

  /** The library believes the header; a false one must not cost time or memory. */
  private static void requireHonestHeader(byte[] bytes) {
    if (bytes.length < 33) {
      throw new UnreadableFileException(Fault.BROKEN, "the .dbf is cut off");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long records = header.getInt(4) & 0xffffffffL;
    int headerLength = header.getShort(8) & 0xffff;
    int recordLength = header.getShort(10) & 0xffff;
    if (headerLength < 33
        || recordLength < 1
        || headerLength + records * recordLength > bytes.length + 1L) {
      throw new UnreadableFileException(
          Fault.BROKEN, "the .dbf is cut off or is none; send the file again");
    }
  }

  private static Row row(DBFReader reader, Object[] record) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Set<String> cut = new HashSet<>();
    // The first value tells whether the record is deleted.
    for (int i = 1; i < record.length; i++) {
      String name = withoutRest(reader.getField(i).getName());
      String text = text(record[i]);
      if (text.indexOf(NOT_DECODED) >= 0) {
        cut.add(name);
      }
      String whole = withoutRest(text);
      if (!whole.isEmpty()) {
        attributes.putIfAbsent(name, whole);
      }
    }
    return new Row(attributes, cut);
  }

  /** Takes away what is left of a character that was cut. */
  private static String withoutRest(String text) {
    return text.replace(String.valueOf(NOT_DECODED), "").replace("\0", "").strip();
  }

  private static String text(Object value) {
    return switch (value) {
      case null -> "";
      case Date day -> day.toInstant().atZone(ZoneOffset.systemDefault()).toLocalDate().toString();
      case BigDecimal number -> plain(number);
      case Number number -> plain(new BigDecimal(number.toString()));
      default -> value.toString();
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Optional<Charset> named(String codePage) {
    String name = codePage.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return switch (name) {
      case "utf8", "65001" -> Optional.of(StandardCharsets.UTF_8);
      case "shiftjis", "sjis", "932", "cp932", "ms932", "ansi932", "windows31j", "oem932" ->
          Optional.of(CP932);
      default -> Optional.empty();
    };
  }

  /** Texts may be cut, so that neither need decode whole: the one with fewer losses. */
  private static Charset likely(byte[] bytes) {
    return losses(bytes, StandardCharsets.UTF_8) <= losses(bytes, CP932)
        ? StandardCharsets.UTF_8
        : CP932;
  }

  private static long losses(byte[] bytes, Charset charset) {
    return new String(bytes, 32, bytes.length - 32, charset)
        .chars()
        .filter(c -> c == NOT_DECODED)
        .count();
  }
}
