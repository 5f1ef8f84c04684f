package jp.noroshi.gis.hazard;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A band of water depth in metres.
 *
 * @param min 0 or more
 * @param max more than {@code min}; empty = no upper bound
 */
record Depth(double min, Optional<Double> max) {

  /** 洪水浸水想定区域図作成マニュアル: <0.5, <3, <5, <10, <20, ≥20 m. */
  private static final double[] STANDARD = {0, 0.5, 3, 5, 10, 20};

  /** The finer scale of PLATEAU, nine classes. */
  private static final double[] FINE = {0.01, 0.3, 1, 2, 3, 4, 5, 10, 20};

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:[.]\\d{1,3})?");
  private static final Pattern BOUND = Pattern.compile("以上|未満|以下|超|~|-|から|<|>|≧|≦|≥|≤");

  /** Reads what an office writes: 1.0m以上 ～ 2.0m未満, 0.3~0.5m未満の区域, 0.3m未満の区域, 20m以上. */
  static Optional<Depth> read(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("[〜～∼‐−ー—]", "~")
            .replaceAll("\\s", "");
    if (!BOUND.matcher(plain).find()) {
      return Optional.empty();
    }
    double scale = plain.contains("cm") || plain.contains("センチ") ? 0.01 : 1;
    List<Double> numbers =
        NUMBER
            .matcher(plain)
            .results()
            .map(MatchResult::group)
            .map(number -> Double.parseDouble(number) * scale)
            .toList();
    return switch (numbers.size()) {
      case 1 -> half(plain, numbers.getFirst());
      case 2 ->
          numbers.get(0) < numbers.get(1)
              ? Optional.of(new Depth(numbers.get(0), Optional.of(numbers.get(1))))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Depth> half(String text, double number) {
    boolean upper = text.matches(".*(未満|以下|<|≦|≤).*") || text.startsWith("~");
    if (upper) {
      return number > 0 ? Optional.of(new Depth(0, Optional.of(number))) : Optional.empty();
    }
    return Optional.of(new Depth(number, Optional.empty()));
  }

  /** Returns the band of a rank 1–6 of the standard scale. */
  static Optional<Depth> ofStandardRank(String rank) {
    return ofScale(STANDARD, rank);
  }

  /** Returns the band of a rank 1–9 of PLATEAU's finer scale. */
  static Optional<Depth> ofFineRank(String rank) {
    return ofScale(FINE, rank);
  }

  private static Optional<Depth> ofScale(double[] bounds, String rank) {
    if (!rank.matches("[1-9]") || Integer.parseInt(rank) > bounds.length) {
      return Optional.empty();
    }
    int number = Integer.parseInt(rank);
    return Optional.of(
        new Depth(
            bounds[number - 1],
            number == bounds.length ? Optional.empty() : Optional.of(bounds[number])));
  }

  /** Returns the rank of the standard scale that covers the band's deepest water. */
  int rank() {
    if (max.isEmpty()) {
      return rankAt(min);
    }
    for (int rank = 1; rank < STANDARD.length; rank++) {
      if (max.get() <= STANDARD[rank]) {
        return rank;
      }
    }
    return STANDARD.length;
  }

  private static int rankAt(double depth) {
    int rank = 1;
    while (rank < STANDARD.length && depth >= STANDARD[rank]) {
      rank++;
    }
    return rank;
  }

  /** Returns it in words: 0.5m以上3m未満. */
  String label() {
    String from = min > 0 ? metres(min) + "m以上" : "";
    return from + max.map(to -> metres(to) + "m未満").orElse("");
  }

  private static String metres(double value) {
    return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
