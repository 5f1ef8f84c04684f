package jp.noroshi.core.dispatch;

/**
 * 訂正・取消 of something told.
 *
 * @param truth what is right and what to do, in the main language (「正しくは、警戒レベル3です。」); may be empty
 *     for an evacuation order, whose texts know what is in force
 */
public record Correction(String truth) {
  /** Strips the text. */
  public Correction {
    truth = truth == null ? "" : truth.strip();
  }
}
