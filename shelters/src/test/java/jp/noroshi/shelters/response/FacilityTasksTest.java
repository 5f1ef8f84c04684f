package jp.noroshi.shelters.response;

import static jp.noroshi.shelters.response.ResponseBed.NAGAOKA;
import static jp.noroshi.shelters.response.ResponseBed.NIRAYAMA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.shelters.response.FacilityTasks.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Facilities inside what is ordered have to say how far they are. */
class FacilityTasksTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID NURSING_HOME = new UUID(5, 1);
  private static final UUID SCHOOL = new UUID(5, 2);
  private static final UUID ELSEWHERE = new UUID(5, 3);
  private static final UUID WELL = new UUID(5, 4);

  private ResponseBed bed;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    database
        .database()
        .useTransaction(
            handle -> {
              handle.execute("delete from core.evacuation_order");
              handle.execute("delete from gis.emergency");
              handle.execute("delete from gis.facility");
              handle.execute("delete from gis.district");
            });
    district(NIRAYAMA, 138.90);
    district(NAGAOKA, 138.95);
    facility(NURSING_HOME, "見本ホーム", "CARE", 138.91);
    facility(SCHOOL, "見本学校", "CARE", 138.92);
    facility(ELSEWHERE, "見本園", "CARE", 138.96);
    facility(WELL, "見本の井戸", "WELL", 138.91);
    bed = new ResponseBed(database.database());
  }

  private static void district(AreaCode code, double west) {
    database
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    """
                    insert into gis.district (code, municipality, name, kana, outline)
                    values (?, '22225', ?, '', ST_Multi(ST_MakeEnvelope(?, 35.0, ?, 35.05, 4326)))
                    """,
                    code.value(),
                    code.value(),
                    west,
                    west + 0.04));
  }

  private static void facility(UUID id, String name, String kind, double longitude) {
    database
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    """
                    insert into gis.facility (id, key, data_set, kind, name, address, location, details, entry)
                    values (?, ?, 'test', ?, ?, '', ST_SetSRID(ST_MakePoint(?, 35.02), 4326),
                            '{"電話番号": "000-0000-0000"}', '{}')
                    """,
                    id,
                    name,
                    kind,
                    name,
                    longitude));
  }

  private Response ordered(AreaCode district) {
    bed.order(district, Hazard.FLOOD, Optional.of(AlertLevel.THREE));
    bed.work();
    return bed.responses().findRunning().orElseThrow();
  }

  private List<UUID> facilities(Response response) {
    return bed.facilities().list(response).stream().map(task -> task.facility().id()).toList();
  }

  private Task taskOf(Response response, UUID facility) {
    return bed.facilities().list(response).stream()
        .filter(task -> task.facility().id().equals(facility))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thoseInsideTheOrderedDistrictHaveATaskAndNoOthers() {
    assertThat(facilities(ordered(NIRAYAMA))).containsExactlyInAnyOrder(NURSING_HOME, SCHOOL);
  }

  @Test
  void whatAFacilitySaysClosesItsTaskAndWhoNeedsHelpComesFirst() {
    Response response = ordered(NIRAYAMA);
    say(response, NURSING_HOME, FacilityAnswer.EVACUATED, Optional.of(23));
    assertThat(taskOf(response, NURSING_HOME).isOpen()).isFalse();
    assertThat(taskOf(response, NURSING_HOME).reply().orElseThrow().people()).contains(23);
    say(response, SCHOOL, FacilityAnswer.NEEDS_HELP, Optional.empty());
    assertThat(facilities(response)).containsExactly(SCHOOL, NURSING_HOME);
    assertThat(taskOf(response, SCHOOL).isOpen()).isTrue();
  }

  @Test
  void theLatestWordCounts() {
    Response response = ordered(NIRAYAMA);
    say(response, SCHOOL, FacilityAnswer.EVACUATED, Optional.of(80));
    say(response, SCHOOL, FacilityAnswer.NEEDS_HELP, Optional.of(3));
    assertThat(taskOf(response, SCHOOL).isOpen()).isTrue();
  }

  @Test
  void oneOutsideIsNoneOfTheResponses() {
    Response response = ordered(NIRAYAMA);
    assertThat(
            bed.facilities()
                .say(
                    response,
                    ELSEWHERE,
                    FacilityAnswer.EVACUATED,
                    Optional.empty(),
                    Optional.of("duty")))
        .isFalse();
  }

  @Test
  void anotherOrderedDistrictBringsItsFacilities() {
    ordered(NIRAYAMA);
    assertThat(facilities(ordered(NAGAOKA))).contains(ELSEWHERE);
  }

  @Test
  void eachIsAskedOnceAndSaysOnItsOwnPageHowFarItIs() {
    Response response = ordered(NIRAYAMA);
    String token = bed.facilityTokens.get(SCHOOL);
    bed.facilityTokens.clear();
    ordered(NAGAOKA);
    assertThat(bed.facilityTokens).containsOnlyKeys(ELSEWHERE);

    assertThat(bed.facilityPages().find(token).orElseThrow().task().orElseThrow().reply())
        .isEmpty();
    assertThat(bed.facilityPages().say(token, FacilityAnswer.EVACUATING, Optional.of(80)))
        .isEqualTo(Verdict.TAKEN);
    assertThat(bed.facilityPages().say(token, FacilityAnswer.EVACUATED, Optional.of(82)))
        .isEqualTo(Verdict.TAKEN);
    FacilityTasks.Reply reply = taskOf(response, SCHOOL).reply().orElseThrow();
    assertThat(reply.answer()).isEqualTo(FacilityAnswer.EVACUATED);
    assertThat(reply.people()).contains(82);
    assertThat(reply.clerk()).as("it said so itself").isEmpty();
    assertThat(reply.at()).isEqualTo(bed.clock.instant());
  }

  @Test
  void aPageEndsWithTheResponseAndIsUnknownADayLater() {
    Response response = ordered(NIRAYAMA);
    String token = bed.facilityPages().link(response, SCHOOL).orElseThrow();
    bed.order(NIRAYAMA, Hazard.FLOOD, Optional.empty());
    bed.work();
    assertThat(bed.facilityPages().find(token).orElseThrow().over()).isTrue();
    assertThat(bed.facilityPages().say(token, FacilityAnswer.EVACUATED, Optional.empty()))
        .isEqualTo(Verdict.NOT_NEEDED);
    assertThat(bed.facilityPages().link(bed.responses().find(response.id()).orElseThrow(), SCHOOL))
        .isEmpty();
    bed.pass(Duration.ofHours(25));
    assertThat(bed.facilityPages().find(token)).isEmpty();
    assertThat(bed.facilityPages().say(token, FacilityAnswer.EVACUATED, Optional.empty()))
        .isEqualTo(Verdict.UNKNOWN);
  }

  private void say(
      Response response, UUID facility, FacilityAnswer answer, Optional<Integer> people) {
    assertThat(bed.facilities().say(response, facility, answer, people, Optional.of("duty")))
        .isTrue();
  }
}
