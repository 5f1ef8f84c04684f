package jp.noroshi.opsconsole.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/**
 * The live table <i>medium × handed over / accepted / refused / waiting</i>. On a terminal it is
 * drawn over itself; into a file or pipe a new table is written whenever a figure changed.
 */
public final class BoardTable {

  private static final String ROW = "  %-14s %10s %12s %10s %10s %10s %10s%n";

  private final PrintWriter out;
  private final boolean redraw;
  private String shown = "";

  /** Writes there. */
  public BoardTable(PrintWriter out) {
    this.out = out;
    this.redraw = isTerminal();
  }

  @SuppressWarnings("SystemConsoleNull") // seen: JDK 25 answers null when the output is a file
  private static boolean isTerminal() {
    return System.console() != null && System.console().isTerminal();
  }

  /** Shows the rows of a board. */
  public void show(JsonNode media) {
    String table = table(media);
    if (!table.equals(shown)) {
      if (redraw && !shown.isEmpty()) {
        out.print("\u001b[" + shown.lines().count() + "A\u001b[J");
      }
      out.print(table);
      out.flush();
      shown = table;
    }
  }

  /** Tells whether every medium has an outcome for everybody. */
  public static boolean isComplete(JsonNode media) {
    for (JsonNode row : media) {
      if (row.path("waiting").asLong() > 0) {
        return false;
      }
    }
    return !media.isEmpty();
  }

  private static String table(JsonNode media) {
    StringBuilder text = new StringBuilder();
    text.append(
        ROW.formatted(
            "medium", "recipients", "handed over", "accepted", "refused", "waiting", "unknown"));
    for (JsonNode row : media) {
      text.append(
          ROW.formatted(
              name(row.path("medium").asText()),
              figure(row, "recipients"),
              figure(row, "handedOver"),
              figure(row, "accepted"),
              figure(row, "refused"),
              figure(row, "waiting"),
              figure(row, "unknown")));
    }
    return text.toString();
  }

  private static String figure(JsonNode row, String name) {
    return "%,d".formatted(row.path(name).asLong());
  }

  private static String name(String medium) {
    return switch (medium) {
      case "FCM" -> "push (FCM)";
      case "WEB" -> "web page";
      case "RADIO" -> "radio";
      case "VOICE" -> "telephone";
      default -> medium;
    };
  }
}
