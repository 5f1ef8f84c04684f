package jp.noroshi.shelters.inquiry;

/** What somebody who asks is to the one they ask after (災害対策基本法施行規則8条の3). The name is stored. */
public enum Relation {
  /** 同居の親族. */
  LIVING_TOGETHER(Scope.WHEREABOUTS),
  /** 同居していない親族. */
  RELATIVE(Scope.CONDITION),
  /** 職場の関係者など. */
  CONNECTED(Scope.CONDITION),
  /** 知人その他. */
  ACQUAINTANCE(Scope.EXISTENCE);

  private final Scope widest;

  Relation(Scope widest) {
    this.widest = widest;
  }

  /** Returns the most that may be answered to them. */
  Scope widest() {
    return widest;
  }
}
