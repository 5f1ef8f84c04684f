package jp.noroshi.shelters.victims;

/** A hand-over is refused. Nothing was handed over. */
public final class VictimExportRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final VictimExportRefusal refusal;

  /** With why. */
  VictimExportRefusedException(VictimExportRefusal refusal) {
    super(refusal.name(), null, false, false);
    this.refusal = refusal;
  }

  /** Returns why. */
  public VictimExportRefusal refusal() {
    return refusal;
  }
}
