package jp.noroshi.gis.targeting;

/** What was drawn is no area anybody can count in. */
public final class AreaRefusedException extends RuntimeException {

  private final Fault fault;

  /** Why; the key of its text. */
  public enum Fault {
    /** It is neither a polygon nor several, or its rings are not closed. */
    NO_POLYGON,
    /** Latitude and longitude stand in each other's place. */
    SWAPPED,
    /** A position is not on the earth. */
    OUT_OF_RANGE,
    /** It has more corners than are counted in. */
    TOO_MANY_CORNERS,
    /** Its border is so frayed that counting takes too long. */
    TOO_INTRICATE
  }

  AreaRefusedException(Fault fault) {
    super(fault.name());
    this.fault = fault;
  }

  /** Returns why. */
  public Fault fault() {
    return fault;
  }
}
