package jp.noroshi.gis.register;

/** What a person answered. Only {@link #GIVEN} is a yes. The name is stored. */
public enum ConsentAnswer {
  /** 同意. */
  GIVEN,
  /** 不同意. */
  REFUSED,
  /** 撤回. */
  WITHDRAWN,
  /** 未回答: asked or not, there is no answer. */
  UNANSWERED
}
