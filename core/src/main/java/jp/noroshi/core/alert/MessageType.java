package jp.noroshi.core.alert;

/**
 * CAP {@code msgType}. A lift (解除) is an {@link #UPDATE}; a cancel (取消) says the alert was a
 * mistake.
 */
public enum MessageType {
  /** 発表 of something new. */
  ALERT,
  /** 発表 that continues, lowers or lifts; 訂正. */
  UPDATE,
  /** 取消. */
  CANCEL,
  /** Acknowledgement. */
  ACK,
  /** Rejection. */
  ERROR
}
