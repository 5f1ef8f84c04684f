package jp.noroshi.opsconsole.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.pdf.BaseFont;

/**
 * The typefaces of paper, which the console brings along: BIZ UDPGothic, made to be read by
 * everybody.
 *
 * @param regular for text
 * @param bold for headings
 */
record PaperFonts(BaseFont regular, BaseFont bold) {

  /** Read once, when the first sheet is printed: nine megabytes that most hours nobody needs. */
  private static final class Shared {
    static final PaperFonts FONTS =
        new PaperFonts(read("BIZUDPGothic-Regular.ttf"), read("BIZUDPGothic-Bold.ttf"));
  }

  /** Returns them from the class path. */
  static PaperFonts load() {
    return Shared.FONTS;
  }

  private static BaseFont read(String name) {
    try (InputStream file =
        PaperFonts.class.getClassLoader().getResourceAsStream("console/fonts/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the console was built without its typeface " + name);
      }
      return BaseFont.createFont(
          name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException("the typeface " + name + " cannot be read", e);
    }
  }
}
