package jp.noroshi.shelters.inquiry;

/** What somebody who asks showed to prove who they are. The name is stored. */
public enum Proof {
  /** 運転免許証. */
  DRIVING_LICENCE,
  /** 個人番号カード. */
  NUMBER_CARD,
  /** 旅券. */
  PASSPORT,
  /** 在留カードなど. */
  RESIDENCE_CARD,
  /** その他の本人確認書類. */
  OTHER_DOCUMENT,
  /** Nothing yet. */
  NONE
}
