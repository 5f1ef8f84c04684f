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
    String said = fault.getClass().getSimpleName();
    for (Throwable each = fault; each != null; each = each.getCause()) {
      said = each.getMessage() == null || each.getMessage().isBlank() ? said : each.getMessage();
      if (each instanceof Fault) {
        return said;
      }
    }
    return said;
  }
}
