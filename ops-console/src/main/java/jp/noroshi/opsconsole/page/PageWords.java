package jp.noroshi.opsconsole.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.hazard.HazardKind;

/** The page's words in one language. Immutable. */
final class PageWords {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final List<String> FIXED =
      Stream.of(
              "level orders alerts no-alerts alerts-note notices no-notices by-city districts",
              "language size refresh print share read skip back ended changed drill drill-note map opendata",
              "way-link way-choose way-here way-asking way-failed way-none-open way-none-open-all way-key",
              "pre-link pre-title pre-intro pre-privacy pre-household pre-address pre-phone pre-community pre-disclosure pre-later",
              "pre-yes pre-no pre-name pre-kana pre-birth pre-sex pre-female pre-male pre-unstated pre-send pre-done",
              "pre-code pre-keep pre-forget",
              "safety-link safety-title safety-intro safety-119 safety-how safety-safe safety-help safety-who",
              "safety-people safety-place safety-note safety-privacy safety-send",
              "safety-where-what safety-here safety-asking safety-failed safety-at safety-at-about safety-drop",
              "way-warnings way-steps way-maps way-note way-profile way-danger way-open")
          .flatMap(line -> Stream.of(line.split(" ")))
          .toList();

  private final String language;
  private final MessageTemplates templates;
  private final MunicipalitySettings municipality;
  private final DateTimeFormatter time;
  private final Map<String, String> fixed;

  PageWords(String language, MessageTemplates templates, MunicipalitySettings municipality) {
    this.language = language;
    this.templates = templates;
    this.municipality = municipality;
    this.time =
        DateTimeFormatter.ofPattern(say("time-pattern"), Locale.forLanguageTag(language))
            .withZone(JAPAN);
    this.fixed = FIXED.stream().collect(Collectors.toUnmodifiableMap(key -> key, this::say));
  }

  /** Returns the words the template names by itself. */
  Map<String, String> fixed() {
    return fixed;
  }

  String say(String key) {
    return templates.word(language, "page-" + key);
  }

  /** Returns what a place is called by its kind. */
  String kindOfPlace(String kind) {
    return templates.word(language, "map-kind-" + kind);
  }

  String sayAt(String key, Instant at) {
    return at(say(key), at);
  }

  /** Puts a time into words that have a place for it. */
  String at(String words, Instant at) {
    return words.replace("{time}", time.format(at));
  }

  String sayOf(String key, AreaCode area) {
    return say(key).replace("{area}", municipality.areaName(area, language));
  }

  String title(boolean drill) {
    String title = say("title").replace("{name}", municipality.nameIn(language));
    return drill ? templates.word(language, "drill-title") + title : title;
  }

  String order(EvacuationOrder order) {
    return say("order-" + order.level().number());
  }

  String action(EvacuationOrder order) {
    return say(order.showsLevel() ? "action-" + order.level().number() : "action-tsunami");
  }

  String hazard(Hazard hazard) {
    return templates.word(language, "hazard-" + hazard.name());
  }

  /** Returns what residents call a danger sites are designated for. */
  String danger(HazardKind kind) {
    return switch (kind) {
      case FLOOD -> hazard(Hazard.FLOOD);
      case LANDSLIDE -> hazard(Hazard.LANDSLIDE);
      case STORM_SURGE -> hazard(Hazard.STORM_SURGE);
      case EARTHQUAKE -> hazard(Hazard.EARTHQUAKE);
      case TSUNAMI -> hazard(Hazard.TSUNAMI);
      case LARGE_FIRE -> hazard(Hazard.FIRE);
      case INLAND_FLOOD -> say("way-INLAND_FLOOD");
      case VOLCANO -> hazard(Hazard.VOLCANO);
    };
  }

  String separator() {
    return templates.word(language, "list-separator");
  }

  String areas(List<AreaCode> areas) {
    boolean everywhere =
        areas.isEmpty()
            || areas.stream().anyMatch(area -> municipality.findDistrict(area).isEmpty())
            || areas.size() == municipality.districts().size();
    return everywhere
        ? say("all-city")
        : areas.stream()
            .map(area -> municipality.areaName(area, language))
            .collect(Collectors.joining(templates.word(language, "list-separator")));
  }
}
