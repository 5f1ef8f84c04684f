package jp.noroshi.core.alert;

/**
 * What threatens. The first four are the hazards for which JMA numbers its levels since 2026-05-29.
 */
public enum Hazard {
  /** 河川氾濫 (指定河川). */
  FLOOD("氾濫"),
  /** 大雨 (浸水とその他の川). */
  HEAVY_RAIN("大雨"),
  /** 土砂災害. */
  LANDSLIDE("土砂災害"),
  /** 高潮. */
  STORM_SURGE("高潮"),
  /** 暴風・強風. */
  STORM("暴風"),
  /** 暴風雪・風雪. */
  BLIZZARD("暴風雪"),
  /** 大雪. */
  HEAVY_SNOW("大雪"),
  /** 波浪. */
  HIGH_WAVES("波浪"),
  /** 雷, 濃霧, 乾燥 and the other advisories. */
  OTHER_WEATHER("その他の気象"),
  /** 地震. */
  EARTHQUAKE("地震"),
  /** 津波. */
  TSUNAMI("津波"),
  /** 火山. */
  VOLCANO("火山"),
  /** 火災. */
  FIRE("火災"),
  /** 熱中症. */
  HEAT("熱中症"),
  /** 国民保護. */
  CIVIL_PROTECTION("国民保護"),
  /** Anything else a sender names; never guessed to be one of the above. */
  OTHER("その他");

  private final String japanese;

  Hazard(String japanese) {
    this.japanese = japanese;
  }

  /** Returns the word a Japanese reader expects. */
  public String japanese() {
    return japanese;
  }
}
