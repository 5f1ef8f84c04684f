package jp.noroshi.gis.plan;

/** Where a plan stands. The name is stored. */
public enum PlanState {
  /** 作成中: written, not agreed by the person. */
  DRAFT,
  /** 同意済み. */
  AGREED,
  /** 要見直し: agreed, but something it relies on has changed or its time has come. */
  REVIEW_DUE
}
