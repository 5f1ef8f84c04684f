package jp.noroshi.shelters.opening;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far the opening of a shelter is. 満員 is no state: a full shelter is open. The name is stored.
 */
public enum OpeningState {
  /** 未開設: nothing was ever said. */
  NOT_OPENED,
  /** 開設指示済. */
  INSTRUCTED,
  /** 点検済, with the result. */
  INSPECTED,
  /** 開設: takes people in. */
  OPEN,
  /** 開設不可. */
  CANNOT_OPEN,
  /** 閉鎖準備: people are still there, nobody new is taken in. */
  CLOSING,
  /** 閉鎖. */
  CLOSED;

  /**
   * Returns what may come next. What staff find on the spot goes before the order of the book: a
   * shelter may open without an instruction. One that could not open has to be inspected again.
   */
  public Set<OpeningState> next() {
    return switch (this) {
      case NOT_OPENED, CLOSED -> EnumSet.of(INSTRUCTED, INSPECTED, OPEN, CANNOT_OPEN);
      case INSTRUCTED -> EnumSet.of(INSPECTED, OPEN, CANNOT_OPEN, CLOSED);
      case INSPECTED -> EnumSet.of(INSPECTED, OPEN, CANNOT_OPEN, CLOSED);
      case CANNOT_OPEN -> EnumSet.of(INSTRUCTED, INSPECTED, CLOSED);
      case OPEN -> EnumSet.of(CLOSING, CLOSED);
      case CLOSING -> EnumSet.of(OPEN, CLOSED);
    };
  }

  /** Tells whether people may be there: 開設 or 閉鎖準備. */
  public boolean holdsPeople() {
    return this == OPEN || this == CLOSING;
  }
}
