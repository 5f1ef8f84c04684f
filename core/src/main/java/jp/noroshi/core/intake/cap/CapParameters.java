package jp.noroshi.core.intake.cap;

import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;

/**
 * Names of the parameters by which a hub passes on what CAP has no element for. Severity is never
 * turned into a 警戒レベル: only a sender that states the level has one.
 */
public final class CapParameters {
  /** 警戒レベル相当, 1 … 5. */
  public static final String LEVEL = "noroshi:level";

  /** The kind code of the telegram ({@code 49}). */
  public static final String KIND_CODE = "noroshi:kindCode";

  /** The telegram type ({@code VPWW56}). */
  public static final String TELEGRAM_TYPE = "noroshi:telegramType";

  /** The telegram's own identifier. */
  public static final String TELEGRAM_ID = "noroshi:telegramId";

  private CapParameters() {}

  static boolean isLevel(String name) {
    return name.equals(LEVEL) || name.equals("警戒レベル");
  }

  static Optional<AlertLevel> findLevel(String value) {
    return value.length() == 1
        ? AlertLevel.find(Character.digit(value.charAt(0), 10))
        : Optional.empty();
  }
}
