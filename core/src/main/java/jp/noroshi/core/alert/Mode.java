package jp.noroshi.core.alert;

/**
 * Whether something is meant for the public or for a drill. Decided when a thing is born and never
 * changed: drills sent as live, and the reverse, are among the accidents this hub exists to
 * prevent.
 */
public enum Mode {
  /** 本番. */
  LIVE,
  /** 訓練: other credentials, other endpoints, other audiences, and its mark in every rendering. */
  DRILL
}
