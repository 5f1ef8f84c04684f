package jp.noroshi.bench;

/**
 * What a figure should be.
 *
 * @param what the figure, with its unit
 * @param measured what it is
 * @param limit what it should be
 * @param atLeast whether more is better
 * @param ifMissed why it falls short, said only then
 */
record Goal(String what, double measured, double limit, boolean atLeast, String ifMissed) {

  static Goal atLeast(String what, double measured, double limit, String ifMissed) {
    return new Goal(what, measured, limit, true, ifMissed);
  }

  static Goal atMost(String what, double measured, double limit, String ifMissed) {
    return new Goal(what, measured, limit, false, ifMissed);
  }

  boolean isMet() {
    return atLeast ? measured >= limit : measured <= limit;
  }
}
