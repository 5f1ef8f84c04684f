package jp.noroshi.shelters.opening;

/** A word about a shelter was not taken; nothing changed. */
public final class OpeningRefusedException extends RuntimeException {

  private final OpeningRefusal refusal;

  /** With why. */
  public OpeningRefusedException(OpeningRefusal refusal) {
    super(refusal.name(), null, false, false);
    this.refusal = refusal;
  }

  /** Returns why. */
  public OpeningRefusal refusal() {
    return refusal;
  }
}
