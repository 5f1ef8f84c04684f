package jp.noroshi.core.delivery;

/** The kinds of {@link DeliveryOutcome}, as the ledger stores them. */
public enum OutcomeKind {
  /** The provider has it. */
  ACCEPTED,
  /** It was asked to come again. */
  RETRY_LATER,
  /** Refused for good. */
  REFUSED,
  /** The recipient is no longer on the medium. */
  RECIPIENT_GONE,
  /** Nobody can tell. */
  UNKNOWN;

  /** Returns the kind of an outcome. */
  static OutcomeKind of(DeliveryOutcome outcome) {
    return switch (outcome) {
      case DeliveryOutcome.Accepted accepted -> ACCEPTED;
      case DeliveryOutcome.RetryLater later -> RETRY_LATER;
      case DeliveryOutcome.Refused refused -> REFUSED;
      case DeliveryOutcome.RecipientGone gone -> RECIPIENT_GONE;
      case DeliveryOutcome.Unknown unknown -> UNKNOWN;
    };
  }
}
