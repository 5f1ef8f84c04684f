package jp.noroshi.gis.hazard;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import jp.noroshi.gis.file.shape.Feature;
import jp.noroshi.gis.file.shape.FeatureFile;

/**
 * A form of hazard map whose attributes are known: 国土数値情報 A31a, A33, A40, A49, the models of
 * Project PLATEAU, depths in words, records of past floods, and whatever column a person names.
 *
 * @param name of the form, for people
 * @param kind of danger; empty where the attributes do not say
 * @param scenario what the map assumes
 * @param danger reads a feature; empty where its rank or depth is not understood
 * @param field the attribute the danger is read from
 * @param identity the attribute that names a zone in every edition; empty where there is none
 */
record ZoneForm(
    String name,
    Optional<HazardKind> kind,
    String scenario,
    Function<Feature, Optional<Danger>> danger,
    String field,
    String identity) {

  static final String LARGEST = "想定最大規模";
  static final String PLANNED = "計画規模";
  static final String ZONES = "警戒区域";
  static final String HISTORY = "浸水履歴";

  /** Not every value of a column is a depth: one typing mistake must not hide the column. */
  private static final double MOST = 0.8;

  /**
   * Finds out the form of a map.
   *
   * @throws UnreadableFileException when none fits; says what to do
   */
  static ZoneForm of(FeatureFile file) {
    return Stream.<Function<FeatureFile, Optional<ZoneForm>>>of(
            ZoneForm::named,
            ZoneForm::ofKsj,
            ZoneForm::ofPlateau,
            ZoneForm::depthInWords,
            ZoneForm::history)
        .map(form -> form.apply(file))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    Fault.COLUMN_UNNAMED,
                    "no attribute is known to say a rank or depth; name the one that does (column)",
                    attributes(file)));
  }

  private static List<String> attributes(FeatureFile file) {
    return file.features().stream()
        .flatMap(feature -> feature.attributes().keySet().stream())
        .distinct()
        .limit(20)
        .toList();
  }

  private static Optional<ZoneForm> named(FeatureFile file) {
    return file.fact("column")
        .map(
            column -> {
              if (!file.hasAttribute(column)) {
                throw new UnreadableFileException(
                    Fault.COLUMN_UNNAMED, "there is no attribute " + column, attributes(file));
              }
              return new ZoneForm(
                  "COLUMN",
                  Optional.empty(),
                  "",
                  feature -> depthOrRank(feature, column),
                  column,
                  "");
            });
  }

  private static Optional<Danger> depthOrRank(Feature feature, String column) {
    String text = feature.text(column);
    return Depth.read(text)
        .map(depth -> Danger.of(depth, text))
        .or(() -> Depth.ofStandardRank(text).map(depth -> Danger.of(depth, "")));
  }

  private static Optional<ZoneForm> ofKsj(FeatureFile file) {
    if (file.hasAttribute("A31a_205")) {
      return Optional.of(ksjFlood(LARGEST, "A31a_205"));
    }
    if (file.hasAttribute("A31a_105")) {
      return Optional.of(ksjFlood(PLANNED, "A31a_105"));
    }
    if (file.hasAttribute("A31a_301") || file.hasAttribute("A31a_401")) {
      throw new UnreadableFileException(
          Fault.WRONG_KIND,
          "this is A31a with durations (3xx) or collapsing banks (4xx), which say no depth; bring the"
              + " files with A31a_105 or A31a_205");
    }
    if (file.hasAttribute("A33_001") && file.hasAttribute("A33_002")) {
      return Optional.of(
          new ZoneForm(
              "KSJ_A33",
              Optional.of(HazardKind.LANDSLIDE),
              ZONES,
              feature -> landslide(feature.text("A33_001"), feature.text("A33_002")),
              "A33_002",
              "A33_004"));
    }
    if (file.hasAttribute("A40_003")) {
      return Optional.of(ksjDepth("KSJ_A40", HazardKind.TSUNAMI, "津波浸水想定", "A40_003"));
    }
    return file.hasAttribute("A49_003")
        ? Optional.of(ksjDepth("KSJ_A49", HazardKind.STORM_SURGE, "高潮浸水想定", "A49_003"))
        : Optional.empty();
  }

  private static ZoneForm ksjFlood(String scenario, String field) {
    return new ZoneForm(
        "KSJ_A31A",
        Optional.of(HazardKind.FLOOD),
        scenario,
        feature -> Depth.ofStandardRank(feature.text(field)).map(depth -> Danger.of(depth, "")),
        field,
        "");
  }

  private static ZoneForm ksjDepth(String form, HazardKind kind, String scenario, String field) {
    return new ZoneForm(
        form, Optional.of(kind), scenario, feature -> words(feature.text(field)), field, "");
  }

  private static Optional<Danger> words(String text) {
    return Depth.read(text).map(depth -> Danger.of(depth, text));
  }

  /** The order 急傾斜, 土石流, 地すべり is confirmed by PLATEAU's code lists; several programs swap it. */
  private static Optional<Danger> landslide(String phenomenon, String area) {
    Optional<String> what =
        switch (phenomenon) {
          case "1" -> Optional.of("急傾斜地の崩壊");
          case "2" -> Optional.of("土石流");
          case "3" -> Optional.of("地滑り");
          default -> Optional.empty();
        };
    return what.flatMap(
        word ->
            switch (area) {
              case "1" -> Optional.of(Danger.zone(1, word + " 警戒区域"));
              case "2" -> Optional.of(Danger.zone(2, word + " 特別警戒区域"));
              case "3" -> Optional.of(Danger.zone(1, word + " 警戒区域（指定前）"));
              case "4" -> Optional.of(Danger.zone(2, word + " 特別警戒区域（指定前）"));
              default -> Optional.empty();
            });
  }

  private static Optional<ZoneForm> ofPlateau(FeatureFile file) {
    if (file.form() != FeatureFile.Form.CITY_GML || file.features().isEmpty()) {
      return Optional.empty();
    }
    Feature first = file.features().getFirst();
    return Optional.ofNullable(
        switch (first.text("type")) {
          case "SedimentDisasterProneArea" ->
              plateau(
                  HazardKind.LANDSLIDE,
                  ZONES,
                  "areaType",
                  feature -> landslide(feature.text("disasterType"), feature.text("areaType")));
          case "WaterBodyRiverFloodingRiskAttribute" ->
              plateau(
                  HazardKind.FLOOD,
                  first.text("scale").equals("L1") ? PLANNED : LARGEST,
                  "rankOrg",
                  feature -> plateauDepth(feature, false));
          case "WaterBodyTsunamiRiskAttribute" ->
              plateau(
                  HazardKind.TSUNAMI, "津波浸水想定", "rankOrg", feature -> plateauDepth(feature, true));
          case "WaterBodyHighTideRiskAttribute" ->
              plateau(HazardKind.STORM_SURGE, "高潮浸水想定", "rank", ZoneForm::standardRank);
          case "WaterBodyInlandFloodingRiskAttribute" ->
              plateau(HazardKind.INLAND_FLOOD, LARGEST, "rank", ZoneForm::standardRank);
          default -> null;
        });
  }

  private static ZoneForm plateau(
      HazardKind kind, String scenario, String field, Function<Feature, Optional<Danger>> danger) {
    return new ZoneForm("PLATEAU", Optional.of(kind), scenario, danger, field, "id");
  }

  /** Of a river rankOrg has six classes and rank nine; of a tsunami rankOrg has nine. */
  private static Optional<Danger> plateauDepth(Feature feature, boolean tsunami) {
    String org = feature.text("rankOrg");
    Optional<Depth> depth =
        tsunami || org.isEmpty()
            ? Depth.ofFineRank(tsunami ? org : feature.text("rank"))
            : Depth.ofStandardRank(org);
    return depth.map(band -> Danger.of(band, ""));
  }

  private static Optional<Danger> standardRank(Feature feature) {
    return Depth.ofStandardRank(feature.text("rank")).map(depth -> Danger.of(depth, ""));
  }

  private static Optional<ZoneForm> depthInWords(FeatureFile file) {
    return file.features().stream()
        .flatMap(feature -> feature.attributes().keySet().stream())
        .distinct()
        .filter(name -> saysDepths(file, name))
        .findFirst()
        .map(
            name ->
                new ZoneForm(
                    "DEPTH_IN_WORDS",
                    Optional.empty(),
                    LARGEST,
                    feature -> words(feature.text(name)),
                    name,
                    ""));
  }

  private static boolean saysDepths(FeatureFile file, String name) {
    List<String> values =
        file.features().stream()
            .map(feature -> feature.text(name))
            .filter(v -> !v.isEmpty())
            .toList();
    long depths =
        values.stream()
            .filter(text -> text.matches(".*(m|ｍ|メートル).*") && Depth.read(text).isPresent())
            .count();
    return depths > 0 && depths >= MOST * values.size();
  }

  /** Where water stood: how deep is seldom written. */
  private static Optional<ZoneForm> history(FeatureFile file) {
    if (!file.name().contains(HISTORY) && !file.fact("scenario").equals(Optional.of(HISTORY))) {
      return Optional.empty();
    }
    return Optional.of(
        new ZoneForm(
            "HISTORY",
            Optional.of(HazardKind.INLAND_FLOOD),
            HISTORY,
            feature -> Optional.of(Danger.zone(0, event(feature))),
            "",
            ""));
  }

  private static String event(Feature feature) {
    String said =
        String.join(
            " ",
            Stream.of(
                    feature.text("日付"),
                    either(feature, "異常気象名", "異常気"),
                    feature.text("地域"),
                    either(feature, "水害地域", "水害地"))
                .filter(text -> !text.isEmpty())
                .toList());
    return said.isEmpty() ? "浸水した区域" : said;
  }

  /** Names of columns are cut to ten bytes. */
  private static String either(Feature feature, String... names) {
    return Arrays.stream(names)
        .map(feature::text)
        .filter(text -> !Objects.equals(text, ""))
        .findFirst()
        .orElse("");
  }
}
