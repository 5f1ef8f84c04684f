package jp.noroshi.gis.register;

/** What is doubtful about a row of an extract, or why it was refused. The name is stored. */
public enum ImportDoubt {
  /** Refused: there is no number by which to join. */
  REFERENCE_MISSING(true),
  /** Refused: there is no name. */
  NAME_MISSING(true),
  /** Refused: the number stands twice among the residents. */
  REFERENCE_TWICE(true),
  /** The day of birth cannot be read. */
  BIRTH_UNREADABLE(false),
  /** The degree of care is not one of the law's. */
  CARE_LEVEL_UNKNOWN(false),
  /** The certificate or its grade is not one we know. */
  CERTIFICATE_UNKNOWN(false),
  /** There is no position; the point of the district stands for it. */
  PLACE_APPROXIMATE(false),
  /** Nobody knows where the home is. */
  PLACE_UNKNOWN(false),
  /** Known from care or disability, but the residents' extract has nobody of that number. */
  NO_RESIDENT(false);

  private final boolean refuses;

  ImportDoubt(boolean refuses) {
    this.refuses = refuses;
  }

  /** Tells whether the row was refused for it. */
  public boolean refuses() {
    return refuses;
  }
}
