package jp.noroshi.shelters.inquiry;

/** Why so much is answered and no more. The name is part of the contract. */
public enum Reason {
  /** 続柄に応じた範囲. */
  RELATION,
  /** 本人確認ができていない. */
  NO_PROOF,
  /** 支援措置などの対象: never to be told to the one who asks. */
  PROTECTED,
  /** 世帯が、答えないよう求めている. */
  REFUSED,
  /** 世帯が、答えてよいとしている. */
  AGREED
}
