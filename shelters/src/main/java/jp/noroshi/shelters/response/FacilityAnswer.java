package jp.noroshi.shelters.response;

/** What a facility says of the people it cares for. The name is stored. */
public enum FacilityAnswer {
  /** 避難が終わった. */
  EVACUATED,
  /** 上の階など、屋内で安全を確保した. */
  SAFE_INDOORS,
  /** 利用者はいない: it is closed today. */
  NOBODY_THERE,
  /** 避難を始めた. */
  EVACUATING,
  /** 応援が必要. */
  NEEDS_HELP,
  /** 電話に出ない. */
  NO_ANSWER;

  /** Tells whether nothing is to be done any more. */
  public boolean isDone() {
    return this == EVACUATED || this == SAFE_INDOORS || this == NOBODY_THERE;
  }
}
