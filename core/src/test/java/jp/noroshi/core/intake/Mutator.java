package jp.noroshi.core.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Spoils messages in the ways networks, senders and attackers do. The same seed spoils the same
 * way.
 */
final class Mutator {
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
  private static final Pattern TEXT =
      Pattern.compile("(?<=>)[^<>]{1,80}(?=<)|(?<=\")[^\"<>]{1,80}(?=\")");

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "\0",
          "\uFEFF",
          "\uFFFF",
          "\uD83D\uDE00",
          "-1",
          "00",
          "99",
          "9".repeat(400),
          "9999999999999999999999",
          "NaN",
          "1e999",
          "null",
          "true",
          "[[[[[[[[",
          "{\"a\":",
          "\"",
          "&amp;",
          "&undefined;",
          "&#0;",
          "&#xD800;",
          "<![CDATA[x]]>",
          "<!--",
          "-->",
          "]]>",
          "<?x?>",
          "<!DOCTYPE a [<!ENTITY b \"c\">]>",
          "<a>".repeat(300),
          "</a>",
          "xmlns=\"urn:x\"",
          "２２２５",
          "特別警報から",
          "から",
          "2026-13-45T99:99:99+99:99",
          "-999999999-01-01T00:00:00-18:00",
          "+999999999-12-31T23:59:59+18:00",
          "91,181",
          "35,139 0",
          ",",
          ":",
          "取消",
          "試験");

  private final SplittableRandom random;
  private final List<byte[]> seeds;

  Mutator(long seed, List<byte[]> seeds) {
    random = new SplittableRandom(seed);
    this.seeds = List.copyOf(seeds);
  }

  /** Returns the next spoiled message: one to four mutations of a seed. */
  byte[] next() {
    byte[] bytes = anySeed().clone();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      bytes = mutate(bytes);
    }
    return bytes;
  }

  private byte[] anySeed() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] mutate(byte[] bytes) {
    if (bytes.length < 2) {
      return anySeed().clone();
    }
    return switch (random.nextInt(10)) {
      case 0 -> flipBits(bytes);
      case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 2 -> splice(bytes, position(bytes), bytes, position(bytes));
      case 3 -> splice(bytes, position(bytes), anySeed(), 0);
      case 4 -> cutOut(bytes);
      case 5 -> overwrite(bytes);
      case 6 -> exchange(bytes, TAG);
      case 7 -> exchange(bytes, TEXT);
      case 8 -> replace(bytes, TEXT);
      default -> replace(bytes, TAG);
    };
  }

  private int position(byte[] bytes) {
    return random.nextInt(bytes.length);
  }

  private byte[] flipBits(byte[] bytes) {
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      bytes[position(bytes)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** Joins the head of one message with the tail of another, which repeats or drops a part. */
  private static byte[] splice(byte[] head, int headLength, byte[] tail, int tailFrom) {
    int from = Math.min(tailFrom, tail.length);
    byte[] joined = Arrays.copyOf(head, headLength + tail.length - from);
    System.arraycopy(tail, from, joined, headLength, tail.length - from);
    return joined;
  }

  private byte[] cutOut(byte[] bytes) {
    int from = position(bytes);
    return splice(bytes, from, bytes, from + random.nextInt(1, 200));
  }

  private byte[] overwrite(byte[] bytes) {
    byte[] nasty = nasty().getBytes(StandardCharsets.UTF_8);
    int from = position(bytes);
    System.arraycopy(nasty, 0, bytes, from, Math.min(nasty.length, bytes.length - from));
    return bytes;
  }

  private String nasty() {
    return NASTY.get(random.nextInt(NASTY.size()));
  }

  private byte[] exchange(byte[] bytes, Pattern pattern) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<MatchResult> pieces = pieces(text, pattern);
    return pieces.size() < 2 ? flipBits(bytes) : put(text, any(pieces), any(pieces).group());
  }

  private byte[] replace(byte[] bytes, Pattern pattern) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<MatchResult> pieces = pieces(text, pattern);
    return pieces.isEmpty() ? overwrite(bytes) : put(text, any(pieces), nasty());
  }

  /** A window of the text is searched: seeds are long and only one piece is needed. */
  private List<MatchResult> pieces(String text, Pattern pattern) {
    int from = text.isEmpty() ? 0 : random.nextInt(text.length());
    List<MatchResult> pieces = new ArrayList<>();
    var matcher = pattern.matcher(text).region(from, Math.min(text.length(), from + 2_000));
    while (matcher.find()) {
      pieces.add(matcher.toMatchResult());
    }
    return pieces;
  }

  private MatchResult any(List<MatchResult> pieces) {
    return pieces.get(random.nextInt(pieces.size()));
  }

  private static byte[] put(String text, MatchResult place, String piece) {
    return (text.substring(0, place.start()) + piece + text.substring(place.end()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
