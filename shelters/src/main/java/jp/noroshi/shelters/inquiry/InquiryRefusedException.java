package jp.noroshi.shelters.inquiry;

/** Something about an inquiry is refused. Nothing was changed. */
public final class InquiryRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final InquiryRefusal refusal;

  /** With why. */
  InquiryRefusedException(InquiryRefusal refusal) {
    super(refusal.name(), null, false, false);
    this.refusal = refusal;
  }

  /** Returns why. */
  public InquiryRefusal refusal() {
    return refusal;
  }
}
