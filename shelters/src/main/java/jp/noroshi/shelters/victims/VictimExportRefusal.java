package jp.noroshi.shelters.victims;

/** Why a hand-over is refused. */
public enum VictimExportRefusal {
  /** There is no such hand-over. */
  NOT_FOUND,
  /** The law does not let them have names. */
  NAMES_NOT_ALLOWED,
  /** Nobody is known by card or arrival. */
  NOBODY,
  /** It was called back. */
  RECALLED
}
