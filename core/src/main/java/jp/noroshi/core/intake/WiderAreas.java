package jp.noroshi.core.intake;

import java.util.Set;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.place.AreaCode;

/**
 * The areas wider than the municipality that mean it in telegrams without a municipal layer. Each
 * publisher numbers its areas by itself (380 is a coast here and a seismic area there), so every
 * code belongs to a hazard.
 *
 * @param coasts 津波予報区 (VTSE41), three digits; none for an inland municipality
 * @param seismicAreas 地震情報の細分区域 (VXSE51), three digits
 * @param volcanoes volcanoes (three digits) whose alerts matter although they name no municipality
 * @param rivers 指定河川洪水予報の予報区域 (VXKO), twelve digits
 * @param forecastAreas weather forecast areas (four to six digits)
 */
public record WiderAreas(
    Set<AreaCode> coasts,
    Set<AreaCode> seismicAreas,
    Set<AreaCode> volcanoes,
    Set<AreaCode> rivers,
    Set<AreaCode> forecastAreas) {

  /** No wider area: only what names the municipality itself concerns it. */
  public static final WiderAreas NONE = new WiderAreas(null, null, null, null, null);

  /** Copies the sets; what is not written is empty. */
  public WiderAreas {
    coasts = coasts == null ? Set.of() : Set.copyOf(coasts);
    seismicAreas = seismicAreas == null ? Set.of() : Set.copyOf(seismicAreas);
    volcanoes = volcanoes == null ? Set.of() : Set.copyOf(volcanoes);
    rivers = rivers == null ? Set.of() : Set.copyOf(rivers);
    forecastAreas = forecastAreas == null ? Set.of() : Set.copyOf(forecastAreas);
  }

  boolean include(AreaCode code, Hazard hazard) {
    return codesOf(hazard).contains(code);
  }

  private Set<AreaCode> codesOf(Hazard hazard) {
    return switch (hazard) {
      case TSUNAMI -> coasts;
      case EARTHQUAKE -> seismicAreas;
      case VOLCANO -> volcanoes;
      case FLOOD -> rivers;
      case HEAVY_RAIN,
          LANDSLIDE,
          STORM_SURGE,
          STORM,
          BLIZZARD,
          HEAVY_SNOW,
          HIGH_WAVES,
          OTHER_WEATHER,
          HEAT ->
          forecastAreas;
      case FIRE, CIVIL_PROTECTION, OTHER -> Set.of();
    };
  }
}
