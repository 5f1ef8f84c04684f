package jp.noroshi.gis.plan;

/** Who made a plan. The name is stored. */
public enum PlanAuthor {
  /** 本人・家族. */
  FAMILY,
  /** 地域. */
  COMMUNITY,
  /** 福祉専門職. */
  PROFESSIONAL
}
