package jp.noroshi.gis.imports;

/** Why a command on an import is refused. */
public enum ImportRefusal {
  /** There is no such import. */
  IMPORT_NOT_FOUND,
  /** Somebody decided already. */
  IMPORT_DECIDED,
  /** Whoever proposed it cannot approve it. */
  IMPORT_PROPOSED_BY_APPROVER,
  /** What it compared with has changed since; propose the file again. */
  IMPORT_OUTDATED,
  /** Only an approved import can be undone. */
  IMPORT_NOT_APPROVED,
  /** Something later changed the same things. */
  IMPORT_BUILT_UPON
}
