package jp.noroshi.core.intake.jma;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;

/**
 * The kind codes of each telegram type with their hazard and level (警戒レベル相当).
 *
 * <p>The type is part of the key because the same code means different things: {@code 08} is level
 * 4 in VPWW54 and level 3 in VPWW57, {@code 10} is a level 2 advisory for rain and a lift for a
 * river. A code missing here is never guessed.
 *
 * @see <a href="https://www.jma.go.jp/jma/kishou/know/bosai/keiho-update2026/">新たな防災気象情報</a>
 */
final class KindCodes {
  /** 大雨警報 before 2026: level 3 for landslides, no level for flooded streets only. */
  private static final String OLD_HEAVY_RAIN_WARNING = "03";

  private static final Map<String, Map<String, KindMeaning>> TYPES = types();

  private KindCodes() {}

  private static Map<String, Map<String, KindMeaning>> types() {
    List<Row> unlevelled =
        List.of(
            new Row(Hazard.BLIZZARD, "32 02 13"),
            new Row(Hazard.STORM, "35 05 15"),
            new Row(Hazard.HEAVY_SNOW, "36 06 12"),
            new Row(Hazard.HIGH_WAVES, "37 07 16"),
            new Row(Hazard.OTHER_WEATHER, "14 17 20 21 22 23 24 25 26 27"));
    Map<String, KindMeaning> before2026 =
        table(
            new Row(Hazard.HEAVY_RAIN, "33:5 03:3 10:2"),
            new Row(Hazard.FLOOD, "04:3 18:2"),
            new Row(Hazard.STORM_SURGE, "38:4 08:4 19:2"));
    before2026.putAll(table(unlevelled.toArray(Row[]::new)));
    return Map.ofEntries(
        Map.entry("VPWW53", before2026),
        Map.entry("VPWW54", before2026),
        Map.entry("VPWW55", table(new Row(Hazard.HEAVY_RAIN, "33:5 43:4 03:3 10:2"))),
        Map.entry("VPWW56", table(new Row(Hazard.LANDSLIDE, "39:5 49:4 09:3 29:2"))),
        Map.entry("VPWW57", table(new Row(Hazard.STORM_SURGE, "38:5 48:4 08:3 19:2"))),
        Map.entry("VPWW58", table(unlevelled.get(0), unlevelled.get(1))),
        Map.entry("VPWW59", table(unlevelled.get(3))),
        Map.entry("VPWW60", table(unlevelled.get(2))),
        Map.entry("VPWW61", table(unlevelled.get(4))),
        Map.entry(
            "VXKO",
            table(new Row(Hazard.FLOOD, "53:5 51:5 41:4 40:4 31:3 30:3 22:2 21:2 20:2 10"))),
        Map.entry("VTSE41", table(new Row(Hazard.TSUNAMI, "53 52 51 50 62 60 71 72 73 00"))),
        Map.entry(
            "VFVO50",
            table(
                new Row(Hazard.VOLCANO, "01 02 03 04 05 11 12 13 14 15 21 22 23 24 25 35 36"),
                new Row(Hazard.VOLCANO, "41 42 43 44 45 46 47 48 49"))));
  }

  private static Map<String, KindMeaning> table(Row... rows) {
    Map<String, KindMeaning> table = new HashMap<>();
    for (Row row : rows) {
      for (String entry : row.codes().split(" ", -1)) {
        Optional<AlertLevel> level =
            entry.length() > 2
                ? AlertLevel.find(Character.digit(entry.charAt(3), 10))
                : Optional.empty();
        table.put(entry.substring(0, 2), new KindMeaning(row.hazard(), level));
      }
    }
    return table;
  }

  /**
   * Finds what a code means.
   *
   * @param type telegram type
   * @param code the code as spelled
   * @param condition Kind/Condition, empty if none
   */
  static Optional<KindMeaning> find(String type, String code, String condition) {
    Map<String, KindMeaning> table = TYPES.get(type);
    KindMeaning meaning = table == null ? null : table.get(code);
    if (meaning == null) {
      return Optional.empty();
    }
    return Optional.of(
        isWithoutLevel(type, code, condition)
            ? new KindMeaning(meaning.hazard(), Optional.empty())
            : meaning);
  }

  private static boolean isWithoutLevel(String type, String code, String condition) {
    return code.equals(OLD_HEAVY_RAIN_WARNING)
        && (type.equals("VPWW53") || type.equals("VPWW54"))
        && !condition.contains("土砂災害");
  }

  /** Returns the hazard of a telegram that says that nothing is in force. */
  static Hazard hazardOf(String type) {
    return switch (type) {
      case "VPWW55" -> Hazard.HEAVY_RAIN;
      case "VPWW56" -> Hazard.LANDSLIDE;
      case "VPWW57" -> Hazard.STORM_SURGE;
      case "VPWW58" -> Hazard.STORM;
      case "VPWW59" -> Hazard.HIGH_WAVES;
      case "VPWW60" -> Hazard.HEAVY_SNOW;
      default -> Hazard.OTHER_WEATHER;
    };
  }

  /** Codes of one hazard: {@code "33:5 14"} is a code with its level and one without. */
  private record Row(Hazard hazard, String codes) {}
}
