package jp.noroshi.shelters.response;

/** What a supporter can answer. The name stands in messages that were sent. */
public enum SupporterAnswer {
  /** 引き受ける. */
  ACCEPT,
  /** 行けない. */
  CANNOT,
  /** 向かっている. */
  ON_THE_WAY,
  /** 安全を確かめた. */
  SAFE
}
