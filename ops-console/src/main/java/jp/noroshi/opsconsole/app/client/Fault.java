package jp.noroshi.opsconsole.app.client;

/** A fault a person can mend; the message says how. */
public final class Fault extends RuntimeException {

  /** With how to mend it. */
  public Fault(String message) {
    super(message);
  }

  /** With how to mend it and the cause. */
  public Fault(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns the deepest message that says something. */
  public static String sentence(Throwable fault) {
    Throwable deepest = fault;
    while (deepest.getCause() != null && !(deepest instanceof Fault)) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
  }
}
