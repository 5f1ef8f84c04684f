package jp.noroshi.opsconsole.paper;

import static jp.noroshi.opsconsole.paper.Sheet.LEFT;
import static jp.noroshi.opsconsole.paper.Sheet.RIGHT;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanWorklist.Line;
import jp.noroshi.gis.register.Identity;

/** The people of a district who have a plan, as a list on paper. Thread-safe. */
public final class DistrictPaper {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("y年M月d日 H:mm", Locale.JAPAN);
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final float ROW = 20;
  private static final int ROWS = 34;
  private static final float WIDTH = RIGHT - LEFT;

  private final PaperFonts fonts = PaperFonts.load();

  /**
   * What the list is of.
   *
   * @param districts their names
   * @param hazard the danger of the plans
   */
  public record Title(String districts, HazardKind hazard) {}

  /**
   * Prints a list, as many pages as it needs.
   *
   * @return a PDF
   */
  public byte[] print(Title title, List<Line> lines, PaperCopy copy) {
    Sheet sheet = new Sheet(fonts, "個別避難計画 地区一覧");
    int pages = Math.max(1, Math.ceilDiv(lines.size(), ROWS));
    for (int page = 0; page < pages; page++) {
      if (page > 0) {
        sheet.nextPage();
      }
      head(sheet, title, copy, "%d／%d".formatted(page + 1, pages));
      rows(sheet, lines, page * ROWS);
      sheet.line(
          "全%d人。支援を約束するものではなく、支援する人に法的な義務や責任はありません。複写を禁じます。".formatted(lines.size()),
          LEFT,
          Sheet.BOTTOM,
          7.5f,
          false,
          WIDTH);
    }
    return sheet.finish();
  }

  private static void head(Sheet sheet, Title title, PaperCopy copy, String page) {
    sheet.line(
        "個別避難計画一覧　" + title.districts() + "【" + title.hazard().japanese() + "】",
        LEFT,
        Sheet.TOP - 8,
        14,
        true,
        WIDTH);
    sheet.line(
        "第%s号　%s 用　印刷 %s　%s"
            .formatted(copy.number(), copy.holder(), TIME.format(copy.at().atZone(JAPAN)), page),
        LEFT,
        Sheet.TOP - 22,
        8.5f,
        false,
        WIDTH);
  }

  private static void rows(Sheet sheet, List<Line> lines, int from) {
    float y = Sheet.TOP - 46;
    for (int i = from; i < Math.min(lines.size(), from + ROWS); i++) {
      Identity who = lines.get(i).identity();
      sheet.line(Integer.toString(i + 1), LEFT, y, 8, false, 22);
      sheet.line(who.kana(), LEFT + 24, y + 8, 6, false, 130);
      sheet.line(who.name(), LEFT + 24, y, 9.5f, true, 130);
      sheet.line(who.residence().orElse(who.address()), LEFT + 158, y, 8, false, 200);
      sheet.line(who.phone().orElse("電話なし"), LEFT + 362, y, 8, false, 80);
      sheet.line(PaperWords.of(lines.get(i).state()), LEFT + 446, y, 7.5f, false, WIDTH - 446);
      sheet.canvas().setLineWidth(0.3f);
      sheet.canvas().moveTo(LEFT, y - 5);
      sheet.canvas().lineTo(RIGHT, y - 5);
      sheet.canvas().stroke();
      y -= ROW;
    }
  }
}
