package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.message.Medium;

/**
 * What a medium really answered to a dispatch so far, in recipients. Accepted, refused, unknown and
 * waiting add up to all of them.
 *
 * @param medium the medium
 * @param recipients all of them
 * @param handedOver those the medium has answered about; without those whose time was over before
 * @param accepted the provider has it
 * @param refused refused, gone from the medium, expired or withdrawn: the reasons say which
 * @param unknown nobody can tell
 * @param waiting without an outcome yet
 * @param firstHandedOverAt when the provider first took something
 * @param lastOutcomeAt when the latest batch got its outcome
 * @param deadline after this nothing is handed over
 * @param progress how far it is
 * @param reasons why not everybody was reached, or why some wait; without those never tried
 */
public record MediumFigures(
    Medium medium,
    int recipients,
    int handedOver,
    int accepted,
    int refused,
    int unknown,
    int waiting,
    Optional<Instant> firstHandedOverAt,
    Optional<Instant> lastOutcomeAt,
    Instant deadline,
    Progress progress,
    List<ReasonCount> reasons) {

  /** Copies the list. */
  public MediumFigures {
    reasons = List.copyOf(reasons);
  }

  /** How far a dispatch is on a medium. */
  public enum Progress {
    /** Nothing was tried yet. */
    WAITING,
    /** Some have no outcome yet. */
    UNDER_WAY,
    /** Everybody has an outcome. */
    COMPLETE
  }

  /**
   * How many got an answer for a reason. For {@link OutcomeKind#RETRY_LATER} those who still wait
   * because of it.
   */
  public record ReasonCount(OutcomeKind kind, DeliveryReason reason, int count) {}
}
