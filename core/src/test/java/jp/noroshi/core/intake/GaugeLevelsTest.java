package jp.noroshi.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.alert.WaterLevel;
import jp.noroshi.core.intake.GaugeLevels.GaugeLevel;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The latest level of each gauge, from telegram to question. */
class GaugeLevelsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Sample RIVER = Sample.of("jma/river_level4.xml");
  private static final Instant MEASURED = Instant.parse("2026-08-31T23:50:00Z");

  private IntakeBench hub;

  @BeforeEach
  void emptyHub() {
    database.truncate("core");
    hub = new IntakeBench(database.database(), Mode.DRILL, new AlertReaders(), _ -> List.of());
  }

  private List<GaugeLevel> levels() {
    return new GaugeLevels(Mode.DRILL, database.database(), hub.clock).list();
  }

  private static Sample later(String serial, String metres) {
    return RIVER
        .with("<Serial>3</Serial>", "<Serial>" + serial + "</Serial>")
        .with("2026-09-01T09:00:00+09:00", "2026-09-01T09:30:00+09:00")
        .with("2026-09-01T00:00:10Z", "2026-09-01T00:30:10Z")
        .with(">3.85<", ">" + metres + "<");
  }

  @Test
  void theLatestTelegramTellsTheLevelHoweverTheyArrive() {
    hub.take(later("4", "3.20").bytes());
    hub.take(RIVER.bytes());

    assertThat(levels())
        .containsExactly(
            new GaugeLevel(new WaterLevel("85050300010000011", "大仁橋", 3.2, MEASURED), true));
  }

  @Test
  void whatWasCancelledAsAMistakeTellsNoLevel() {
    hub.take(RIVER.bytes());
    hub.take(later("4", "9.99").bytes());
    hub.take(
        later("4", "9.99")
            .with("<InfoType>発表</InfoType>", "<InfoType>取消</InfoType>")
            .with("2026-09-01T00:30:10Z", "2026-09-01T00:40:10Z")
            .bytes());

    assertThat(levels()).extracting(each -> each.level().metres()).containsExactly(3.85);
  }

  @Test
  void afterADayItIsNoLongerTold() {
    hub.take(RIVER.bytes());
    hub.clock.advance(Duration.ofHours(25));

    assertThat(levels()).isEmpty();
  }
}
