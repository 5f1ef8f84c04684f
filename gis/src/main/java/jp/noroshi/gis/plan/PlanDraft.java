package jp.noroshi.gis.plan;

import java.util.UUID;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.PersonId;

/**
 * A plan as somebody wrote it, maybe on a tablet without a connection.
 *
 * @param id the draft's own number: handed in twice, it is taken once
 * @param plan the plan's number, made by whoever writes it first
 * @param person whose
 * @param hazard against which danger
 * @param baseVersion the version it was written on; 0 = a new plan
 * @param content what it says
 */
public record PlanDraft(
    UUID id, UUID plan, PersonId person, HazardKind hazard, int baseVersion, PlanContent content) {
  @Override
  public String toString() {
    return "PlanDraft[" + id + " of " + plan + "]";
  }
}
