package jp.noroshi.opsconsole.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.storage.SpreadsheetText;
import jp.noroshi.shelters.response.HandOvers.Handed;
import jp.noroshi.shelters.response.Missing;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Those not yet known to be safe, as a table that opens in a spreadsheet: UTF-8 with BOM. Whose
 * copy it is stands above the rows and below them.
 */
public final class HandOverCsv {

  private static final String BOM = "\uFEFF";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));
  private static final List<String> HEADER =
      List.of(
          "番号",
          "氏名",
          "フリガナ",
          "生年月日",
          "性別",
          "住所・居所",
          "電話",
          "自治会",
          "いまの状態",
          "状態の時刻",
          "急ぐ理由",
          "移動・機器・配慮",
          "世帯",
          "緊急連絡先",
          "職員のメモ");

  private HandOverCsv() {}

  /** Writes a copy. */
  public static byte[] write(Mode mode, Handed handed) {
    StringBuilder text = new StringBuilder(BOM);
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(mark(mode, handed));
      printer.printRecord(HEADER);
      for (Missing missing : handed.rows()) {
        printer.printRecord(row(missing));
      }
      printer.printRecord(mark(mode, handed));
      for (String condition : MissingWords.conditions()) {
        printer.printRecord(condition);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String mark(Mode mode, Handed handed) {
    return SpreadsheetText.safe(
        "%s%s第%d-%d号／%s（%s）あて／目的 %s／根拠 災害対策基本法%s／%s 時点／%s まで保管可"
            .formatted(
                mode == Mode.DRILL ? "【訓練】" : "",
                handed.again() ? MissingWords.AGAIN : "",
                handed.disclosure().number(),
                handed.copy().number(),
                handed.disclosure().recipient(),
                handed.copy().holder(),
                handed.disclosure().purpose(),
                handed.disclosure().basis().article(),
                TIME.format(handed.disclosure().madeAt()),
                handed.disclosure().keepUntil()));
  }

  private static List<String> row(Missing missing) {
    return List.of(
        Integer.toString(missing.number()),
        SpreadsheetText.safe(missing.name()),
        SpreadsheetText.safe(missing.kana()),
        missing.birthDate().map(Object::toString).orElse(""),
        MissingWords.of(missing.sex()),
        SpreadsheetText.safe(missing.address()),
        SpreadsheetText.safe(missing.phone().orElse("")),
        SpreadsheetText.safe(missing.association().orElse("")),
        MissingWords.standing(missing),
        TIME.format(missing.changedAt()),
        MissingWords.urgency(missing),
        SpreadsheetText.safe(MissingWords.care(missing)),
        SpreadsheetText.safe(missing.household().orElse("")),
        SpreadsheetText.safe(MissingWords.contacts(missing)),
        SpreadsheetText.safe(MissingWords.notes(missing)));
  }
}
