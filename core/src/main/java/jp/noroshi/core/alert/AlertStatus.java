package jp.noroshi.core.alert;

/** CAP {@code status}. Only {@link #ACTUAL} may ever reach a live sink. */
public enum AlertStatus {
  /** 通常. */
  ACTUAL,
  /** 訓練. */
  EXERCISE,
  /** System-internal. */
  SYSTEM,
  /** 試験. */
  TEST,
  /** Not yet an alert. */
  DRAFT
}
