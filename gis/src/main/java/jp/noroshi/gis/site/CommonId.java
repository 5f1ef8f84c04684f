package jp.noroshi.gis.site;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 共通ID of 国土地理院: E, the municipality (5), the facility (5), the type (2) and a sequence (1).
 *
 * @param value 14 characters
 */
public record CommonId(String value) {

  private static final Pattern FORM = Pattern.compile("E\\d{5}\\d{5}(20|11|12)[1-9A-Za-z]");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when it is none
   */
  public CommonId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a 共通ID: " + value);
    }
  }

  /** Finds a 共通ID in a text that is one. */
  public static Optional<CommonId> find(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new CommonId(text)) : Optional.empty();
  }

  /** Returns the five-digit municipality. */
  public String municipality() {
    return value.substring(1, 6);
  }

  /** Returns what both lists share where they speak of one place: everything up to the type. */
  public String place() {
    return value.substring(0, 11);
  }

  /** Returns what the type says. */
  public DesignationKind kind() {
    return switch (value.substring(11, 13)) {
      case "20" -> DesignationKind.EMERGENCY_SITE;
      case "11" -> DesignationKind.SHELTER;
      default -> DesignationKind.WELFARE_SHELTER;
    };
  }
}
