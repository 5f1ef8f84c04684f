package jp.noroshi.shelters.response;

/** Where the case of one person stands; always exactly one of these. The name is stored. */
public enum CaseState {
  /** 開始待ち: the plan's start signal is a higher level than what is ordered. */
  WAITING,
  /** 担い手をさがす: somebody has to be asked now. */
  OPEN,
  /** 依頼中: a supporter was asked and has time left to answer. */
  ASKED,
  /** 引き受け: one supporter said they will go. */
  CLAIMED,
  /** 向かっている: that supporter is on the way, or with the person. */
  ON_THE_WAY,
  /** 職員対応: nobody is left to ask, or a word came in that only staff can judge. */
  STAFF,
  /** 安全: there is evidence. */
  SAFE,
  /** 終了: the order was lifted before there was evidence. */
  ENDED;

  /** Tells whether the person is still on the list of those not yet safe. */
  public boolean isNotYetSafe() {
    return this != SAFE && this != ENDED;
  }

  /** Tells whether the clock moves it on. */
  boolean isDriven() {
    return this == OPEN || this == ASKED || this == CLAIMED || this == ON_THE_WAY;
  }
}
