package jp.noroshi.core.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.evacuation.EvacuationChange;
import jp.noroshi.core.evacuation.EvacuationChange.Group;
import jp.noroshi.core.evacuation.EvacuationChange.Step;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.TextWriter;

/**
 * The texts of a change of evacuation orders: each district is told the step it takes, and what
 * else stays in force there. The number of a level is never printed for a tsunami, 屋内安全確保 is
 * offered for floods and storm surges only.
 */
record EvacuationTexts(TextWriter writer, Names names) {

  List<DraftText> write(EvacuationChange change, List<EvacuationOrder> inForce) {
    return writer.write(keyOf(change), language -> slots(change, inForce, language));
  }

  private static String keyOf(EvacuationChange change) {
    Optional<AlertLevel> highest = change.highestAfter();
    boolean nothingRises =
        change.districts().stream()
            .map(change::stepOf)
            .noneMatch(step -> step == Step.ISSUED || step == Step.RAISED);
    if (highest.isEmpty()) {
      return "evacuation-lifted";
    }
    if (nothingRises) {
      return "evacuation-lowered";
    }
    if (change.hazard() == Hazard.TSUNAMI) {
      return "evacuation-tsunami";
    }
    return switch (highest.get()) {
      case FIVE -> "evacuation-5";
      case FOUR -> "evacuation-4-" + kindOf(change.hazard());
      case ONE, TWO, THREE -> "evacuation-3";
    };
  }

  private static String kindOf(Hazard hazard) {
    return switch (hazard) {
      case FLOOD, HEAVY_RAIN, STORM_SURGE -> "water";
      case LANDSLIDE -> "landslide";
      default -> "other";
    };
  }

  private Map<String, Object> slots(
      EvacuationChange change, List<EvacuationOrder> inForce, String language) {
    MessageTemplates words = writer.templates();
    Hazard hazard = change.hazard();
    Map<String, Object> slots = new HashMap<>();
    slots.put("municipality", names.municipality(language));
    slots.put("hazard", words.word(language, "hazard-" + hazard));
    slots.put("reason", reason(change, language));
    slots.put(
        "happening",
        words
            .findWord(language, "happening-" + hazard)
            .orElseGet(() -> words.word(language, "happening-OTHER")));
    slots.put("areas", names.areas(change.districts(), language));
    slots.put("zone", zone(change, language));
    slots.put("indoors", hazard == Hazard.FLOOD || hazard == Hazard.STORM_SURGE);
    change.highestAfter().ifPresent(level -> putOrder(slots, "", hazard, level, language));
    slots.put("formerOrders", formerOrders(change, language));
    slots.put(
        "steps", change.groups().stream().map(group -> step(change, group, language)).toList());
    slots.put("others", others(change, inForce, language));
    return slots;
  }

  private Map<String, Object> step(EvacuationChange change, Group group, String language) {
    Map<String, Object> slots = new HashMap<>();
    slots.put("areas", names.areas(group.districts(), language));
    group.to().ifPresent(level -> putOrder(slots, "", change.hazard(), level, language));
    group.from().ifPresent(level -> putOrder(slots, "from", change.hazard(), level, language));
    for (Step step : Step.values()) {
      slots.put(step.name().toLowerCase(Locale.ROOT), group.step() == step);
    }
    return slots;
  }

  private List<Map<String, Object>> others(
      EvacuationChange change, List<EvacuationOrder> inForce, String language) {
    return inForce(
        inForce.stream()
            .filter(order -> order.hazard() != change.hazard())
            .filter(order -> change.districts().contains(order.district()))
            .toList(),
        language);
  }

  /** Returns the slots that say which orders stay in force. */
  List<Map<String, Object>> inForce(List<EvacuationOrder> orders, String language) {
    return orders.stream().map(order -> inForce(order, language)).toList();
  }

  private Map<String, Object> inForce(EvacuationOrder order, String language) {
    Map<String, Object> slots = new HashMap<>();
    slots.put("areas", names.areas(List.of(order.district()), language));
    slots.put("hazard", writer.templates().word(language, "hazard-" + order.hazard()));
    putOrder(slots, "", order.hazard(), order.level(), language);
    return slots;
  }

  private String formerOrders(EvacuationChange change, String language) {
    List<String> orders =
        change.groups().stream()
            .flatMap(group -> group.from().stream())
            .distinct()
            .map(level -> writer.templates().word(language, orderKey(change.hazard(), level)))
            .toList();
    return String.join(writer.templates().word(language, "list-separator"), orders);
  }

  /** Puts the order's name for the screen and for the ear, as {@code order} or {@code from}. */
  private void putOrder(
      Map<String, Object> slots, String from, Hazard hazard, AlertLevel level, String language) {
    String key = orderKey(hazard, level);
    boolean former = !from.isEmpty();
    slots.put(former ? "from" : "order", writer.templates().word(language, key));
    slots.put(
        former ? "spokenFrom" : "spokenOrder", writer.templates().word(language, "spoken-" + key));
  }

  private static String orderKey(Hazard hazard, AlertLevel level) {
    return hazard == Hazard.TSUNAMI ? "order-tsunami" : "order-" + level.number();
  }

  /** Officers give the reason in the main language; others read the usual words of the hazard. */
  private String reason(EvacuationChange change, String language) {
    boolean own = !change.reason().isEmpty() && language.equals(names.mainLanguage());
    return own ? change.reason() : writer.templates().word(language, "reason-" + change.hazard());
  }

  /** 避難指示 is for the zone of the hazard; 高齢者等避難 and 緊急安全確保 speak to the district. */
  private String zone(EvacuationChange change, String language) {
    boolean orderForZone = change.highestAfter().filter(AlertLevel.FOUR::equals).isPresent();
    return orderForZone
        ? writer.templates().findWord(language, "zone-" + change.hazard()).orElse("")
        : "";
  }
}
