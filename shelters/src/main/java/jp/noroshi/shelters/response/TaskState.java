package jp.noroshi.shelters.response;

/** Where the request to one supporter stands. The name is stored. */
public enum TaskState {
  /** Not asked yet. */
  PLANNED,
  /** Away according to the register of supporters: passed over. */
  ABSENT,
  /** Has no address on any medium: staff can call. */
  NO_ADDRESS,
  /** Asked; there is time left. */
  ASKED,
  /** Asked; the time is over. A late yes is still welcome. */
  SILENT,
  /** Cannot. */
  DECLINED,
  /** Goes: 引き受け. */
  ACCEPTED,
  /** Is on the way. */
  ON_THE_WAY,
  /** Said that the person is safe. */
  DONE,
  /** Not needed any more, and was told so. */
  WITHDRAWN;

  /** Tells whether it is the one claim a case can have. */
  public boolean isClaim() {
    return this == ACCEPTED || this == ON_THE_WAY;
  }

  /** Tells whether the supporter believes to be needed. */
  boolean isOpen() {
    return isClaim() || this == ASKED || this == SILENT;
  }
}
