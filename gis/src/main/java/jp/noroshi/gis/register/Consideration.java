package jp.noroshi.gis.register;

/** 配慮: what a person has difficulty with. The name is stored. */
public enum Consideration {
  /** 歩くこと・動くこと. */
  WALKING,
  /** 聞くこと. */
  HEARING,
  /** 見ること. */
  SEEING,
  /** 理解すること. */
  UNDERSTANDING,
  /** 危険を判断すること. */
  JUDGING,
  /** 人を見分けること. */
  RECOGNISING
}
