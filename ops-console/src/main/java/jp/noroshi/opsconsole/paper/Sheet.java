package jp.noroshi.opsconsole.paper;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A sheet of A4 that is written from top to bottom, in points (1/72 inch). Text that does not fit
 * is cut with a mark, and the sheet remembers that it was: nothing is lost in silence.
 */
final class Sheet {

  static final float LEFT = 36;
  static final float RIGHT = PageSize.A4.getWidth() - 36;
  static final float TOP = PageSize.A4.getHeight() - 30;
  static final float BOTTOM = 30;

  /** Stands where text was cut. */
  static final String CUT = "…＊";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Document document = new Document(PageSize.A4);
  private final PaperFonts fonts;
  private final PdfContentByte canvas;
  private boolean cut;

  Sheet(PaperFonts fonts, String title) {
    this.fonts = fonts;
    PdfWriter writer = PdfWriter.getInstance(document, bytes);
    document.addTitle(title);
    document.addCreator("Noroshi");
    document.open();
    this.canvas = writer.getDirectContent();
  }

  /** Returns the pen, for drawings. */
  PdfContentByte canvas() {
    return canvas;
  }

  /** Tells whether text was cut somewhere. */
  boolean wasCut() {
    return cut;
  }

  /** Begins another page. */
  void nextPage() {
    document.newPage();
  }

  /** Writes one line; what is too long for the width is cut with the mark. */
  void line(String text, float x, float y, float size, boolean bold, float width) {
    write(shorten(text, size, bold, width), x, y, size, bold);
  }

  /**
   * Writes text in lines of a width, at most so many.
   *
   * @return the y below the last line
   */
  float block(String text, float x, float y, float size, float width, int most) {
    List<String> lines = wrap(text, size, width);
    float at = y;
    for (int i = 0; i < Math.min(lines.size(), most); i++) {
      boolean more = i == most - 1 && lines.size() > most;
      write(more ? marked(lines.get(i), size, width) : lines.get(i), x, at, size, false);
      at -= leading(size);
    }
    return at;
  }

  static float leading(float size) {
    return size * 1.25f;
  }

  /** Draws a heading: a black bar with the words in white. */
  float heading(String text, float y) {
    canvas.saveState();
    canvas.setGrayFill(0);
    canvas.rectangle(LEFT, y - 3, RIGHT - LEFT, 13);
    canvas.fill();
    canvas.restoreState();
    canvas.saveState();
    canvas.setGrayFill(1);
    write(text, LEFT + 4, y, 9.5f, true);
    canvas.restoreState();
    return y - 15;
  }

  private void write(String text, float x, float y, float size, boolean bold) {
    canvas.beginText();
    canvas.setFontAndSize(font(bold), size);
    canvas.setTextMatrix(x, y);
    canvas.showText(text);
    canvas.endText();
  }

  private BaseFont font(boolean bold) {
    return bold ? fonts.bold() : fonts.regular();
  }

  private float width(String text, float size, boolean bold) {
    return font(bold).getWidthPoint(text, size);
  }

  private String shorten(String text, float size, boolean bold, float width) {
    String plain = text.replaceAll("\\s+", " ");
    if (width(plain, size, bold) <= width) {
      return plain;
    }
    cut = true;
    return fitting(plain, size, bold, width - width(CUT, size, bold)) + CUT;
  }

  private String marked(String line, float size, float width) {
    cut = true;
    return fitting(line, size, false, width - width(CUT, size, false)) + CUT;
  }

  private String fitting(String text, float size, boolean bold, float width) {
    int end = text.length();
    while (end > 0 && width(text.substring(0, end), size, bold) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }

  /** Japanese may break anywhere; only a punctuation mark does not begin a line. */
  private List<String> wrap(String text, float size, float width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().lines().toList()) {
      String rest = paragraph.strip();
      while (!rest.isEmpty()) {
        String line = fitting(rest, size, false, width);
        int end = Math.max(line.length(), Character.charCount(rest.codePointAt(0)));
        while (end > 1 && end < rest.length() && "、。）」・ー".indexOf(rest.charAt(end)) >= 0) {
          end = rest.offsetByCodePoints(end, -1);
        }
        lines.add(rest.substring(0, end));
        rest = rest.substring(end).strip();
      }
    }
    return lines;
  }

  /** Ends the sheet and returns the file. */
  byte[] finish() {
    document.close();
    return bytes.toByteArray();
  }
}
