package jp.noroshi.core.intake;

import java.util.Optional;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.Mode;

/**
 * Decides whether an alert may count at all. A live hub lets nothing in that is not meant for the
 * public; a hub for drills plays everything, and everything in it is a drill.
 */
record Admission(Mode mode) {

  /** Finds the reason why an alert is held, for staff. */
  Optional<String> findReasonToHold(Alert alert) {
    if (alert.status() == AlertStatus.DRAFT || alert.status() == AlertStatus.SYSTEM) {
      return Optional.of("下書き・システム連絡の電文のため、保留しました。");
    }
    if (ConcernFinder.isNowhere(alert)) {
      return Optional.of("地域が言葉だけで書かれ、この市町村にあたるか分かりません。内容を確かめてください。");
    }
    return switch (mode) {
      case DRILL -> Optional.empty();
      case LIVE -> findReasonToHoldLive(alert);
    };
  }

  private static Optional<String> findReasonToHoldLive(Alert alert) {
    return switch (alert.status()) {
      case EXERCISE -> Optional.of("訓練の電文のため、保留しました。");
      case TEST -> Optional.of("試験の電文のため、保留しました。");
      case ACTUAL, SYSTEM, DRAFT ->
          alert.restrictions().stream().findFirst().map(Admission::reasonOf);
    };
  }

  private static String reasonOf(Alert.Restriction restriction) {
    return switch (restriction) {
      case TEST_SAMPLE -> "テスト用の見本と書かれた電文のため、保留しました。";
      case PLACEHOLDER_AREA -> "実在しない地域コードを含む電文のため、保留しました。";
      case NOT_PUBLIC -> "公開しない範囲の電文のため、保留しました。";
    };
  }
}
