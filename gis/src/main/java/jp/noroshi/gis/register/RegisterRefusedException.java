package jp.noroshi.gis.register;

/** Something about the register was refused; nothing changed. Says nothing about anybody. */
public final class RegisterRefusedException extends RuntimeException {

  private final RegisterRefusal reason;

  /** With the reason. */
  public RegisterRefusedException(RegisterRefusal reason) {
    super("the register refuses: " + reason);
    this.reason = reason;
  }

  /** With the reason and its cause. */
  RegisterRefusedException(RegisterRefusal reason, Throwable cause) {
    super("the register refuses: " + reason, cause);
    this.reason = reason;
  }

  /** Returns why. */
  public RegisterRefusal reason() {
    return reason;
  }
}
