package jp.noroshi.core.dispatch;

/** How far a dispatch is. The name is stored. */
public enum DispatchState {
  /** Being written. */
  DRAFT,
  /** Its author asked for approval. */
  AWAITING_APPROVAL,
  /** The approver sent it back with a reason; it may be changed and asked for again. */
  SENT_BACK,
  /** Approved: it is on its way or told. */
  APPROVED,
  /** Thrown away by a person. */
  DISCARDED,
  /** A newer message of its thread took its place before anybody approved it. */
  REPLACED;

  /** Tells whether a person can still change it. */
  public boolean isOpen() {
    return this == DRAFT || this == AWAITING_APPROVAL || this == SENT_BACK;
  }
}
