package jp.noroshi.core.message;

/** A way to reach people. */
public enum Medium {
  /** LINE official account. */
  LINE,
  /** Push to phones through Firebase Cloud Messaging. */
  FCM,
  /** The residents' page. */
  WEB,
  /** 防災行政無線 同報系. */
  RADIO
}
