package jp.noroshi.shelters.inquiry;

import java.util.List;
import jp.noroshi.shelters.checkin.HouseholdCard.Disclosure;

/**
 * What may be answered, at the most, and why. The tiers are those of 災害対策基本法施行規則8条の3; an answer is
 * never owed.
 *
 * @param widest staff may say less, never more
 * @param reasons for staff alone; whoever asks is not told them
 */
public record Verdict(Scope widest, List<Reason> reasons) {

  /** Copies the list. */
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /**
   * Decides.
   *
   * @param disclosure what the household said about being asked after; unanswered leaves what the
   *     law allows
   * @param isProtected whether nobody may be told anything of them
   */
  static Verdict of(Relation relation, Proof proof, Disclosure disclosure, boolean isProtected) {
    if (isProtected) {
      return new Verdict(Scope.NOTHING, List.of(Reason.PROTECTED));
    }
    if (disclosure == Disclosure.NO) {
      return new Verdict(Scope.NOTHING, List.of(Reason.REFUSED));
    }
    if (proof == Proof.NONE) {
      return new Verdict(Scope.NOTHING, List.of(Reason.NO_PROOF));
    }
    // Who agreed to others' being told that they are safe agreed to no more than that.
    return disclosure == Disclosure.YES && relation.widest().compareTo(Scope.CONDITION) < 0
        ? new Verdict(Scope.CONDITION, List.of(Reason.RELATION, Reason.AGREED))
        : new Verdict(relation.widest(), List.of(Reason.RELATION));
  }
}
