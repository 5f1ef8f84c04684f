package jp.noroshi.shelters.opening;

/** Why a word about a shelter was not taken. */
public enum OpeningRefusal {
  /** There is no such shelter. */
  NOT_FOUND,
  /** The site is in no list any more. */
  RETIRED,
  /** The step does not follow on how the shelter stands. */
  NOT_NEXT,
  /** The shelter stands there already. */
  ALREADY_SO,
  /** The building was found unsafe; it has to be inspected again first. */
  UNSAFE,
  /** An inspection must say how the building is, and nothing twice. */
  INSPECTION_INCOMPLETE,
  /** One that cannot open must say why. */
  REASON_MISSING,
  /** Only a shelter with people in it has a crowding. */
  NOT_OPEN,
  /** The crowding would end before it begins. */
  UNTIL_PASSED,
  /** Nothing was said yet that could still be correct. */
  NOTHING_SAID,
  /** A place by hand needs a name, and a position unless it stands for people in many places. */
  PLACE_INCOMPLETE,
  /** There is no such district. */
  DISTRICT_UNKNOWN,
  /** The sites of the lists come from the lists. */
  NOT_BY_HAND,
  /** A correction must say why. */
  CORRECTION_REASON_MISSING,
  /** Somebody else corrected the place since it was looked at. */
  CORRECTED_MEANWHILE,
  /** The correction says what is on file already. */
  NOTHING_CORRECTED
}
