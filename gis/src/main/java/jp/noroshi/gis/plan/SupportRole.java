package jp.noroshi.gis.plan;

/** What a supporter does for a person. The name is stored. */
public enum SupportRole {
  /** 情報の伝達・声かけ. */
  CALL,
  /** 避難の同行. */
  ACCOMPANY,
  /** 車の運転. */
  DRIVE,
  /** 車いす・担架の介助. */
  CARRY
}
