package jp.noroshi.core.message;

import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

/** Shortens texts for media with limits: at the end of a sentence, never within a character. */
final class Clip {

  private static final String SENTENCE_ENDS = "。！？.!?\n";

  private Clip() {}

  /** Shortens to so many UTF-16 units, as LINE and text boards count. */
  static String toLength(String text, int limit, String tail) {
    return to(text, limit, tail, String::length);
  }

  /** Shortens to so many bytes in UTF-8, as FCM counts. */
  static String toBytes(String text, int limit, String tail) {
    return to(text, limit, tail, Clip::bytes);
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String to(String text, int limit, String tail, ToIntFunction<String> size) {
    if (size.applyAsInt(text) <= limit) {
      return text;
    }
    String kept = longestThatFits(text, limit - size.applyAsInt(tail), size);
    int end = lastSentenceEnd(kept);
    return (end > kept.length() / 3 ? kept.substring(0, end) : kept).stripTrailing() + tail;
  }

  private static String longestThatFits(String text, int limit, ToIntFunction<String> size) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (size.applyAsInt(text.substring(0, middle)) <= limit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    boolean splitsCharacter = low > 0 && Character.isHighSurrogate(text.charAt(low - 1));
    return text.substring(0, splitsCharacter ? low - 1 : low);
  }

  private static int lastSentenceEnd(String text) {
    for (int i = text.length(); i > 0; i--) {
      if (SENTENCE_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return 0;
  }
}
