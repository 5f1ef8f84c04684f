package jp.noroshi.gis.area;

/**
 * A file of districts cannot be used; nothing of it was taken over. The message says what to do.
 */
public final class DistrictFileException extends RuntimeException {
  /** With what is wrong and where. */
  DistrictFileException(String message) {
    super(message);
  }

  /** With what is wrong and the cause. */
  DistrictFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
