package jp.noroshi.gis.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.SharedPlaces;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.opendata.SiteListWriter.Columns;
import jp.noroshi.gis.site.DesignationKind;
import jp.noroshi.gis.site.SiteEntry;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** What goes out comes back the same, however it was handled on the way. */
class SiteListWriterTest {

  private static final int CASES = 300;

  private static final List<String> REAL =
      List.of(
          "222127_evacuation_space.csv",
          "222127_shiteitsunamihinanbiru.csv",
          "222127_kyuugosho.csv",
          "hamamatsu_hinanjo.csv",
          "hamamatsu_small_list.csv",
          "naruto_area_shelters.geojson",
          "gsi_other/gsi_emergency_242161.json",
          "gsi_other/gsi_evacuation_452068.json",
          "open_status_nanao/open_shelter_Nanao-shi_2024-01-09-1800.csv");

  private static List<SiteEntry> read(byte[] bytes) {
    return SiteListReader.read("back.csv", bytes).entries();
  }

  @Test
  void everyRealListComesBackAsItWas() {
    for (String file : REAL) {
      Path path = SharedPlaces.orSkip("shelter/" + file);
      List<SiteEntry> lines =
          SiteListReader.read(path.getFileName().toString(), SharedPlaces.bytes(path)).entries();
      assertThat(read(SiteListWriter.toCsv(lines, Columns.ALL))).as(file).isEqualTo(lines);
      assertThat(read(SiteListWriter.toGeoJson(lines, Columns.ALL))).as(file).isEqualTo(lines);
    }
  }

  @Test
  void whatIsWrittenIsReadTheSameWithColumnsInAnyOrderAndInAnyEncoding() throws IOException {
    Random random = new Random(22225);
    List<Charset> encodings =
        List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-31j"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);
    for (int i = 0; i < CASES; i++) {
      List<SiteEntry> lines = lines(random);
      String text =
          new String(SiteListWriter.toCsv(lines, Columns.ALL), StandardCharsets.UTF_8).substring(1);
      String shuffled = shuffled(text, random);
      byte[] bytes = shuffled.getBytes(encodings.get(i % encodings.size()));
      assertThat(read(bytes)).as(shuffled).isEqualTo(lines);
    }
  }

  @Test
  void whatIsPublishedHasNoColumnBeyondTheStandardAndTheHubsOwn() {
    SiteEntry line =
        line(1, DesignationKind.SHELTER, Set.of(), Map.of("鍵の保管者", "区長宅", "電話番号", "000-0000"));
    String csv =
        new String(SiteListWriter.toCsv(List.of(line), Columns.PUBLIC), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF全国地方公共団体コード,ID,").contains("000-0000").doesNotContain("区長宅");
    assertThat(
            new String(
                SiteListWriter.toGeoJson(List.of(line), Columns.PUBLIC), StandardCharsets.UTF_8))
        .doesNotContain("区長宅");
  }

  private static String shuffled(String csv, Random random) throws IOException {
    List<CSVRecord> records =
        CSVParser.parse(new StringReader(csv), CSVFormat.DEFAULT).getRecords();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < records.getFirst().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    StringBuilder text = new StringBuilder();
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(random.nextInt(4) == 0 ? '\t' : ',')
            .setRecordSeparator(random.nextBoolean() ? "\n" : "\r\n")
            .get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (CSVRecord each : records) {
        printer.printRecord(order.stream().map(each::get).toList());
      }
    }
    return text.toString();
  }

  private static List<SiteEntry> lines(Random random) {
    List<SiteEntry> lines = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      Set<HazardKind> hazards = EnumSet.noneOf(HazardKind.class);
      for (HazardKind hazard : HazardKind.values()) {
        if (random.nextBoolean()) {
          hazards.add(hazard);
        }
      }
      DesignationKind[] kinds = DesignationKind.values();
      lines.add(line(i, kinds[random.nextInt(kinds.length)], hazards, details(random)));
    }
    lines.sort(Comparator.comparing(SiteEntry::key));
    return lines;
  }

  private static Map<String, String> details(Random random) {
    return random.nextBoolean()
        ? Map.of()
        : Map.of(
            "備考",
            List.of("二階のみ", "雨天時は,体育館", "「鍵」は\n区長", "引用\"符", "1", "屋内／屋外").get(random.nextInt(6)),
            "電話番号",
            "000-" + random.nextInt(10_000));
  }

  private static SiteEntry line(
      int number, DesignationKind kind, Set<HazardKind> hazards, Map<String, String> details) {
    String key = "22225:S%02d".formatted(number);
    return new SiteEntry(
        key,
        key,
        "STANDARD:" + kind + ":22225",
        kind,
        "22225",
        "見本の施設" + number,
        "ミホンノシセツ",
        "静岡県伊豆の国市見本" + number,
        new LatLon(35 + number / 100.0, 138.9 + number / 1_000_000.0),
        hazards,
        number % 2 == 0 ? Optional.of(100 * number) : Optional.empty(),
        kind == DesignationKind.WELFARE_SHELTER ? "高齢者・障害者" : "",
        details);
  }
}
