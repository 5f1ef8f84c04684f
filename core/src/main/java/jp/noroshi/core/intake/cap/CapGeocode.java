package jp.noroshi.core.intake.cap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.noroshi.core.intake.cap.CapMessage.CapValue;
import jp.noroshi.core.place.AreaCode;

/**
 * A code of an area.
 *
 * <p>Codes of Japan (JIS X 0402, JMA) are taken as they are. Every other code keeps the name of its
 * system before it, because the numbers clash: the Canadian place 3537039 looks like a part of the
 * municipality 35370.
 *
 * @param code empty where the value is no code but words
 * @param municipal whether it names a municipality or a part of one
 */
record CapGeocode(Optional<AreaCode> code, boolean municipal) {
  private static final Pattern SPELLING = Pattern.compile("[A-Za-z0-9_.:-]+");

  private static final List<String> JAPANESE =
      List.of("jisx0402", "jma", "気象庁", "市町村", "地方公共団体", "localgov", "lgcode");
  private static final int MAX_LENGTH = 64;

  static CapGeocode of(CapValue geocode) {
    return isJapanese(geocode)
        ? japanese(geocode.value())
        : new CapGeocode(foreign(geocode), false);
  }

  private static boolean isJapanese(CapValue geocode) {
    String system = geocode.name().toLowerCase(Locale.ROOT).replaceAll("[\\s_.:-]", "");
    return JAPANESE.stream().anyMatch(system::contains)
        && geocode.value().length() <= MAX_LENGTH
        && geocode.value().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The six-digit code of a local government is its five digits and a check digit. */
  private static CapGeocode japanese(String digits) {
    boolean hasCheckDigit = digits.length() == 6 && isCheckDigitRight(digits);
    String code = hasCheckDigit ? digits.substring(0, 5) : digits;
    boolean municipal = code.length() == 5 || code.length() == 7;
    return new CapGeocode(Optional.of(new AreaCode(code)), municipal);
  }

  private static boolean isCheckDigitRight(String digits) {
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += Character.digit(digits.charAt(i), 10) * (6 - i);
    }
    return Math.floorMod(11 - sum % 11, 10) == Character.digit(digits.charAt(5), 10);
  }

  private static Optional<AreaCode> foreign(CapValue geocode) {
    if (!SPELLING.matcher(geocode.value()).matches()) {
      return Optional.empty();
    }
    String spelled = geocode.name().replaceAll("[^A-Za-z0-9_.-]", "_") + ":" + geocode.value();
    // The value at the end tells places apart, so the name of its system is what is cut.
    return Optional.of(new AreaCode(spelled.substring(Math.max(0, spelled.length() - MAX_LENGTH))));
  }
}
