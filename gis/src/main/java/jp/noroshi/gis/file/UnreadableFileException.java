package jp.noroshi.gis.file;

/** A file cannot be read as a whole; nothing of it was taken over. The message says what to do. */
public final class UnreadableFileException extends RuntimeException {

  private final Fault fault;

  /** Why a file cannot be read; the key of its text. */
  public enum Fault {
    /** It has no bytes. */
    EMPTY,
    /** It is larger than the hub takes. */
    TOO_LARGE,
    /** Its bytes are in no encoding we know. */
    ENCODING_UNKNOWN,
    /** Its form is broken (quotes, JSON, XML, a cut shapefile). */
    BROKEN,
    /** It is whole, but not what is read here. */
    WRONG_KIND,
    /** The columns that are needed cannot be found by their names. */
    COLUMNS_MISSING,
    /** Its coordinates are in a system that is not taken over. */
    COORDINATES_REFUSED
  }

  /** With the kind of fault and a sentence for people. */
  public UnreadableFileException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** With the kind of fault, a sentence for people and the cause. */
  public UnreadableFileException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** Returns the kind of fault. */
  public Fault fault() {
    return fault;
  }
}
