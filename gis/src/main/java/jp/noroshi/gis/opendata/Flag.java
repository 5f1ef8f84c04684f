package jp.noroshi.gis.opendata;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Yes or no as offices write them. The standard knows 1 and nothing. */
final class Flag {

  private static final Set<String> YES =
      Set.of("1", "1.0", "○", "〇", "◯", "●", "◎", "有", "あり", "有り", "可", "true", "yes", "はい");
  private static final Set<String> NO =
      Set.of("", "0", "0.0", "×", "✕", "-", "―", "無", "なし", "無し", "否", "false", "no", "いいえ");

  private Flag() {}

  /** Reads a flag; empty where it is neither. */
  static Optional<Boolean> read(String written) {
    String text =
        Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    if (YES.contains(text)) {
      return Optional.of(true);
    }
    return NO.contains(text) ? Optional.of(false) : Optional.empty();
  }
}
