package jp.noroshi.gis.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.noroshi.core.storage.SpreadsheetText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What is handed over, as a file: what helpers need at the door, and no diagnosis. */
final class DisclosureCsv {

  private static final String BOM = "\uFEFF";
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "整理番号",
              "氏名",
              "フリガナ",
              "生年月日",
              "性別",
              "住所・居所",
              "電話",
              "自治会・班",
              "避難支援等を必要とする事由",
              "配慮",
              "緊急連絡先")
          .get();

  private DisclosureCsv() {}

  /** Returns the rows, the same in every copy. */
  static String rows(List<Person> people) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (Person person : people) {
        Identity who = person.identity();
        printer.printRecord(
            SpreadsheetText.safe(who.reference()),
            SpreadsheetText.safe(who.name()),
            SpreadsheetText.safe(who.kana()),
            who.birthDate().map(Object::toString).orElse(""),
            sex(who.sex()),
            SpreadsheetText.safe(who.residence().orElse(who.address())),
            SpreadsheetText.safe(who.phone().orElse("")),
            SpreadsheetText.safe(who.association().orElse("") + " " + who.block().orElse("")),
            person
                .condition()
                .map(each -> SpreadsheetText.safe(String.join("・", each.reasons())))
                .orElse(""),
            person.condition().map(DisclosureCsv::considerations).orElse(""),
            person.contacts().map(DisclosureCsv::contacts).orElse(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail", e);
    }
    return text.toString();
  }

  /** Returns the file of one copy: whose it is stands above the rows and below them. */
  static String copy(Disclosure disclosure, Disclosure.Copy copy, String rows) {
    String mark =
        "\"提供番号 %d-%d／%s（%s）あて／目的 %s／根拠 災害対策基本法%s／%s 作成／%s まで保管可／複製・目的外利用禁止 守秘義務あり\"\r\n"
            .formatted(
                disclosure.number(),
                copy.number(),
                plain(disclosure.recipient()),
                plain(copy.holder()),
                plain(disclosure.purpose()),
                disclosure.basis().article(),
                DAY.format(disclosure.madeAt().atZone(TOKYO)),
                disclosure.keepUntil());
    return BOM + mark + rows + mark;
  }

  private static String sex(Sex sex) {
    return switch (sex) {
      case FEMALE -> "女";
      case MALE -> "男";
      case NOT_SAID -> "";
    };
  }

  private static String considerations(Condition condition) {
    return String.join(
        "・",
        condition.considerations().stream().sorted().map(DisclosureCsv::consideration).toList());
  }

  private static String consideration(Consideration consideration) {
    return switch (consideration) {
      case WALKING -> "歩行";
      case HEARING -> "聞く";
      case SEEING -> "見る";
      case UNDERSTANDING -> "理解";
      case JUDGING -> "判断";
      case RECOGNISING -> "人の見分け";
    };
  }

  private static String contacts(Contacts contacts) {
    return SpreadsheetText.safe(
        String.join(
            "／",
            contacts.emergency().stream().map(each -> each.name() + " " + each.phone()).toList()));
  }

  private static String plain(String text) {
    return text.replace('"', '”').replaceAll("[\\r\\n]+", " ");
  }
}
