package jp.noroshi.core.intake;

/**
 * Ends the reading of one message; a reader turns it into {@link Reading.Refused} at its own edge,
 * so it never reaches a caller. Carries no stack trace: it describes the input, not the program.
 */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int QUOTED = 60;

  private final Refusal refusal;

  /**
   * Describes the fault.
   *
   * @param refusal its kind
   * @param detail what is wrong and where, for staff, Japanese
   */
  public UnreadableException(Refusal refusal, String detail) {
    super(detail, null, false, false);
    this.refusal = refusal;
  }

  /** Describes a broken rule of the format. */
  public static UnreadableException breaksTheFormat(String detail) {
    return new UnreadableException(Refusal.BREAKS_THE_FORMAT, detail);
  }

  /** Quotes a piece of input in 「」, cut to 60 characters and free of control characters. */
  public static String quote(String input) {
    boolean whole = input.length() <= QUOTED;
    String start = (whole ? input : input.substring(0, QUOTED)).replaceAll("\\p{Cntrl}", " ");
    return "「" + start.strip() + (whole ? "" : "…") + "」";
  }

  /** Returns the refusal to hand out. */
  public Reading.Refused toReading() {
    return new Reading.Refused(refusal, getMessage());
  }
}
