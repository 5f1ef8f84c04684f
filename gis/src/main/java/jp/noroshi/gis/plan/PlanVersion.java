package jp.noroshi.gis.plan;

import java.time.Instant;

/**
 * A line of a plan's history; says never what stood in it.
 *
 * @param version its number
 * @param change what was done
 * @param state where the plan stood then
 * @param at when
 * @param by by which account
 */
public record PlanVersion(int version, Change change, PlanState state, Instant at, String by) {

  /** What a version brought. The name is stored. */
  public enum Change {
    /** 作成・変更. */
    WRITTEN,
    /** 本人の同意. */
    AGREED,
    /** 見直し. */
    REVIEWED
  }
}
