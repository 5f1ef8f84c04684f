package jp.noroshi.gis.route;

/** A file of roads cannot be read. The message says what is wrong with it. */
public final class UnreadableRoadsException extends RuntimeException {
  /** With what is wrong and the cause. */
  UnreadableRoadsException(String message, Throwable cause) {
    super(message, cause);
  }
}
