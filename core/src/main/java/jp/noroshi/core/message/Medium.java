package jp.noroshi.core.message;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A way to reach people. */
public enum Medium {
  /** LINE official account. */
  LINE,
  /** Push to phones through Firebase Cloud Messaging. */
  FCM,
  /** The residents' page. */
  WEB,
  /** 防災行政無線 同報系. */
  RADIO,
  /** The telephone: one call to one person, who answers by a key. */
  VOICE;

  /** What reaches many at once; a call is made to one person alone. */
  public static final Set<Medium> FOR_MANY =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(VOICE)));
}
