package jp.noroshi.gis.register;

/** The three consents of a person; none stands for another. The name is stored. */
public enum ConsentKind {
  /** 名簿情報の平常時の提供 (49条の11第2項). */
  REGISTER_PROVISION,
  /** 個別避難計画の作成 (49条の14). */
  PLAN_MAKING,
  /** 計画情報の平常時の提供 (49条の15第2項): the person's half; the supporters have theirs. */
  PLAN_PROVISION
}
