package jp.noroshi.core.storage;

/** PostgreSQL or PostGIS is missing or does not start; the message says what to do. */
public final class PostgresUnavailableException extends RuntimeException {
  /** With what to do. */
  public PostgresUnavailableException(String message) {
    super(message);
  }

  /** With what to do and the cause. */
  public PostgresUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
