package jp.noroshi.opsconsole.paper;

import static jp.noroshi.opsconsole.paper.Sheet.LEFT;
import static jp.noroshi.opsconsole.paper.Sheet.RIGHT;

import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * Blank household forms (避難者カード) with a code each: written by hand at the entrance, read by a
 * tablet when there is time. The same sheet read twice is the same household. Thread-safe.
 */
public final class HouseholdForms {

  private static final float WIDTH = RIGHT - LEFT;
  private static final float QR = 96;
  private static final float FIELD = 30;
  private static final int PEOPLE = 6;
  private static final float PERSON = 78;
  private static final List<String> HOUSEHOLD =
      List.of("住所（地区・番地）", "電話", "自治会・班", "車（番号・場所）／ペット（種類・数）");

  private final PaperFonts fonts = PaperFonts.load();

  /** Prints a form for each code, a page each; returns a PDF. */
  public byte[] print(String municipality, boolean drill, List<String> codes) {
    Sheet sheet = new Sheet(fonts, "避難者カード");
    for (int i = 0; i < codes.size(); i++) {
      if (i > 0) {
        sheet.nextPage();
      }
      form(sheet, (drill ? "【訓練】" : "") + municipality, codes.get(i));
    }
    return sheet.finish();
  }

  private static void form(Sheet sheet, String municipality, String code) {
    float y = Sheet.TOP - 8;
    sheet.line(municipality + "　避難者カード（世帯に1枚）", LEFT, y, 15, true, WIDTH - QR);
    sheet.line("分かるところだけ書いてください。あとから足せます。", LEFT, y - 20, 9, false, WIDTH - QR);
    sheet.line("家族などから安否を聞かれたとき、答えてよいですか　□ はい　□ いいえ", LEFT, y - 38, 9.5f, false, WIDTH - QR);
    sheet.line("家の被害　□ なし　□ あり（　　　　　　　　　）", LEFT, y - 56, 9.5f, false, WIDTH - QR);
    qr(sheet.canvas(), QrCode.of("NRS1P:" + code), RIGHT - QR, y + 14 - QR);
    sheet.line(code, RIGHT - QR + 14, y - QR + 4, 9, true, QR);
    y -= QR + 12;
    for (String field : HOUSEHOLD) {
      box(sheet, field, LEFT, y, WIDTH);
      y -= FIELD;
    }
    y -= 4;
    for (int person = 1; person <= PEOPLE; person++) {
      person(sheet, person, y);
      y -= PERSON;
    }
  }

  private static void person(Sheet sheet, int number, float y) {
    float third = WIDTH / 3;
    box(sheet, "%d　フリガナ／氏名".formatted(number), LEFT, y, third * 1.5f);
    box(sheet, "生年月日（または年齢）", LEFT + third * 1.5f, y, third);
    box(sheet, "性別・続柄", LEFT + third * 2.5f, y, third * 0.5f);
    sheet.line(
        "□ 妊産婦　□ 乳幼児　□ 介護が必要　□ 障害　□ 医療機器・電源　□ アレルギー　□ 食事の制限　□ 日本語の支援",
        LEFT + 4,
        y - FIELD - 13,
        8.5f,
        false,
        WIDTH - 8);
    sheet.line("体の具合　□ よい　□ けが　□ 病気　　薬・連絡先など：", LEFT + 4, y - FIELD - 28, 8.5f, false, WIDTH - 8);
    frame(sheet.canvas(), LEFT, y - PERSON + 6, WIDTH, PERSON - 6);
  }

  private static void box(Sheet sheet, String label, float x, float y, float width) {
    frame(sheet.canvas(), x, y - FIELD, width, FIELD);
    sheet.line(label, x + 3, y - 9, 7, false, width - 6);
  }

  private static void frame(PdfContentByte canvas, float x, float y, float width, float height) {
    canvas.setLineWidth(0.6f);
    canvas.rectangle(x, y, width, height);
    canvas.stroke();
  }

  private static void qr(PdfContentByte canvas, QrCode code, float x, float y) {
    float square = QR / code.size();
    for (int row = 0; row < code.size(); row++) {
      for (int column = 0; column < code.size(); column++) {
        if (code.isDark(column, row)) {
          canvas.rectangle(
              x + column * square, y + (code.size() - 1 - row) * square, square, square);
        }
      }
    }
    canvas.fill();
  }
}
