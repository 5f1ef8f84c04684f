package jp.noroshi.core.dispatch;

/** What an officer may do with a dispatch. */
public enum Right {
  /** Write, change, ask for approval, discard. */
  DRAFT,
  /** Approve and send back. */
  APPROVE
}
