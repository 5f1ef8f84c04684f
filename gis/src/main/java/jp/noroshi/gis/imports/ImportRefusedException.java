package jp.noroshi.gis.imports;

/** A command on an import was refused; nothing has changed. */
public final class ImportRefusedException extends RuntimeException {

  private final ImportRefusal refusal;

  /** With the reason. */
  public ImportRefusedException(ImportRefusal refusal) {
    super(refusal.name());
    this.refusal = refusal;
  }

  /** Returns the reason. */
  public ImportRefusal refusal() {
    return refusal;
  }
}
