package jp.noroshi.shelters.response;

/** Why a case is with staff. The name is stored. */
public enum CaseReason {
  /** There is no plan, or it names no supporter. */
  NO_SUPPORTER,
  /** Everybody who could be asked refused or stayed silent. */
  NOBODY_LEFT,
  /** No supporter of the plan can be reached by a message: they have to be called. */
  NONE_REACHABLE,
  /** Somebody took it and has not been heard of since. */
  CLAIM_SILENT,
  /** The person asks for help. */
  HELP_WANTED,
  /** The person left a shelter; where they went is for staff to find out. */
  LEFT_SHELTER,
  /** Staff doubt that the person is safe. */
  DOUBTED,
  /** The fire service or the police look for the person. */
  HANDED_OVER
}
