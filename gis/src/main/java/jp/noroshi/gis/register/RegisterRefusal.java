package jp.noroshi.gis.register;

/** Why something about the register was refused. The name is part of the HTTP contract. */
public enum RegisterRefusal {
  /** The key is missing or wrong: nothing can be opened. */
  LOCKED,
  /** What is stored was damaged or belongs elsewhere. */
  DAMAGED,
  /** There is no such person, export, emergency or import. */
  NOT_FOUND,
  /** The basis does not fit who looks, or what for. */
  BASIS_NOT_FITTING,
  /** The purpose does not cover what was asked for. */
  PURPOSE_NOT_FITTING,
  /** The basis needs a declared emergency. */
  EMERGENCY_NEEDED,
  /** The emergency is over. */
  EMERGENCY_OVER,
  /** The emergency still holds; it is gone through once it is over. */
  EMERGENCY_RUNNING,
  /** The person does not live in the area of the emergency. */
  OUTSIDE_EMERGENCY,
  /** An emergency lasts at most 24 hours. */
  EMERGENCY_TOO_LONG,
  /** A reason has to be given. */
  REASON_MISSING,
  /** Nobody may confirm what they did themselves. */
  OWN_WORK,
  /** It was decided, ended or confirmed already. */
  ALREADY_DONE,
  /** At least two kana are needed. */
  SEARCH_TOO_SHORT,
  /** The number belongs to another person. */
  REFERENCE_TAKEN,
  /** Nobody in the area may be disclosed. */
  NOBODY_TO_DISCLOSE,
  /** The district is not ours. */
  UNKNOWN_DISTRICT,
  /** It changed meanwhile; propose it again. */
  CHANGED_MEANWHILE,
  /** The file cannot be read as an extract. */
  FILE_UNREADABLE
}
