package jp.noroshi.opsconsole.paper;

import static jp.noroshi.opsconsole.paper.Sheet.LEFT;
import static jp.noroshi.opsconsole.paper.Sheet.RIGHT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.shelters.response.HandOvers.Handed;
import jp.noroshi.shelters.response.Missing;

/** Those not yet known to be safe, on paper for whoever looks for them. Thread-safe. */
public final class HandOverPaper {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("y年M月d日 H:mm", Locale.JAPAN).withZone(JAPAN);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("H:mm", Locale.JAPAN).withZone(JAPAN);
  private static final float ROW = 56;
  private static final int ROWS = 12;
  private static final float WIDTH = RIGHT - LEFT;
  private static final float MIDDLE = LEFT + 300;

  private final PaperFonts fonts = PaperFonts.load();

  /**
   * Prints a copy, as many pages as it needs.
   *
   * @param municipality who hands it over
   * @return a PDF
   */
  public byte[] print(String municipality, Mode mode, Handed handed, Instant printed) {
    Sheet sheet = new Sheet(fonts, "安否未確認者の一覧");
    String title =
        (mode == Mode.DRILL ? "【訓練】" : "")
            + municipality
            + "　安否未確認者の一覧（引き継ぎ）"
            + (handed.again() ? MissingWords.AGAIN : "");
    List<Missing> rows = handed.rows();
    int pages = Math.max(1, Math.ceilDiv(rows.size(), ROWS));
    for (int page = 0; page < pages; page++) {
      if (page > 0) {
        sheet.nextPage();
      }
      head(sheet, title, handed, "%d／%d枚　印刷 %s".formatted(page + 1, pages, TIME.format(printed)));
      rows(sheet, rows, page * ROWS, handed.disclosure().madeAt());
      foot(sheet);
    }
    return sheet.finish();
  }

  private static void head(Sheet sheet, String title, Handed handed, String page) {
    sheet.line(title, LEFT, Sheet.TOP - 8, 14, true, WIDTH);
    sheet.line(
        "第%d-%d号　%s（%s）あて　%s 時点　%d人"
            .formatted(
                handed.disclosure().number(),
                handed.copy().number(),
                handed.disclosure().recipient(),
                handed.copy().holder(),
                TIME.format(handed.disclosure().madeAt()),
                handed.rows().size()),
        LEFT,
        Sheet.TOP - 24,
        10,
        true,
        WIDTH);
    sheet.line(
        "目的 %s　根拠 災害対策基本法%s　%s まで保管可　%s"
            .formatted(
                handed.disclosure().purpose(),
                handed.disclosure().basis().article(),
                handed.disclosure().keepUntil(),
                page),
        LEFT,
        Sheet.TOP - 38,
        8,
        false,
        WIDTH);
  }

  private static void foot(Sheet sheet) {
    float y = Sheet.BOTTOM + 10;
    for (String condition : MissingWords.conditions()) {
      sheet.line(condition, LEFT, y, 7.5f, false, WIDTH);
      y -= 10;
    }
  }

  private static void rows(Sheet sheet, List<Missing> rows, int from, Instant asOf) {
    float y = Sheet.TOP - 60;
    for (Missing missing : rows.subList(from, Math.min(rows.size(), from + ROWS))) {
      row(sheet, missing, y, LocalDate.ofInstant(asOf, JAPAN));
      y -= ROW;
      sheet.canvas().setLineWidth(0.4f);
      sheet.canvas().moveTo(LEFT, y + 17);
      sheet.canvas().lineTo(RIGHT, y + 17);
      sheet.canvas().stroke();
    }
  }

  private static void row(Sheet sheet, Missing missing, float y, LocalDate today) {
    // A box to tick, for whoever carries the paper from door to door.
    sheet.canvas().setLineWidth(0.6f);
    sheet.canvas().rectangle(LEFT, y - 2, 9, 9);
    sheet.canvas().stroke();
    sheet.line(missing.number() + "番", LEFT + 13, y, 8, false, 34);
    sheet.line(missing.kana(), LEFT + 48, y + 9, 6, false, 170);
    sheet.line(missing.name(), LEFT + 48, y, 11, true, 150);
    sheet.line(
        (age(missing, today) + "　" + MissingWords.of(missing.sex())).strip(),
        LEFT + 204,
        y,
        9,
        false,
        90);
    sheet.line(missing.address(), LEFT + 48, y - 12, 9, false, 246);
    sheet.line("電話 " + missing.phone().orElse("なし"), LEFT + 48, y - 24, 9, true, 246);
    sheet.line(
        MissingWords.standing(missing) + "（" + SHORT.format(missing.changedAt()) + "から）",
        MIDDLE,
        y,
        8.5f,
        missing.helpWanted(),
        RIGHT - MIDDLE);
    sheet.line(MissingWords.care(missing), MIDDLE, y - 12, 8.5f, false, RIGHT - MIDDLE);
    sheet.line(MissingWords.urgency(missing), MIDDLE, y - 24, 8.5f, false, RIGHT - MIDDLE);
    sheet.line(
        "緊急連絡先 "
            + (missing.contacts().isEmpty() ? "不明" : MissingWords.contacts(missing))
            + missing.household().map(word -> "　世帯 " + word).orElse("")
            + (missing.notes().isEmpty() ? "" : "　メモ " + MissingWords.notes(missing)),
        LEFT + 48,
        y - 35,
        8,
        false,
        WIDTH - 48);
  }

  private static String age(Missing missing, LocalDate today) {
    return missing.birthDate().map(born -> Period.between(born, today).getYears() + "歳").orElse("");
  }
}
