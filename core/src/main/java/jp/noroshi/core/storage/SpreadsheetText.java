package jp.noroshi.core.storage;

/** Text that people wrote, on its way into a table that a spreadsheet opens. */
public final class SpreadsheetText {

  private static final String BEGINS_A_FORMULA = "=+-@";

  private SpreadsheetText() {}

  /** Returns the text without gaps around it, and so that no spreadsheet runs it as a formula. */
  public static String safe(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() || BEGINS_A_FORMULA.indexOf(stripped.charAt(0)) < 0
        ? stripped
        : "'" + stripped;
  }
}
