package jp.noroshi.gis.register;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Spells what people type as it is indexed: one width, one kind of kana, no gaps. */
public final class Kana {

  static final int SHORTEST = 2;
  private static final int LONGEST = 12;
  private static final int HIRAGANA_FIRST = 'ぁ';
  private static final int HIRAGANA_LAST = 'ゖ';
  private static final int TO_KATAKANA = 'ア' - 'あ';

  private Kana() {}

  /** Returns katakana without gaps: 「やまだ たろう」 and 「ﾔﾏﾀﾞﾀﾛｳ」 are the same. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && c != '・')
        .map(c -> c >= HIRAGANA_FIRST && c <= HIRAGANA_LAST ? c + TO_KATAKANA : c)
        .forEach(plain::appendCodePoint);
    return plain.toString().toUpperCase(Locale.ROOT);
  }

  /** Returns every beginning by which a name is found, two kana and more. */
  static Set<String> beginnings(String kana) {
    String plain = plain(kana);
    Set<String> beginnings = new LinkedHashSet<>();
    for (int length = SHORTEST; length <= Math.min(LONGEST, plain.length()); length++) {
      beginnings.add(plain.substring(0, length));
    }
    return beginnings;
  }

  /** Returns what is looked up for something typed: no longer than what is indexed. */
  static String beginning(String typed) {
    String plain = plain(typed);
    return plain.substring(0, Math.min(LONGEST, plain.length()));
  }

  /** Returns the digits of a telephone number, in one width. */
  public static String digits(String phone) {
    return Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
  }

  /** Returns a number of the office as it is compared: one width, no gaps, no leading zeros. */
  static String reference(String reference) {
    String plain = Normalizer.normalize(reference, Normalizer.Form.NFKC).replaceAll("\\s", "");
    return plain.replaceFirst("^0+(?=.)", "").toUpperCase(Locale.ROOT);
  }
}
