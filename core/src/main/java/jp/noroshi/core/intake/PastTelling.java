package jp.noroshi.core.intake;

import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;

/**
 * What an earlier message of the same stream was told about.
 *
 * @param ended whether it was told that the kind had ended
 */
record PastTelling(
    Hazard hazard, String code, Optional<AlertLevel> level, boolean ended, Instant at) {

  static PastTelling of(KindChange leading, Instant at) {
    AlertKind kind = leading.concerned().kind();
    return new PastTelling(kind.hazard(), kind.code(), kind.level(), isEnd(leading.change()), at);
  }

  /**
   * Tells whether the change would only repeat this; a higher level than the one told never does.
   */
  boolean says(KindChange change) {
    AlertKind kind = change.concerned().kind();
    return hazard == kind.hazard() && ended == isEnd(change.change()) && isAtLeast(kind);
  }

  private boolean isAtLeast(AlertKind kind) {
    boolean levelled = level.isPresent() && kind.level().isPresent();
    return levelled ? level.get().isAtLeast(kind.level().get()) : code.equals(kind.code());
  }

  private static boolean isEnd(Change change) {
    return change == Change.LIFTED || change == Change.CANCELLED;
  }
}
