package jp.noroshi.core.dispatch;

/** Why it is told now. The name is stored. */
public enum DispatchReason {
  /** The first word of its thread. */
  FIRST,
  /** Something changed. */
  UPDATED,
  /** The sender took it back: it was a mistake. */
  CANCELLED,
  /** It is over (解除). */
  LIFTED,
  /** We ourselves told something wrong (訂正・取消). */
  CORRECTED
}
