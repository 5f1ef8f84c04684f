package jp.noroshi.gis.register;

/** 性別, as the office's record has it. The name is stored. */
public enum Sex {
  /** 女. */
  FEMALE,
  /** 男. */
  MALE,
  /** 記載なし・答えない. */
  NOT_SAID
}
