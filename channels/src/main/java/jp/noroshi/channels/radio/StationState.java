package jp.noroshi.channels.radio;

/** How an outdoor station answers. */
public enum StationState {
  /** It answered and sounded. */
  OK,
  /** It can answer and did not. */
  NO_ANSWER,
  /** It is in use (a local broadcast, the microphone at the pole). */
  BUSY,
  /** It reports a fault. */
  FAULT,
  /** It works, on battery. */
  ON_BATTERY,
  /** It only receives: nobody knows whether it sounded, so it is never {@link #OK}. */
  NOT_TWO_WAY
}
