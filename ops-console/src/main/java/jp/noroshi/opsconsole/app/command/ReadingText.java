package jp.noroshi.opsconsole.app.command;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.intake.Reading;

/** A reading as a person at a terminal wants it. */
final class ReadingText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));
  private static final int NAMES_SHOWN = 8;

  private ReadingText() {}

  static String of(String file, Reading reading) {
    return switch (reading) {
      case Reading.Read read -> heading(file, read.alert()) + kinds(read.alert());
      case Reading.NotRead notRead ->
          heading(file, notRead.alert()) + "\n  not read: " + notRead.reason();
      case Reading.Refused refused ->
          file + "\n  refused: " + refused.refusal() + " " + refused.detail();
    };
  }

  private static String heading(String file, Alert alert) {
    return "%s%n  %s %s/%s  %s  %s  %s%n  %s"
        .formatted(
            file,
            alert.telegramType(),
            alert.status(),
            alert.messageType(),
            alert.event(),
            alert.sender(),
            TIME.format(alert.sent()),
            alert.headline().strip().replace("\n", " "));
  }

  /** The municipal layer is the authority; without one, whatever areas there are. */
  private static String kinds(Alert alert) {
    boolean municipal = alert.areas().stream().anyMatch(AlertArea::municipal);
    Map<String, List<String>> areasByKind = new TreeMap<>();
    for (AlertArea area : alert.areas()) {
      if (area.municipal() == municipal) {
        area.kinds()
            .forEach(
                kind -> areasByKind.merge(name(kind), List.of(area.name()), ReadingText::join));
      }
    }
    StringBuilder text = new StringBuilder();
    new LinkedHashMap<>(areasByKind)
        .forEach(
            (kind, areas) -> text.append("\n  ").append(kind).append("  ").append(shorten(areas)));
    return text.toString();
  }

  private static String name(AlertKind kind) {
    return (kind.code() + " " + kind.name() + " [" + kind.state() + "]").strip();
  }

  private static List<String> join(List<String> left, List<String> right) {
    List<String> all = new java.util.ArrayList<>(left);
    all.addAll(right);
    return all;
  }

  private static String shorten(List<String> names) {
    String shown = String.join("、", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
    return names.size() > NAMES_SHOWN ? shown + " … (" + names.size() + ")" : shown;
  }
}
