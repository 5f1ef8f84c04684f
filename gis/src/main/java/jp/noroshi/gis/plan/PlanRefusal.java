package jp.noroshi.gis.plan;

/** Why something about plans was refused. The name is part of the HTTP contract. */
public enum PlanRefusal {
  /** There is no such plan, person or supporter. */
  NOT_FOUND,
  /** Somebody else changed it meanwhile: compare both, then write on the newest version. */
  CHANGED_MEANWHILE,
  /** The person has a plan for this danger already. */
  PLAN_EXISTS,
  /** The plan is another person's or for another danger. */
  OTHER_PLAN,
  /** The person did not agree to the making of a plan. */
  CONSENT_MISSING,
  /** A site or a supporter in it is not known. */
  UNKNOWN_REFERENCE,
  /** The supporter helps nobody any more. */
  SUPPORTER_GONE,
  /** Only an agreed plan is reviewed. */
  NOT_AGREED,
  /** The day of the next review has to lie ahead, by at most two years. */
  REVIEW_OUT_OF_RANGE,
  /** A rehearsal that lies ahead was not held. */
  REHEARSAL_AHEAD,
  /** More plans than one disclosure takes. */
  TOO_MANY,
  /** Not both parties agreed to the plan being handed over. */
  PROVISION_NOT_AGREED
}
