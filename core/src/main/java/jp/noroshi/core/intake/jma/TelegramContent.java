package jp.noroshi.core.intake.jma;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.WaterLevel;
import jp.noroshi.core.intake.Refusal;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.place.AreaCode;

/** What the body of one telegram says, while it is being read. Not thread-safe. */
final class TelegramContent {
  /**
   * Far more than any telegram says. A hostile one could name a thousand kinds for a thousand areas
   * in a few kilobytes.
   */
  private static final int MAX_SAID = 100_000;

  private static final int MAX_KINDS_OF_AREA = 100;

  /** A river has a dozen. */
  private static final int MAX_GAUGES = 1_000;

  private final Map<Place, Said> areas = new LinkedHashMap<>();
  private final List<WaterLevel> waterLevels = new ArrayList<>(0);
  private final StringBuilder description = new StringBuilder();
  private int saidSoFar;
  private boolean testSample;
  private boolean placeholder;
  private String unknown = "";

  /** Tells whether a code of the municipal kind (seven digits) is meant. */
  static boolean isMunicipality(String code) {
    return code.length() == 7;
  }

  /** Says a kind of an area. A later item that names the area again adds to it. */
  void add(String layer, boolean municipal, String code, String name, AlertKind kind)
      throws UnreadableException {
    Place place = new Place(layer, code, code.isEmpty() ? name : "");
    Said said = areas.get(place);
    if (said == null) {
      placeholder |= isPlaceholder(code);
      said = new Said(municipal, findCode(code), name, new ArrayList<>(2));
      areas.put(place, said);
    }
    if (!said.kinds.contains(kind)) {
      said.kinds.add(kind);
    }
    if (++saidSoFar > MAX_SAID || said.kinds.size() > MAX_KINDS_OF_AREA) {
      throw new UnreadableException(Refusal.TOO_LARGE, "地域と種別が多すぎます。");
    }
  }

  private static Optional<AreaCode> findCode(String code) throws UnreadableException {
    try {
      return code.isEmpty() ? Optional.empty() : Optional.of(new AreaCode(code));
    } catch (IllegalArgumentException e) {
      throw breaksTheFormat("地域のコード" + quote(code) + "は正しくありません。");
    }
  }

  /**
   * Samples carry codes that no area has: 990000, 999999, 123456789012. An area code of six or
   * seven digits begins with its prefecture, 01 to 47.
   */
  private static boolean isPlaceholder(String code) {
    if (code.length() == 6 || code.length() == 7) {
      String prefecture = code.substring(0, 2);
      return prefecture.compareTo("01") < 0 || prefecture.compareTo("47") > 0;
    }
    return code.contains("123456789") || code.contains("987654321") || code.contains("99999999");
  }

  /** Adds what a gauge measured. */
  void measured(WaterLevel level) throws UnreadableException {
    waterLevels.add(level);
    if (waterLevels.size() > MAX_GAUGES) {
      throw new UnreadableException(Refusal.TOO_LARGE, "水位観測所が多すぎます。");
    }
  }

  /** Adds a paragraph for people. */
  void describe(String text) {
    if (!text.isEmpty()) {
      description.append(description.isEmpty() ? "" : "\n").append(text);
    }
  }

  /**
   * Adds a Notice. Some official samples have the status 通常 and say only here that they are
   * samples.
   */
  void notice(String text) {
    testSample |= text.contains("テストサンプル");
    describe(text);
  }

  /** Notes something that must not be guessed; the telegram is then kept, but not read. */
  void unknown(String what) {
    if (unknown.isEmpty()) {
      unknown = what;
    }
  }

  List<AlertArea> areas() {
    return areas.entrySet().stream()
        .map(
            entry -> {
              Said said = entry.getValue();
              return new AlertArea(
                  entry.getKey().layer,
                  said.municipal,
                  said.code,
                  said.name,
                  said.kinds,
                  List.of());
            })
        .toList();
  }

  /** Finds the first area whose layer has this ending. */
  Optional<String> findFirstCode(String layerEnding) {
    return areas.keySet().stream()
        .filter(place -> place.layer.endsWith(layerEnding))
        .map(Place::code)
        .findFirst();
  }

  List<WaterLevel> waterLevels() {
    return List.copyOf(waterLevels);
  }

  boolean hasMunicipalities() {
    return areas.values().stream().anyMatch(Said::municipal);
  }

  boolean isEmpty() {
    return areas.isEmpty();
  }

  boolean isTestSample() {
    return testSample;
  }

  boolean hasPlaceholder() {
    return placeholder;
  }

  Optional<String> findUnknown() {
    return unknown.isEmpty() ? Optional.empty() : Optional.of(unknown);
  }

  String description() {
    return description.toString();
  }

  private record Place(String layer, String code, String name) {}

  private record Said(
      boolean municipal, Optional<AreaCode> code, String name, List<AlertKind> kinds) {}
}
