package jp.noroshi.gis.file.table;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The name of a column, freed of how it was typed: full and half width, spaces, line breaks,
 * brackets and case do not part names.
 */
final class HeaderName {

  private HeaderName() {}

  static String of(String written) {
    String same = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder name = new StringBuilder(same.length());
    same.codePoints()
        .filter(c -> !Character.isWhitespace(c) && c != '\ufeff' && c != '・' && c != '.')
        .forEach(name::appendCodePoint);
    return name.toString();
  }
}
