package jp.noroshi.channels;

import java.nio.charset.StandardCharsets;

/** Shortens texts to what a provider takes, visibly and never within a character. */
public final class Texts {

  private static final String MARK = "…";

  private Texts() {}

  /** Returns the text within so many characters (UTF-16), ending in … when it was longer. */
  public static String shorten(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - MARK.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + MARK;
  }

  /** Returns the text within so many bytes of UTF-8, ending in … when it was longer. */
  public static String shortenToBytes(String text, int most) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= most) {
      return text;
    }
    int room = most - MARK.getBytes(StandardCharsets.UTF_8).length;
    int end = 0;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      room -= Character.toString(text.codePointAt(at)).getBytes(StandardCharsets.UTF_8).length;
      if (room < 0) {
        break;
      }
      end = text.offsetByCodePoints(at, 1);
    }
    return text.substring(0, end) + MARK;
  }
}
