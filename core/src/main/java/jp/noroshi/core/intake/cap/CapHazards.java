package jp.noroshi.core.intake.cap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jp.noroshi.core.alert.Hazard;

/**
 * The hazard of an event by the words senders use. Whole words only, most specific first; whatever
 * is not here is {@link Hazard#OTHER}.
 */
final class CapHazards {
  private static final List<Map.Entry<Pattern, Hazard>> WORDS =
      List.of(
          word("tsunami|津波", Hazard.TSUNAMI),
          word("thunderstorms?|lightning|fog|tornado|竜巻|雷|濃霧|fire weather", Hazard.OTHER_WEATHER),
          word("storm surge|高潮", Hazard.STORM_SURGE),
          word("landslides?|mudslides?|debris flow|土砂災害", Hazard.LANDSLIDE),
          word("earthquakes?|地震|震度", Hazard.EARTHQUAKE),
          word("volcano|volcanic|噴火|火山", Hazard.VOLCANO),
          word("floods?|flooding|洪水|氾濫", Hazard.FLOOD),
          word("blizzard|暴風雪|風雪", Hazard.BLIZZARD),
          word("snow|snowfall|snow storm|winter storm|大雪", Hazard.HEAVY_SNOW),
          word("heavy rain|rain|rainfall|大雨", Hazard.HEAVY_RAIN),
          word("high surf|high waves?|波浪|高波", Hazard.HIGH_WAVES),
          word(
              "typhoon|hurricane|tropical cyclone|tropical storm|storm|gale|wind|high wind|暴風|強風",
              Hazard.STORM),
          word("fire|wildfire|bushfire|火災", Hazard.FIRE),
          word("heat|extreme heat|熱中症", Hazard.HEAT),
          word("国民保護|civil protection", Hazard.CIVIL_PROTECTION));

  private CapHazards() {}

  private static Map.Entry<Pattern, Hazard> word(String words, Hazard hazard) {
    return Map.entry(Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])"), hazard);
  }

  static Hazard of(String event) {
    String lower = event.toLowerCase(Locale.ROOT);
    return WORDS.stream()
        .filter(entry -> entry.getKey().matcher(lower).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Hazard.OTHER);
  }
}
