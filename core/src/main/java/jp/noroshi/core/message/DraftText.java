package jp.noroshi.core.message;

/**
 * The text of a draft for one medium and language, as an officer edits it. The drill mark is not in
 * it: rendering adds it, so nobody can forget or delete it.
 *
 * @param medium for which medium
 * @param language BCP 47 ({@code ja}, {@code en}, {@code ja-easy} is written {@code ja-x-easy})
 * @param title the heading (radio: not spoken)
 * @param body the text; radio: what is spoken, sentences separated by 「。」
 */
public record DraftText(Medium medium, String language, String title, String body) {

  /** The longest title, in UTF-16 units. */
  public static final int LONGEST_TITLE = 200;

  /** The longest body, in UTF-16 units. */
  public static final int LONGEST_BODY = 5_000;
}
