package jp.noroshi.gis.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.population.GaugeThresholds.Threshold;
import org.junit.jupiter.api.Test;

/** By what a loudspeaker or a gauge is known, and when it warns. */
class StationTest {

  private static Station called(String name, Map<String, String> details) {
    return new Station(
        new UUID(0, 1), FacilityKind.GAUGE, name, "", new LatLon(35.0, 138.9), details);
  }

  @Test
  void numbersAreTheSameWithoutTheZerosAListHasLost() {
    Station station = called("古奈", Map.of("局番号", "３"));
    assertThat(station.isNumbered("03")).isTrue();
    assertThat(station.isNumbered("13")).isFalse();
  }

  @Test
  void theRunningNumberOfAListIsNobodysNumber() {
    Station station = called("古奈", Map.of("NO", "3"));
    assertThat(station.number()).isEmpty();
    assertThat(station.isNumbered("3")).isFalse();
    assertThat(station.isNumbered("")).isFalse();
  }

  @Test
  void aGaugeIsTheSameWithAndWithoutTheWordForGaugeAtItsEnd() {
    assertThat(called("大仁橋水位観測所", Map.of()).isCalled("大仁橋")).isTrue();
    assertThat(called("大仁橋", Map.of()).isCalled("大仁橋観測所")).isTrue();
    assertThat(called("大仁", Map.of()).isCalled("大仁橋")).isFalse();
    assertThat(called("水位観測所", Map.of()).isCalled("水位観測所")).isFalse();
  }

  @Test
  void thresholdsAreKnownByTheirNamesWhateverStandsAround() {
    GaugeThresholds thresholds =
        called(
                "大仁橋",
                Map.of(
                    "水防団待機水位(m)", "1.50",
                    "レベル２はん濫注意水位", "２．５ｍ",
                    "避難判断水位", "未設定",
                    "氾濫危険水位（ｍ）", "3.8",
                    "河川名", "狩野川"))
            .thresholds();
    assertThat(thresholds.metres())
        .containsExactly(
            Map.entry(Threshold.STANDBY, 1.5),
            Map.entry(Threshold.CAUTION, 2.5),
            Map.entry(Threshold.DANGER, 3.8));
    assertThat(thresholds.reached(1.49)).isEmpty();
    assertThat(thresholds.reached(2.5)).contains(Threshold.CAUTION);
    assertThat(thresholds.reached(9)).contains(Threshold.DANGER);
  }

  @Test
  void aThresholdThatIsNoNumberIsToldAndOneThatIsNotStatedIsNot() {
    assertThat(GaugeThresholds.unreadable(Map.of("氾濫危険水位", "三メートル", "避難判断水位", "－", "備考", "三メートル")))
        .isEqualTo(Map.of("氾濫危険水位", "三メートル"));
  }
}
