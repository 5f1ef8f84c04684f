package jp.noroshi.core.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.intake.Change;
import jp.noroshi.core.intake.KindChange;
import jp.noroshi.core.intake.RuleDecision.Telling;
import jp.noroshi.core.intake.opening.ShelterNotice;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.TextWriter;

/**
 * The texts of what others announce. They always say who: 「気象庁が レベル4土砂災害危険警報を発表」 is not 「市が 警戒レベル4
 * 避難指示を発令」.
 */
record AlertTexts(TextWriter writer, Names names) {

  private static final List<AlertLevel> ADVISED =
      List.of(AlertLevel.TWO, AlertLevel.THREE, AlertLevel.FOUR, AlertLevel.FIVE);

  List<DraftText> write(Alert alert, Telling telling) {
    if (alert.format() == AlertFormat.NOTICE) {
      String title = alert.headline().isBlank() ? alert.event() : alert.headline();
      return writer.relay(title, alert.description());
    }
    return writer.write(keyOf(alert, telling), language -> slots(alert, telling, language));
  }

  private String keyOf(Alert alert, Telling telling) {
    if (alert.format() == AlertFormat.SHELTER_OPENING) {
      return telling.template();
    }
    AlertKind kind = telling.leading().concerned().kind();
    if (kind.hazard() == Hazard.FIRE) {
      return "fire-" + phaseOf(alert, telling.leading());
    }
    if (telling.leading().change() == Change.CANCELLED) {
      return "alert-cancelled";
    }
    if (telling.leading().change() == Change.LIFTED) {
      return "alert-lifted";
    }
    if (kind.hazard() == Hazard.TSUNAMI) {
      return tsunamiKey(kind.name());
    }
    return writer.templates().has(telling.template()) ? telling.template() : usualKey(kind);
  }

  private static String phaseOf(Alert alert, KindChange leading) {
    if (alert.messageType() == MessageType.CANCEL) {
      return "false";
    }
    boolean out =
        leading.change() == Change.LIFTED || leading.concerned().kind().state() == KindState.LIFTED;
    if (out) {
      return "out";
    }
    return leading.concerned().kind().state() == KindState.LOWERED ? "contained" : "started";
  }

  private static String tsunamiKey(String kindName) {
    if (kindName.contains("津波警報")) {
      return "tsunami";
    }
    return kindName.contains("注意報") ? "tsunami-advisory" : "alert";
  }

  private static String usualKey(AlertKind kind) {
    return switch (kind.hazard()) {
      case EARTHQUAKE -> "earthquake";
      case VOLCANO -> "volcano";
      case HEAT -> "heat";
      default -> kind.level().isPresent() ? "alert-level" : "alert";
    };
  }

  private Map<String, Object> slots(Alert alert, Telling telling, String language) {
    AlertKind kind = telling.leading().concerned().kind();
    boolean japanese = language.startsWith("ja");
    Map<String, Object> slots = new HashMap<>();
    slots.put("municipality", names.municipality(language));
    slots.put("sender", sender(alert, language));
    slots.put("event", alert.event());
    slots.put("kinds", kinds(telling, language));
    slots.put("hazard", writer.templates().word(language, "hazard-" + kind.hazard()));
    slots.put("areas", names.areasAsOthersSay(telling.districts(), language));
    slots.put("place", telling.leading().concerned().areaName());
    slots.put("time", writer.templates().time(alert.sent(), language));
    slots.put("headline", japanese ? alert.headline().strip() : "");
    slots.put("description", japanese ? alert.description().strip() : "");
    List<Map<String, String>> shelters = shelters(alert);
    slots.put("shelters", shelters);
    slots.put("shelterCount", shelters.size());
    slots.put("level", kind.level().map(level -> String.valueOf(level.number())).orElse(""));
    for (AlertLevel level : ADVISED) {
      slots.put("level" + level.number(), kind.level().filter(level::equals).isPresent());
    }
    return slots;
  }

  private static List<Map<String, String>> shelters(Alert alert) {
    return alert.areas().stream()
        .filter(area -> area.layer().equals(ShelterNotice.LAYER))
        .map(area -> Map.of("name", area.name()))
        .toList();
  }

  private String sender(Alert alert, String language) {
    if (alert.format() == AlertFormat.SHELTER_OPENING) {
      return names.municipality(language);
    }
    return alert.format() == AlertFormat.JMA_XML
        ? writer.templates().word(language, "sender-jma")
        : alert.sender();
  }

  /** Names the kinds as their sender does, each once, digits as readers are used to. */
  private String kinds(Telling telling, String language) {
    return telling.changes().stream()
        .map(change -> plain(change.concerned().kind().name()))
        .filter(name -> !name.isBlank())
        .distinct()
        .collect(Collectors.joining(writer.templates().word(language, "list-separator")));
  }

  static String plain(String kindName) {
    String name = kindName.replaceFirst("：発表$", "");
    StringBuilder plain = new StringBuilder();
    name.chars().map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c).forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
