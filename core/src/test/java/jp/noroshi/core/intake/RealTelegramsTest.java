package jp.noroshi.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.IntakeReceipt.Item;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What real telegrams meant for the municipalities in them. */
class RealTelegramsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** 鳥島近海, 2023-10-09: one event, six telegrams, no serial. */
  private static final List<String> TSUNAMI =
      List.of(
          "20231009064018_06274659_VTSE41.xml",
          "20231009072652_07314633_VTSE41.xml",
          "20231009074440_07748424_VTSE41.xml",
          "20231009075134_09107320_VTSE41.xml",
          "20231009082436_00085500_VTSE41.xml",
          "20231009120003_08446949_VTSE41.xml");

  private Path telegrams;

  @BeforeEach
  void findTelegrams() {
    telegrams = SharedAlerts.orSkip().resolve("jma");
    database.truncate("core");
  }

  private static IntakeBench hubOf(String municipality, Mode mode) {
    return hubOf(municipality, mode, IntakeBench.settings());
  }

  private static IntakeBench hubOf(String municipality, Mode mode, IntakeSettings settings) {
    return new IntakeBench(
        database.database(),
        mode,
        new AreaCode(municipality),
        settings,
        new AlertReaders(),
        alert -> List.of());
  }

  private static IntakeSettings withCoast(String coast) {
    IntakeSettings rules = IntakeBench.settings();
    return new IntakeSettings(
        new WiderAreas(Set.of(new AreaCode(coast)), null, null, null, null),
        rules.oldWarnings(),
        rules.lasting(),
        rules.rules());
  }

  private Item take(IntakeBench hub, String file) {
    try {
      return hub.take(Files.readAllBytes(telegrams.resolve(file))).items().getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aMunicipalityWithNothingIsNotOverwrittenByThePrefectureAroundIt() {
    IntakeBench shibayama = hubOf("12409", Mode.LIVE);
    shibayama.clock.set(Instant.parse("2026-08-13T11:02:00Z"));

    assertThat(take(shibayama, "VPWW55_chiba.xml").disposition()).isEqualTo(Disposition.RECORDED);
    assertThat(shibayama.inForce()).isEmpty();
  }

  @Test
  void aMunicipalityOfTheSameTelegramIsToldLevelFive() {
    IntakeBench chiba = hubOf("12100", Mode.LIVE);
    chiba.clock.set(Instant.parse("2026-08-13T11:02:00Z"));

    assertThat(take(chiba, "VPWW55_chiba.xml").disposition()).isEqualTo(Disposition.DRAFTED);
    assertThat(chiba.situation.listInForce())
        .singleElement()
        .satisfies(kind -> assertThat(kind.code()).isEqualTo("33"));
  }

  @Test
  void aTsunamiIsFollowedFromForecastToAdvisoryAndBack() {
    IntakeBench chiba = hubOf("12202", Mode.LIVE, withCoast("310"));
    chiba.clock.set(Instant.parse("2023-10-08T22:00:00Z"));
    List<Disposition> dispositions =
        TSUNAMI.stream().map(file -> take(chiba, file).disposition()).toList();

    assertThat(dispositions)
        .containsExactly(
            Disposition.NOT_CONCERNED,
            Disposition.RECORDED,
            Disposition.RECORDED,
            Disposition.DRAFTED,
            Disposition.RECORDED,
            Disposition.DRAFTED);
    assertThat(chiba.followed.stream().map(alert -> alert.changes().getFirst().change()))
        .containsExactly(
            Change.BEGAN, Change.CONTINUED, Change.RAISED, Change.CONTINUED, Change.LOWERED);
  }

  @Test
  void aTsunamiEndsInTheSameStateWhateverTheOrderOfArrival() {
    IntakeBench inOrder = hubOf("12202", Mode.LIVE, withCoast("310"));
    inOrder.clock.set(Instant.parse("2023-10-09T04:00:00Z"));
    TSUNAMI.forEach(file -> take(inOrder, file));
    List<String> expected = inOrder.inForce();
    assertThat(expected).hasSize(1);

    for (List<Integer> order :
        List.of(List.of(5, 4, 3, 2, 1, 0), List.of(3, 0, 5, 1, 4, 2), List.of(1, 5, 0, 2, 3, 4))) {
      database.truncate("core");
      IntakeBench shuffled = hubOf("12202", Mode.LIVE, withCoast("310"));
      shuffled.clock.set(Instant.parse("2023-10-09T04:00:00Z"));
      order.forEach(index -> take(shuffled, TSUNAMI.get(index)));
      assertThat(shuffled.inForce()).isEqualTo(expected);
    }
  }

  @Test
  void theForecastEndsByItselfAfterADay() {
    IntakeBench chiba = hubOf("12202", Mode.LIVE, withCoast("310"));
    chiba.clock.set(Instant.parse("2023-10-09T04:00:00Z"));
    TSUNAMI.forEach(file -> take(chiba, file));
    chiba.clock.advance(Duration.ofHours(24));

    assertThat(chiba.inForce()).isEmpty();
  }

  @Test
  void anExerciseIsHeldLiveAndPlayedInADrill() {
    String exercise = "32-39_12_02_250206_VTSE41.xml";

    assertThat(take(hubOf("30406", Mode.LIVE, withCoast("530")), exercise).disposition())
        .isEqualTo(Disposition.HELD);
    assertThat(take(hubOf("30406", Mode.DRILL, withCoast("530")), exercise).disposition())
        .isEqualTo(Disposition.DRAFTED);
  }

  @Test
  void anEarthquakeIsTakenBackByItsCancel() {
    IntakeBench hub = hubOf("04213", Mode.DRILL);
    take(hub, "32-35_06_03_240613_VXSE53.xml");
    take(hub, "32-35_06_06_100915_VXSE53.xml");

    assertThat(hub.inForce()).isEmpty();
  }

  @Test
  void everyTelegramIsTakenInWithoutAFault() throws IOException {
    IntakeBench hub = hubOf("12100", Mode.DRILL);
    for (Path file : SharedAlerts.files(telegrams)) {
      assertThat(take(hub, file.getFileName().toString()).reason())
          .as(file.getFileName().toString())
          .doesNotContain("不具合");
    }
  }
}
