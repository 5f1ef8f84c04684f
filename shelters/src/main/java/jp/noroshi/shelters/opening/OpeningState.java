package jp.noroshi.shelters.opening;

/** Whether a site takes people in. The name is stored. */
public enum OpeningState {
  /** 開設. */
  OPEN,
  /** 未開設 or 閉鎖. */
  CLOSED
}
