package jp.noroshi.shelters.victims;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.noroshi.core.storage.SpreadsheetText;
import jp.noroshi.shelters.checkin.AgeClass;
import jp.noroshi.shelters.checkin.Evacuee;
import jp.noroshi.shelters.checkin.HouseholdCard;
import jp.noroshi.shelters.checkin.PersonCard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The file: a line for everybody. With names, ids that stay the same from one hand-over to the
 * next; without, numbers that mean nothing elsewhere, and classes in place of what is personal.
 */
final class VictimCsv {

  private static final String BOM = "\uFEFF";
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(TOKYO);
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final Function<UUID, String> shelterName;
  private final LocalDate today;

  VictimCsv(Function<UUID, String> shelterName, Instant now) {
    this.shelterName = shelterName;
    this.today = now.atZone(TOKYO).toLocalDate();
  }

  /** Returns the rows under their heads; without names, not in the order of names either. */
  String rows(List<Evacuee> people, boolean named) {
    return named
        ? write(named(), people)
        : write(anonymous(), people.stream().sorted(Comparator.comparing(Evacuee::id)).toList());
  }

  private static String write(List<Column> columns, List<Evacuee> people) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(columns.stream().map(Column::title));
      for (Evacuee each : people) {
        printer.printRecord(
            columns.stream().map(column -> SpreadsheetText.safe(column.value().apply(each))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail", e);
    }
    return text.toString();
  }

  /** Returns the file: what it is stands above the rows. */
  static String file(VictimExport made, String rows) {
    StringBuilder text = new StringBuilder(BOM);
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(
          "引き継ぎ番号 %d／%s あて／目的 %s／根拠 災害対策基本法%s／%s 作成／%d人 %d世帯／支援措置により除外 %d人／目的外利用・複製禁止"
              .formatted(
                  made.number(),
                  made.body(),
                  made.purpose(),
                  made.recipient().basis(),
                  TIME.format(made.madeAt()),
                  made.people(),
                  made.households(),
                  made.leftOut()));
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail", e);
    }
    return text.append(rows).toString();
  }

  private record Column(String title, Function<Evacuee, String> value) {}

  private List<Column> named() {
    return Stream.concat(
            Stream.of(
                new Column("世帯ID", each -> each.household().toString()),
                new Column("個人ID", each -> each.id().toString()),
                new Column("氏名", each -> each.card().name()),
                new Column("カナ", each -> each.card().kana()),
                new Column("生年月日", each -> each.card().birth().map(LocalDate::toString).orElse("")),
                new Column("続柄", each -> each.card().relation()),
                new Column("地区", each -> each.householdCard().district()),
                new Column("住所", each -> each.householdCard().address()),
                new Column("電話", each -> each.householdCard().phone()),
                new Column("自治会", each -> each.householdCard().community()),
                new Column("世帯票番号", each -> each.householdCard().number()),
                new Column("避難先", each -> where(each, where -> shelterName.apply(where.shelter()))),
                new Column("時点", each -> where(each, where -> TIME.format(where.since())))),
            common().stream())
        .toList();
  }

  private List<Column> anonymous() {
    Map<UUID, Integer> households = new HashMap<>();
    return Stream.concat(
            Stream.of(
                new Column(
                    "世帯（この表だけの番号）",
                    each ->
                        String.valueOf(
                            households.computeIfAbsent(
                                each.household(), _ -> households.size() + 1)))),
            common().stream())
        .toList();
  }

  private List<Column> common() {
    return List.of(
        new Column("年齢階級", each -> japanese(AgeClass.of(each.card(), today))),
        new Column("性別", each -> japanese(each.card().sex())),
        new Column("住所区分", each -> japanese(each.householdCard().residence())),
        new Column("住家の被害（本人の申出）", each -> japanese(each.householdCard().damage())),
        new Column("負傷・疾病", each -> japanese(each.card().condition())),
        new Column("避難の状態", each -> where(each, VictimCsv::state)),
        new Column("出典", _ -> "避難所の受付"));
  }

  private static String where(Evacuee each, Function<Evacuee.Where, String> words) {
    return each.where().map(words).orElse("");
  }

  private static String state(Evacuee.Where where) {
    Optional<String> left =
        where
            .left()
            .map(
                to ->
                    "退所（"
                        + switch (to) {
                          case HOME -> "自宅";
                          case RELATIVES -> "親族・知人宅";
                          case SHELTER -> "別の避難所";
                          case HOSPITAL -> "病院";
                          case FACILITY -> "福祉施設";
                          case TEMPORARY_HOUSING -> "仮設住宅など";
                          case OTHER -> "その他";
                          case UNKNOWN -> "不明";
                        }
                        + "）");
    return left.orElseGet(
        () ->
            switch (where.form()) {
              case IN_SHELTER -> "避難所";
              case CAR -> "車中泊";
              case TENT -> "テント";
              case HOME -> "在宅";
              case RELATIVES -> "親族・知人宅";
              case OTHER -> "その他";
            });
  }

  private static String japanese(AgeClass age) {
    return switch (age) {
      case INFANT -> "0-2歳";
      case TODDLER -> "3-5歳";
      case CHILD -> "6-14歳";
      case ADULT -> "15-64歳";
      case ELDERLY -> "65-74歳";
      case VERY_ELDERLY -> "75歳以上";
      case UNKNOWN -> "不明";
    };
  }

  private static String japanese(PersonCard.Sex sex) {
    return switch (sex) {
      case MALE -> "男";
      case FEMALE -> "女";
      case UNSTATED -> "答えない";
      case UNKNOWN -> "不明";
    };
  }

  private static String japanese(PersonCard.Condition condition) {
    return switch (condition) {
      case WELL -> "なし";
      case INJURED -> "負傷";
      case SEVERELY_INJURED -> "重い負傷";
      case ILL -> "疾病";
      case UNKNOWN -> "不明";
    };
  }

  private static String japanese(HouseholdCard.Residence residence) {
    return switch (residence) {
      case IN_CITY -> "市内";
      case IN_PREFECTURE -> "県内";
      case OUTSIDE -> "県外";
      case UNKNOWN -> "不明";
    };
  }

  private static String japanese(HouseholdCard.Damage damage) {
    return switch (damage) {
      case NONE -> "なし";
      case PARTIAL -> "一部損壊";
      case HALF -> "半壊";
      case TOTAL -> "全壊";
      case FLOODED_BELOW_FLOOR -> "床下浸水";
      case FLOODED_ABOVE_FLOOR -> "床上浸水";
      case UNKNOWN -> "不明";
    };
  }
}
