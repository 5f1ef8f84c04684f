package jp.noroshi.shelters.lalert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.intake.HandRounds;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.shelters.lalert.Counts.Count;
import jp.noroshi.shelters.lalert.ShelterItem.Sort;
import jp.noroshi.shelters.lalert.SheltersReport.Distribution;
import jp.noroshi.shelters.lalert.SubmittedReport.State;
import jp.noroshi.shelters.opening.Opening;
import jp.noroshi.shelters.opening.OpeningState;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.ShelterKind;
import jp.noroshi.shelters.opening.ShelterStanding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LAlertReporterTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Map<String, ShelterStanding> standings = new LinkedHashMap<>();
  private final Map<UUID, Count> counts = new HashMap<>();
  private final SimulatedLAlert node = new SimulatedLAlert();
  private Instant now = Instant.parse("2026-09-01T10:00:00Z");
  private HandRounds rounds;
  private LAlertReporter reporter;

  @BeforeEach
  void start() {
    database.truncate("core");
    database.truncate("shelters");
    reporter = reporter();
  }

  private LAlertReporter reporter() {
    rounds = new HandRounds();
    LAlertReporter made =
        new LAlertReporter(
            new LAlertReporter.Parts(
                database.database(),
                new Chronology(database.database()),
                Mode.DRILL,
                MunicipalitySettings.load(
                    Path.of(System.getProperty("noroshi.root", ".."))
                        .resolve("config/sample/izunokuni.yaml")),
                () -> List.copyOf(standings.values()),
                () -> Map.copyOf(counts),
                node,
                () -> now),
            rounds);
    made.start();
    return made;
  }

  private void stands(String name, OpeningState state) {
    stands(name, ShelterKind.SITE, state, true);
  }

  private void stands(String name, ShelterKind kind, OpeningState state, boolean announced) {
    UUID id = idOf(name);
    Shelter shelter =
        new Shelter(
            id,
            name,
            kind,
            Optional.empty(),
            Optional.empty(),
            Optional.of(80),
            "",
            Set.of(),
            announced,
            false);
    Opening opening =
        new Opening(
            id,
            state,
            Crowding.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.of(now),
            now,
            now,
            "staff");
    standings.put(
        name,
        new ShelterStanding(shelter, Optional.of(opening), Optional.empty(), Crowding.UNKNOWN));
  }

  private static UUID idOf(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private void lookAfter(Duration time) {
    now = now.plus(time);
    rounds.turn();
  }

  private SheltersReport told() {
    return node.taken().getLast();
  }

  @Test
  void nothingIsToldBeforeAShelterOpens() {
    stands("学校", OpeningState.INSTRUCTED);
    rounds.turn();
    assertThat(node.taken()).isEmpty();
    assertThat(reporter.findLatest()).isEmpty();
  }

  @Test
  void anOpeningIsToldAtOnceWithWhenAndHowMany() {
    stands("学校", OpeningState.OPEN);
    stands("会館", OpeningState.INSPECTED);
    counts.put(idOf("学校"), new Count(63, 21, 0, 0));
    rounds.turn();
    assertThat(told().distribution()).isEqualTo(Distribution.EXERCISE);
    assertThat(told().type()).isEqualTo(SheltersReport.Type.REPORT);
    ShelterItem school = told().items().getFirst();
    assertThat(school.sort()).isEqualTo(Sort.OPENED);
    assertThat(school.openedAt()).contains(now);
    assertThat(school.people()).contains(63);
    assertThat(told().items().getLast().sort()).isEqualTo(Sort.NOT_OPENED);
    assertThat(told().items().getLast().openedAt()).isEmpty();
    assertThat(reporter.findLatest().orElseThrow().state()).isEqualTo(State.TAKEN);
  }

  @Test
  void whatStandsIsToldOnceEvenAfterARestart() {
    stands("学校", OpeningState.OPEN);
    rounds.turn();
    lookAfter(Duration.ofHours(1));
    reporter = reporter();
    rounds.turn();
    assertThat(node.taken()).hasSize(1);
  }

  @Test
  void figuresFollowEveryTenMinutesAndClosingsAtOnceInTheSameDocument() {
    stands("学校", OpeningState.OPEN);
    rounds.turn();
    counts.put(idOf("学校"), new Count(5, 2, 0, 0));
    lookAfter(Duration.ofMinutes(9));
    assertThat(node.taken()).hasSize(1);
    lookAfter(Duration.ofMinutes(1));
    assertThat(node.taken()).hasSize(2);
    lookAfter(Duration.ofMinutes(1));
    stands("学校", OpeningState.CLOSED);
    rounds.turn();
    assertThat(node.taken()).extracting(SheltersReport::revision).containsExactly(1, 2, 3);
    assertThat(node.taken()).extracting(SheltersReport::document).containsOnly(told().document());
    assertThat(told().items().getFirst().closedAt()).contains(now);
  }

  @Test
  void theNextDisasterBeginsANewDocument() {
    stands("学校", OpeningState.OPEN);
    rounds.turn();
    UUID first = told().document();
    stands("学校", OpeningState.CLOSED);
    lookAfter(Duration.ofHours(5));
    lookAfter(Duration.ofDays(30));
    stands("学校", OpeningState.OPEN);
    lookAfter(Duration.ofMinutes(1));
    assertThat(told().document()).isNotEqualTo(first);
    assertThat(told().revision()).isEqualTo(1);
  }

  @Test
  void whileTheNodeIsAwayOnlyTheNewestReportWaits() {
    node.beAway(true);
    stands("学校", OpeningState.OPEN);
    rounds.turn();
    stands("会館", OpeningState.OPEN);
    lookAfter(Duration.ofMinutes(1));
    assertThat(reporter.findLatest().orElseThrow().state()).isEqualTo(State.WAITING);
    node.beAway(false);
    lookAfter(Duration.ofMinutes(1));
    assertThat(node.taken()).hasSize(1);
    assertThat(told().openShelters()).isEqualTo(2);
  }

  @Test
  void aRefusalIsKeptForAPersonToLookAt() {
    node.refuse("地域コードが違います");
    stands("学校", OpeningState.OPEN);
    rounds.turn();
    SubmittedReport refused = reporter.findLatest().orElseThrow();
    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(refused.detail()).isEqualTo("地域コードが違います");
  }

  @Test
  void placesOutsideAndPlacesResidentsAreNotToldOfAreLeftOut() {
    stands("学校", OpeningState.OPEN);
    stands("駐車場", ShelterKind.CAR_PARK, OpeningState.OPEN, true);
    stands("福祉避難所", ShelterKind.SITE, OpeningState.OPEN, false);
    rounds.turn();
    assertThat(told().items()).extracting(ShelterItem::name).containsExactly("学校");
  }
}
