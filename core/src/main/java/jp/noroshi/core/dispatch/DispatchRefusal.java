package jp.noroshi.core.dispatch;

/**
 * Why a command was refused. The name is also the metric label; the sentence for the reader is the
 * edge's.
 */
public enum DispatchRefusal {
  /** There is no such dispatch in this hub's mode. */
  NOT_FOUND,
  /** Somebody changed it since the reader looked. */
  CHANGED_MEANWHILE,
  /** The officer may not write drafts. */
  MAY_NOT_DRAFT,
  /** The officer may not approve. */
  MAY_NOT_APPROVE,
  /** Who wrote, changed or handed in a draft may not approve it. */
  WRITTEN_BY_APPROVER,
  /** Nobody has asked for its approval. */
  NOT_AWAITING_APPROVAL,
  /** It is approved, discarded or replaced. */
  NOT_OPEN,
  /** Only what was approved can be corrected. */
  NOT_APPROVED,
  /** A correction of it is already open or told. */
  ALREADY_CORRECTED,
  /** Its time is over. */
  EXPIRED,
  /** The expiry lies in the past or too far ahead. */
  EXPIRY_OUT_OF_RANGE,
  /** The alert behind it is an exercise, a test or held, and this hub is live. */
  NOT_FOR_PUBLIC,
  /** The level or area typed is another one. */
  CONFIRMATION_MISMATCH,
  /** A newer message of the same thread was told already. */
  OUTDATED,
  /** The same was told moments ago. */
  REPEATED,
  /** The title is empty or too long. */
  TITLE_OUT_OF_RANGE,
  /** A medium has no text in the main language, or a text is empty or too long. */
  TEXT_OUT_OF_RANGE,
  /** No medium was chosen. */
  NO_MEDIUM,
  /** No area was chosen, or one that is not ours. */
  UNKNOWN_AREA,
  /** The siren signal is not in the site's table, or no radio is chosen. */
  UNKNOWN_SIREN,
  /** Sending back and correcting need a reason. */
  REASON_MISSING,
  /** Evacuation orders know the levels 3 to 5 only, for a tsunami 避難指示 only. */
  LEVEL_NOT_ORDERED,
  /** The districts already stand as proposed. */
  NOTHING_CHANGES,
  /** The orders of these districts changed after the draft was written, so its text is wrong. */
  ORDERS_CHANGED
}
