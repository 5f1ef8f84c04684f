package jp.noroshi.shelters.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.SpreadsheetText;
import jp.noroshi.shelters.checkin.AgeClass;
import jp.noroshi.shelters.checkin.HouseholdCard.Residence;
import jp.noroshi.shelters.checkin.Need;
import jp.noroshi.shelters.checkin.PersonCard.Condition;
import jp.noroshi.shelters.checkin.PersonCard.Sex;
import jp.noroshi.shelters.opening.OpeningState;
import jp.noroshi.shelters.tally.Figures;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the report as a table that opens in a spreadsheet: UTF-8 with BOM, a line for every
 * shelter, then the totals.
 */
public final class PrefectureCsv {

  private static final String BOM = "\uFEFF";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

  private static final Map<Need, String> NEEDS = needs();

  private PrefectureCsv() {}

  /** Writes it. */
  public static byte[] write(PrefectureReport report) {
    StringBuilder text = new StringBuilder(BOM);
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      if (report.mode() == Mode.DRILL) {
        printer.printRecord("訓練", "この報告は訓練のものです");
      }
      printer.printRecord(
          Stream.concat(
                  Stream.of("名称", "区分", "所在地", "緯度", "経度", "開設状況", "開設日時", "閉鎖日時", "時点", "途絶"),
                  columns().stream().map(Column::title))
              .toList());
      for (PrefectureReport.Line line : report.shelters()) {
        printer.printRecord(row(line));
      }
      printer.printRecord(
          row(
              Stream.of("合計（世帯は市内の実数）", "", "", "", "", "", "", "", TIME.format(report.asOf()), ""),
              Optional.of(report.city())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private record Column(String title, Function<Figures, Integer> value) {}

  private static List<Column> columns() {
    List<Column> all =
        new ArrayList<>(
            List.of(
                new Column("避難者数", Figures::people),
                new Column("避難世帯数", Figures::households),
                new Column("うち自主避難者数", Figures::selfOpened),
                new Column("うち自主避難世帯数", Figures::selfOpenedHouseholds),
                new Column("避難所以外の避難者数", Figures::outside),
                new Column("避難所以外の避難世帯数", Figures::outsideHouseholds),
                new Column("氏名判明", Figures::named),
                new Column("外出中", Figures::out)));
    classes(all, "男", figures -> figures.sex().get(Sex.MALE));
    classes(all, "女", figures -> figures.sex().get(Sex.FEMALE));
    classes(all, "性別答えない", figures -> figures.sex().get(Sex.UNSTATED));
    classes(all, "性別不明", figures -> figures.sex().get(Sex.UNKNOWN));
    classes(all, "0-2歳", figures -> figures.age().get(AgeClass.INFANT));
    classes(all, "3-5歳", figures -> figures.age().get(AgeClass.TODDLER));
    classes(all, "6-14歳", figures -> figures.age().get(AgeClass.CHILD));
    classes(all, "15-64歳", figures -> figures.age().get(AgeClass.ADULT));
    classes(all, "65-74歳", figures -> figures.age().get(AgeClass.ELDERLY));
    classes(all, "75歳以上", figures -> figures.age().get(AgeClass.VERY_ELDERLY));
    classes(all, "年齢不明", figures -> figures.age().get(AgeClass.UNKNOWN));
    classes(all, "市内", figures -> figures.residence().get(Residence.IN_CITY));
    classes(all, "県内", figures -> figures.residence().get(Residence.IN_PREFECTURE));
    classes(all, "県外", figures -> figures.residence().get(Residence.OUTSIDE));
    classes(all, "住所不明", figures -> figures.residence().get(Residence.UNKNOWN));
    classes(all, "けが", figures -> figures.condition().get(Condition.INJURED));
    classes(all, "重いけが", figures -> figures.condition().get(Condition.SEVERELY_INJURED));
    classes(all, "病気", figures -> figures.condition().get(Condition.ILL));
    NEEDS.forEach(
        (need, title) -> classes(all, "要配慮_" + title, figures -> figures.needs().get(need)));
    classes(all, "電源1日未満", Figures::powerless);
    classes(all, "犬", figures -> figures.pets().dogs());
    classes(all, "猫", figures -> figures.pets().cats());
    classes(all, "その他のペット", figures -> figures.pets().others());
    return all;
  }

  private static void classes(List<Column> all, String title, Function<Figures, Integer> value) {
    all.add(new Column(title, figures -> Optional.ofNullable(value.apply(figures)).orElse(0)));
  }

  private static Map<Need, String> needs() {
    Map<Need, String> words = new EnumMap<>(Need.class);
    for (Need need : Need.values()) {
      words.put(
          need,
          switch (need) {
            case PREGNANT -> "妊産婦";
            case INFANT -> "乳幼児";
            case NEEDS_CARE -> "要介護";
            case LIVES_ALONE -> "独居";
            case DEMENTIA -> "認知症";
            case PHYSICAL_DISABILITY -> "身体障害";
            case INTELLECTUAL_DISABILITY -> "知的障害";
            case MENTAL_DISABILITY -> "精神障害";
            case SIGHT -> "視覚";
            case HEARING -> "聴覚";
            case MEDICAL_DEVICE -> "医療機器";
            case ALLERGY -> "アレルギー";
            case DIET -> "食事制限";
            case LANGUAGE -> "日本語の支援";
            case OTHER -> "その他";
          });
    }
    return words;
  }

  private static List<String> row(PrefectureReport.Line line) {
    return row(
        Stream.of(
            SpreadsheetText.safe(line.name()),
            line.kind().japanese(),
            SpreadsheetText.safe(line.address()),
            line.location().map(LatLon::latitude).map(String::valueOf).orElse(""),
            line.location().map(LatLon::longitude).map(String::valueOf).orElse(""),
            japanese(line.state()),
            time(line.openedAt()),
            time(line.closedAt()),
            time(line.asOf()),
            line.dark() ? "最後の値" : ""),
        line.figures());
  }

  /** A shelter nobody counted at has empty cells: unknown is not zero. */
  private static List<String> row(Stream<String> head, Optional<Figures> figures) {
    return Stream.concat(
            head,
            columns().stream()
                .map(
                    column ->
                        figures.map(each -> column.value().apply(each).toString()).orElse("")))
        .toList();
  }

  private static String time(Optional<Instant> time) {
    return time.map(TIME::format).orElse("");
  }

  private static String japanese(OpeningState state) {
    return switch (state) {
      case NOT_OPENED -> "未開設";
      case INSTRUCTED -> "開設指示済";
      case INSPECTED -> "点検済";
      case OPEN -> "開設";
      case CANNOT_OPEN -> "開設不可";
      case CLOSING -> "閉鎖準備";
      case CLOSED -> "閉鎖";
    };
  }
}
