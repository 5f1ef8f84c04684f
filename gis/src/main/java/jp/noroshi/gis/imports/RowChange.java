package jp.noroshi.gis.imports;

/** What a row of a proposal would do. The name is stored. */
public enum RowChange {
  /** Something new. */
  ADDED,
  /** Something known, different now. */
  CHANGED,
  /** Something known, the same. */
  UNCHANGED,
  /** Something known that the source no longer has. */
  MISSING,
  /** Not taken over, with reasons. */
  REFUSED
}
