package jp.noroshi.shelters.inquiry;

/** How much is answered, the least first; each holds what is before it. The name is stored. */
public enum Scope {
  /** お答えできる情報はない: the same words whether nobody is known or nothing may be said. */
  NOTHING,
  /** 安否情報を保有しているかどうか. */
  EXISTENCE,
  /** 負傷・疾病の状況. */
  CONDITION,
  /** 居所・負傷疾病・連絡先. */
  WHEREABOUTS
}
