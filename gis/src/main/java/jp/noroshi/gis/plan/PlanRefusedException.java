package jp.noroshi.gis.plan;

/** Something about plans was refused; nothing changed. Says nothing about anybody. */
public final class PlanRefusedException extends RuntimeException {

  private final PlanRefusal reason;

  /** With the reason. */
  public PlanRefusedException(PlanRefusal reason) {
    super("plans refuse: " + reason);
    this.reason = reason;
  }

  /** Returns why. */
  public PlanRefusal reason() {
    return reason;
  }
}
