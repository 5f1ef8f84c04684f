package jp.noroshi.core.intake.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kind codes written out one by one, as JMA publishes them. */
class KindCodesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          VPWW55, 33, HEAVY_RAIN, 5
          VPWW55, 43, HEAVY_RAIN, 4
          VPWW55, 03, HEAVY_RAIN, 3
          VPWW55, 10, HEAVY_RAIN, 2
          VPWW56, 39, LANDSLIDE, 5
          VPWW56, 49, LANDSLIDE, 4
          VPWW56, 09, LANDSLIDE, 3
          VPWW56, 29, LANDSLIDE, 2
          VPWW57, 38, STORM_SURGE, 5
          VPWW57, 48, STORM_SURGE, 4
          VPWW57, 08, STORM_SURGE, 3
          VPWW57, 19, STORM_SURGE, 2
          VPWW53, 33, HEAVY_RAIN, 5
          VPWW54, 10, HEAVY_RAIN, 2
          VPWW53, 04, FLOOD, 3
          VPWW54, 18, FLOOD, 2
          VPWW53, 38, STORM_SURGE, 4
          VPWW54, 08, STORM_SURGE, 4
          VPWW54, 19, STORM_SURGE, 2
          VXKO, 53, FLOOD, 5
          VXKO, 51, FLOOD, 5
          VXKO, 41, FLOOD, 4
          VXKO, 40, FLOOD, 4
          VXKO, 31, FLOOD, 3
          VXKO, 30, FLOOD, 3
          VXKO, 22, FLOOD, 2
          VXKO, 21, FLOOD, 2
          VXKO, 20, FLOOD, 2
          """)
  void givesALevelWhereTheLawKnowsOne(String type, String code, Hazard hazard, int level) {
    assertThat(KindCodes.find(type, code, ""))
        .contains(new KindMeaning(hazard, Optional.of(AlertLevel.of(level))));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          VPWW58, 32 02 13, BLIZZARD
          VPWW58, 35 05 15, STORM
          VPWW59, 37 07 16, HIGH_WAVES
          VPWW60, 36 06 12, HEAVY_SNOW
          VPWW61, 14 17 20 21 22 23 24 25 26 27, OTHER_WEATHER
          VPWW53, 14 17 20 21 22 23 24 25 26 27, OTHER_WEATHER
          VPWW54, 35 05 15, STORM
          VXKO, 10, FLOOD
          VTSE41, 00 50 51 52 53 60 62 71 72 73, TSUNAMI
          VFVO50, 01 02 03 04 05 11 12 13 14 15 41 42 43 44 45 46 47 48 49, VOLCANO
          """)
  void givesNoLevelElsewhere(String type, String codes, Hazard hazard) {
    for (String code : codes.split(" ", -1)) {
      assertThat(KindCodes.find(type, code, ""))
          .as(code)
          .contains(new KindMeaning(hazard, Optional.empty()));
    }
  }

  @ParameterizedTest
  @CsvSource({"土砂災害, 3", "'土砂災害、浸水害', 3", "浸水害, 0", "'', 0"})
  void givesTheOldRainWarningALevelForLandslidesOnly(String condition, int level) {
    assertThat(KindCodes.find("VPWW54", "03", condition).orElseThrow().level())
        .isEqualTo(AlertLevel.find(level));
    assertThat(KindCodes.find("VPWW55", "03", condition).orElseThrow().level())
        .contains(AlertLevel.THREE);
  }

  @Test
  void knowsNothingElse() {
    Set<String> codes =
        new HashSet<>(Arrays.asList("42", "45", "46", "47", "00", "01", "11", "99"));
    for (String type : Set.of("VPWW53", "VPWW54", "VPWW55", "VPWW56", "VPWW57", "VPWW61")) {
      assertThat(codes).noneMatch(code -> KindCodes.find(type, code, "").isPresent());
    }
    assertThat(KindCodes.find("VPWW56", "33", "")).isEmpty();
    assertThat(KindCodes.find("VPWW55", "49", "")).isEmpty();
    assertThat(KindCodes.find("VPNO50", "33", "")).isEmpty();
  }
}
