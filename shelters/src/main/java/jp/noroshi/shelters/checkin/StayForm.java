package jp.noroshi.shelters.checkin;

/** How somebody stays (避難の形態). The name is stored. */
public enum StayForm {
  /** 避難所の中. */
  IN_SHELTER(false),
  /** 車中泊. */
  CAR(true),
  /** テント. */
  TENT(true),
  /** 在宅. */
  HOME(true),
  /** 親族・知人宅. */
  RELATIVES(true),
  /** その他. */
  OTHER(true);

  private final boolean outside;

  StayForm(boolean outside) {
    this.outside = outside;
  }

  /** Tells whether they count as 避難所以外の避難者: a figure of its own, never mixed with the other. */
  public boolean isOutside() {
    return outside;
  }
}
