package jp.noroshi.core.intake.cap;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.Threat;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.cap.CapMessage.CapInfo;
import jp.noroshi.core.intake.cap.CapMessage.CapValue;

/**
 * What the info blocks of one alert say together. Usually they are languages of the same thing, and
 * the Japanese one is shown; where their values disagree, the worst counts, and all their areas do.
 */
record CapContent(
    String event,
    String headline,
    String description,
    Optional<Instant> expires,
    List<AlertArea> areas,
    Optional<Threat> threat) {
  private static final CapContent EMPTY =
      new CapContent("", "", "", Optional.empty(), List.of(), Optional.empty());

  static CapContent of(CapMessage message, MessageType messageType) throws UnreadableException {
    if (message.infos().isEmpty()) {
      if (messageType == MessageType.ALERT || messageType == MessageType.UPDATE) {
        throw breaksTheFormat("警報の内容(info)がありません。");
      }
      return EMPTY;
    }
    List<CapInfo> infos = shownFirst(message.infos());
    for (CapInfo info : infos) {
      checkCategories(info);
      info.fields().required("event");
    }
    CapFields shown = infos.getFirst().fields();
    return new CapContent(
        shown.required("event"),
        shown.optional("headline"),
        description(shown),
        expires(message.version(), infos),
        CapAreas.of(infos, kind(infos, messageType)),
        Optional.of(threat(infos)));
  }

  private static List<CapInfo> shownFirst(List<CapInfo> infos) throws UnreadableException {
    List<CapInfo> japanese = new ArrayList<>();
    List<CapInfo> others = new ArrayList<>();
    for (CapInfo info : infos) {
      (info.fields().optional("language").startsWith("ja") ? japanese : others).add(info);
    }
    return Stream.concat(japanese.stream(), others.stream()).toList();
  }

  private static void checkCategories(CapInfo info) throws UnreadableException {
    List<String> categories = info.fields().all("category");
    if (categories.isEmpty()) {
      throw breaksTheFormat("info に必須の category がありません。");
    }
    for (String category : categories) {
      switch (category) {
        case "Geo",
            "Met",
            "Safety",
            "Security",
            "Rescue",
            "Fire",
            "Health",
            "Env",
            "Transport",
            "Infra",
            "CBRNE",
            "Other" -> {}
        default -> throw unknown("category", category);
      }
    }
  }

  private static String description(CapFields shown) throws UnreadableException {
    String instruction = shown.optional("instruction");
    String description = shown.optional("description");
    return instruction.isEmpty() || description.isEmpty()
        ? description + instruction
        : description + "\n" + instruction;
  }

  private static Optional<Instant> expires(CapVersion version, List<CapInfo> infos)
      throws UnreadableException {
    List<Instant> all = new ArrayList<>();
    for (CapInfo info : infos) {
      for (String name : List.of("effective", "onset")) {
        CapTime.parseOptional(version, name, info.fields().optional(name));
      }
      CapTime.parseOptional(version, "expires", info.fields().optional("expires"))
          .ifPresent(all::add);
    }
    return all.stream().max(Comparator.naturalOrder());
  }

  private static AlertKind kind(List<CapInfo> infos, MessageType messageType)
      throws UnreadableException {
    CapInfo shown = infos.getFirst();
    boolean over =
        messageType == MessageType.CANCEL
            || infos.stream()
                .allMatch(info -> info.fields().all("responseType").contains("AllClear"));
    return new AlertKind(
        shown.eventCodes().stream().findFirst().map(CapValue::value).orElse(""),
        shown.fields().required("event"),
        hazard(infos),
        level(infos),
        over ? KindState.LIFTED : KindState.ISSUED);
  }

  /** A translation may use a word that is not known where the other language uses one that is. */
  private static Hazard hazard(List<CapInfo> infos) throws UnreadableException {
    for (CapInfo info : infos) {
      Hazard hazard = CapHazards.of(info.fields().required("event"));
      if (hazard != Hazard.OTHER) {
        return hazard;
      }
    }
    return Hazard.OTHER;
  }

  private static Optional<AlertLevel> level(List<CapInfo> infos) {
    return infos.stream()
        .flatMap(info -> info.parameters().stream())
        .filter(parameter -> CapParameters.isLevel(parameter.name()))
        .flatMap(parameter -> CapParameters.findLevel(parameter.value()).stream())
        .max(Comparator.naturalOrder());
  }

  private static Threat threat(List<CapInfo> infos) throws UnreadableException {
    Threat worst = threat(infos.getFirst());
    for (CapInfo info : infos) {
      worst = worst.worst(threat(info));
    }
    return worst;
  }

  private static Threat threat(CapInfo info) throws UnreadableException {
    return new Threat(
        oneOf(Threat.Urgency.values(), info, "urgency"),
        oneOf(Threat.Severity.values(), info, "severity"),
        certainty(info));
  }

  /** CAP 1.0 said 「Very Likely」 where 1.1 and 1.2 say 「Likely」 (CAP 1.1, 3.2.2). */
  private static Threat.Certainty certainty(CapInfo info) throws UnreadableException {
    return info.fields().required("certainty").equals("Very Likely")
        ? Threat.Certainty.LIKELY
        : oneOf(Threat.Certainty.values(), info, "certainty");
  }

  private static <E extends Enum<E>> E oneOf(E[] values, CapInfo info, String name)
      throws UnreadableException {
    String given = info.fields().required(name);
    for (E value : values) {
      String word = value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
      if (word.equals(given)) {
        return value;
      }
    }
    throw unknown(name, given);
  }

  private static UnreadableException unknown(String name, String value) {
    return breaksTheFormat(name + quote(value) + "は決められた値ではありません。");
  }
}
