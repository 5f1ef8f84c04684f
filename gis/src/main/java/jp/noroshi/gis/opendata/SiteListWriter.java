package jp.noroshi.gis.opendata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.site.SiteEntry;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes lines of lists as 自治体標準オープンデータセット (指定緊急避難場所一覧). Columns beyond the standard stand behind
 * its own: three that say which line of which list it is, so that reading the file again changes
 * nothing, and whatever else the lists have.
 */
public final class SiteListWriter {

  /** Columns of this hub, which make a file that comes back the same lines again. */
  static final String KEY = "識別子";

  static final String KIND = "指定区分";
  static final String LIST = "掲載リスト";

  private static final String BOM = "\uFEFF";
  private static final List<String> STANDARD =
      List.of(
          "全国地方公共団体コード",
          "ID",
          "地方公共団体名",
          "名称",
          "名称_カナ",
          "名称_英字",
          "所在地_全国地方公共団体コード",
          "町字ID",
          "所在地_連結表記",
          "所在地_都道府県",
          "所在地_市区町村",
          "所在地_町字",
          "所在地_番地以下",
          "建物名等(方書)",
          "緯度",
          "経度",
          "標高",
          "電話番号",
          "内線番号",
          "連絡先メールアドレス",
          "連絡先FormURL",
          "連絡先備考（その他、SNSなど）",
          "郵便番号",
          "災害種別_洪水",
          "災害種別_崖崩れ、土石流及び地滑り",
          "災害種別_高潮",
          "災害種別_地震",
          "災害種別_津波",
          "災害種別_大規模な火事",
          "災害種別_内水氾濫",
          "災害種別_火山現象",
          "指定避難所との重複",
          "想定収容人数",
          "対象となる町会・自治会",
          "URL",
          "画像",
          "画像_ライセンス",
          "備考",
          "受入対象者",
          KIND,
          KEY,
          LIST);

  private SiteListWriter() {}

  /** Which columns a file has. */
  public enum Columns {
    /** Only the standard's and this hub's own: what may be published. */
    PUBLIC,
    /** Whatever the lists have. */
    ALL
  }

  /** Returns a CSV in UTF-8 with a byte order mark and CRLF, as the standard recommends. */
  public static byte[] toCsv(List<SiteEntry> lines, Columns columns) {
    return csv(lines, columns).getBytes(StandardCharsets.UTF_8);
  }

  static String csv(List<SiteEntry> lines, Columns columns) {
    List<String> headers = headers(lines, columns);
    StringBuilder text = new StringBuilder(BOM);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(headers.toArray(String[]::new)).get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (SiteEntry line : lines) {
        Map<String, String> cells = cells(line);
        printer.printRecord(headers.stream().map(name -> cells.getOrDefault(name, "")).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return text.toString();
  }

  /** Returns a GeoJSON FeatureCollection (RFC 7946) with the same columns as properties. */
  public static byte[] toGeoJson(List<SiteEntry> lines, Columns columns) {
    return collection(lines, columns).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the same with what people want to know of it beside the features. */
  static String geoJson(
      List<SiteEntry> lines, Columns columns, String source, String edition, String licence) {
    return collection(lines, columns)
        .put("source", source)
        .put("edition", edition)
        .put("licence", licence)
        .toString();
  }

  private static ObjectNode collection(List<SiteEntry> lines, Columns columns) {
    List<String> headers = headers(lines, columns);
    ObjectNode collection = Json.mapper().createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (SiteEntry line : lines) {
      Map<String, String> cells = cells(line);
      ObjectNode feature = features.addObject().put("type", "Feature");
      ObjectNode properties = feature.putObject("properties");
      headers.stream()
          .filter(cells::containsKey)
          .forEach(name -> properties.put(name, cells.get(name)));
      feature
          .putObject("geometry")
          .put("type", "Point")
          .putArray("coordinates")
          .add(line.location().longitude())
          .add(line.location().latitude());
    }
    return collection;
  }

  private static List<String> headers(List<SiteEntry> lines, Columns columns) {
    Set<String> headers = new LinkedHashSet<>(STANDARD);
    if (columns == Columns.ALL) {
      lines.forEach(line -> headers.addAll(line.details().keySet()));
    }
    return new ArrayList<>(headers);
  }

  /** What the lists say in columns of their own speaks last: a sentence stays the sentence. */
  private static Map<String, String> cells(SiteEntry line) {
    Map<String, String> cells = new TreeMap<>();
    if (!line.municipality().isEmpty()) {
      cells.put("所在地_全国地方公共団体コード", MunicipalityCode.withCheckDigit(line.municipality()));
    }
    cells.put("名称", line.name());
    cells.put("名称_カナ", line.kana());
    cells.put("所在地_連結表記", line.address());
    cells.put("緯度", Double.toString(line.location().latitude()));
    cells.put("経度", Double.toString(line.location().longitude()));
    for (HazardKind hazard : line.hazards()) {
      cells.put("災害種別_" + hazard.japanese(), "1");
    }
    line.capacity().ifPresent(people -> cells.put("想定収容人数", Integer.toString(people)));
    cells.put("受入対象者", line.accepts());
    cells.put(KIND, line.kind().japanese());
    cells.put(KEY, line.key());
    cells.put(LIST, line.dataSet());
    cells.putAll(line.details());
    return cells;
  }
}
