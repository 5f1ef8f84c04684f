package jp.noroshi.core.alert;

/** What happens to a kind in an area by this message. */
public enum KindState {
  /** 発表: new here. */
  ISSUED,
  /** 継続: as before. */
  CONTINUED,
  /** Raised from a lower kind of the same hazard. */
  RAISED,
  /** Lowered from a higher kind (特別警報から警報 …). */
  LOWERED,
  /** 解除. The kind keeps its own code in the body, so the code alone would read as a false alert. */
  LIFTED,
  /** 発表警報・注意報はなし: the explicit statement that nothing is in force. */
  NONE;

  /** Tells whether the kind is in force after the message. */
  public boolean isInForce() {
    return this != LIFTED && this != NONE;
  }
}
