package jp.noroshi.gis.route;

/** A closure was not taken over or lifted; nothing changed. */
public final class ClosureRefusedException extends RuntimeException {

  private final ClosureRefusal refusal;

  /** With why. */
  ClosureRefusedException(ClosureRefusal refusal) {
    super(refusal.name(), null, false, false);
    this.refusal = refusal;
  }

  /** Returns why. */
  public ClosureRefusal refusal() {
    return refusal;
  }
}
