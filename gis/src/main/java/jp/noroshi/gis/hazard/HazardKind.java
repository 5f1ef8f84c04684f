package jp.noroshi.gis.hazard;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.Hazard;

/**
 * 災害種別: the eight kinds of abnormal phenomena by which emergency sites are designated (災害対策基本法施行令),
 * in the order of the law. The name is stored.
 */
public enum HazardKind {
  /** 洪水. */
  FLOOD("洪水"),
  /** 崖崩れ、土石流及び地滑り. */
  LANDSLIDE("崖崩れ、土石流及び地滑り"),
  /** 高潮. */
  STORM_SURGE("高潮"),
  /** 地震. */
  EARTHQUAKE("地震"),
  /** 津波. */
  TSUNAMI("津波"),
  /** 大規模な火事. */
  LARGE_FIRE("大規模な火事"),
  /** 内水氾濫. */
  INLAND_FLOOD("内水氾濫"),
  /** 火山現象. */
  VOLCANO("火山現象");

  private final String japanese;

  HazardKind(String japanese) {
    this.japanese = japanese;
  }

  /** Returns the law's word. */
  public String japanese() {
    return japanese;
  }

  /** Finds the kind with the law's word. */
  public static Optional<HazardKind> find(String japanese) {
    return Arrays.stream(values()).filter(kind -> kind.japanese.equals(japanese)).findFirst();
  }

  /**
   * Returns the designations a site needs to fit an alert, all of them. The guideline counts heavy
   * rain (small rivers, drains) among 洪水等, and most municipalities designate for 洪水 only. Empty
   * where the law designates nothing for the hazard (snow, heat).
   */
  public static Set<HazardKind> neededFor(Hazard hazard) {
    return switch (hazard) {
      case FLOOD, HEAVY_RAIN -> EnumSet.of(FLOOD);
      case LANDSLIDE -> EnumSet.of(LANDSLIDE);
      case STORM_SURGE -> EnumSet.of(STORM_SURGE);
      case EARTHQUAKE -> EnumSet.of(EARTHQUAKE);
      case TSUNAMI -> EnumSet.of(TSUNAMI);
      case VOLCANO -> EnumSet.of(VOLCANO);
      case FIRE -> EnumSet.of(LARGE_FIRE);
      case STORM, BLIZZARD, HEAVY_SNOW, HIGH_WAVES, OTHER_WEATHER, HEAT, CIVIL_PROTECTION, OTHER ->
          EnumSet.noneOf(HazardKind.class);
    };
  }
}
