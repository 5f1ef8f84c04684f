package jp.noroshi.gis.plan;

import static jp.noroshi.gis.plan.PlanBed.PLANNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanExaminationTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private PlanBed bed;
  private PersonId person;
  private UUID site;
  private Supporter neighbour;
  private EvacuationPlan plan;

  @BeforeEach
  void aHealthyPlan() {
    database.truncate("gis");
    bed = PlanBed.on(database.database());
    person = bed.person();
    site = bed.site("見本小学校", 100);
    neighbour = bed.supporter("隣野 一", 2);
    plan = bed.healthy(person, site, neighbour);
    bed.pass(Duration.ofHours(1));
  }

  @Test
  void nothingIsFoundWithAPlanThatWorks() {
    found();
    assertThat(state()).isEqualTo(PlanState.AGREED);
  }

  @ParameterizedTest
  @CsvSource({
    "MOVED_AWAY,PERSON_MOVED_AWAY",
    "DIED,PERSON_DIED",
    "IN_FACILITY,PERSON_IN_FACILITY",
    "REMOVED,PERSON_REMOVED"
  })
  void somebodyWhoIsNoLongerThereIsFound(String state, PlanReason reason) {
    bed.sql("update gis.person set state = ?", state);
    found(reason);
  }

  @Test
  void aNewHomeIsFound() {
    bed.sql("update gis.person set home = ST_SetSRID(ST_MakePoint(138.94, 35.02), 4326)");
    found(PlanReason.HOME_CHANGED);
    assertThat(state()).isEqualTo(PlanState.REVIEW_DUE);
  }

  @Test
  void aWayThatTheRoadsOfTodayDoNotKnowAnyMoreIsFound() {
    PlanProposals.RouteFinder roads =
        new PlanProposals.RouteFinder() {
          @Override
          public List<PlannedRoute> find(
              LatLon home, LatLon destination, HazardKind hazard, Mobility mobility) {
            return List.of();
          }

          @Override
          public boolean isLost(
              PlanProposals.PlannedWay way, HazardKind hazard, Mobility mobility) {
            return way.from().equals(PlanBed.HOME) && way.metres() > 400;
          }
        };
    PlanBed.on(database.database(), roads).services().examination().examineAll();
    assertThat(bed.services().sheets().open(plan.id(), PLANNING).orElseThrow().health().reasons())
        .containsExactly(PlanReason.ROUTE_LOST);
  }

  @Test
  void whoCannotBeWrittenToAnyMoreIsFound() {
    assertThat(foundWith(new Reachability.Lost(Set.of(), Set.of(neighbour.id()))))
        .containsExactly(PlanReason.SUPPORTER_UNREACHABLE);
    assertThat(state()).isEqualTo(PlanState.REVIEW_DUE);
    assertThat(foundWith(new Reachability.Lost(Set.of(person), Set.of())))
        .containsExactly(PlanReason.PERSON_UNREACHABLE);
    assertThat(foundWith(new Reachability.Lost(Set.of(), Set.of(UUID.randomUUID())))).isEmpty();
  }

  private List<PlanReason> foundWith(Reachability.Lost lost) {
    PlanBed.on(database.database(), (Reachability) () -> lost)
        .services()
        .examination()
        .examineAll();
    return bed.services().sheets().open(plan.id(), PLANNING).orElseThrow().health().reasons();
  }

  @Test
  void anotherCareLevelIsFound() {
    bed.sql("alter table gis.person_version disable trigger all");
    bed.sql(
        "update gis.person_version set changes = '{CARE_LEVEL}', changed_at = ?",
        java.sql.Timestamp.from(bed.register().instant()));
    found(PlanReason.CONDITION_CHANGED);
  }

  @Test
  void aDangerNewAtTheHomeIsFoundUntilThePlanWasReviewed() {
    bed.danger(HazardKind.FLOOD, PlanBed.HOME, 3);
    found(PlanReason.HOME_IN_DANGER, PlanReason.SUPPORTER_IN_DANGER, PlanReason.HAZARD_MAP_NEWER);
    bed.plans().review(plan.id(), plan.version(), bed.today().plusMonths(6), PLANNING);
    found(PlanReason.SUPPORTER_IN_DANGER);
    bed.danger(HazardKind.FLOOD, PlanBed.HOME, 3);
    found(PlanReason.SUPPORTER_IN_DANGER);
  }

  @Test
  void aNewerEditionIsFoundEvenIfTheDangerStaysTheSame() {
    bed.danger(HazardKind.FLOOD, PlanBed.HOME, 3);
    bed.plans().review(plan.id(), plan.version(), bed.today().plusMonths(6), PLANNING);
    bed.pass(Duration.ofDays(1));
    bed.danger(HazardKind.FLOOD, PlanBed.HOME, 3);
    found(PlanReason.SUPPORTER_IN_DANGER, PlanReason.HAZARD_MAP_NEWER);
    bed.pass(Duration.ofDays(1));
    bed.danger(HazardKind.FLOOD, PlanBed.HOME, 4);
    found(PlanReason.HOME_IN_DANGER, PlanReason.SUPPORTER_IN_DANGER, PlanReason.HAZARD_MAP_NEWER);
  }

  @Test
  void aDangerOfAnotherKindIsNoMatterOfThisPlan() {
    bed.danger(HazardKind.LANDSLIDE, PlanBed.HOME, 2);
    found();
  }

  @Test
  void aDestinationInDangerIsFound() {
    bed.danger(HazardKind.FLOOD, PlanBed.HILL, 2);
    found(PlanReason.DESTINATION_IN_DANGER, PlanReason.HAZARD_MAP_NEWER);
  }

  @Test
  void aClosedDestinationIsFound() {
    bed.sql("update gis.site set closed = true");
    found(PlanReason.DESTINATION_CLOSED);
  }

  @Test
  void aDestinationNotDesignatedForTheDangerIsFound() {
    bed.sql("update gis.site_designation set hazards = '{EARTHQUAKE}'");
    found(PlanReason.DESTINATION_NOT_DESIGNATED);
  }

  @Test
  void aDestinationTooSmallIfEverybodyCameIsFound() {
    bed.sql("update gis.site set capacity = 3");
    PersonId second = bed.person("0000124");
    bed.healthy(second, site, neighbour);
    found(PlanReason.DESTINATION_OVER_CAPACITY);
    bed.sql("update gis.person set state = 'DIED' where id = ?", second.value());
    found();
  }

  @Test
  void somethingClosedAcrossTheRouteIsFound() {
    bed.closeTheWay(bed.register().instant());
    found(PlanReason.ROUTE_CLOSED, PlanReason.ROUTE_OUTDATED);
  }

  @Test
  void aClosureToComeOrLiftedOnlyAgesTheRoute() {
    bed.closeTheWay(bed.register().instant().plus(Duration.ofDays(2)));
    found(PlanReason.ROUTE_OUTDATED);
  }

  @Test
  void aPlanWithoutARouteIsFound() {
    bed.sql("update gis.plan set route = null");
    found(PlanReason.ROUTE_MISSING);
  }

  @Test
  void aSupporterWhoIsGoneIsFound() {
    bed.save(PlanBed.plain(neighbour.id(), 1, "隣野 一", 2, ConsentAnswer.GIVEN, true));
    found(PlanReason.SUPPORTER_GONE, PlanReason.TOO_FEW_SUPPORTERS);
  }

  @Test
  void tooFewSupportersAreFound() {
    bed.sql("delete from gis.plan_supporter");
    found(PlanReason.TOO_FEW_SUPPORTERS);
  }

  @Test
  void aSupporterWhoIsAwayIsFoundWhileTheyAre() {
    bed.sql("update gis.supporter set absent_from = '2026-08-30', absent_to = '2026-09-02'");
    found(PlanReason.SUPPORTER_ABSENT);
    bed.pass(Duration.ofDays(3));
    found();
  }

  @Test
  void aSupporterWithTooManyPeopleIsFound() {
    bed.sql("update gis.supporter set max_load = 1");
    bed.healthy(bed.person("0000124"), site, neighbour);
    found(PlanReason.SUPPORTER_OVERLOADED);
  }

  @Test
  void aSupporterInTheSameDangerIsFound() {
    bed.danger(HazardKind.FLOOD, new LatLon(35.0338, 138.9308), 2);
    found(PlanReason.SUPPORTER_IN_DANGER);
  }

  @Test
  void aConsentTakenBackIsFound() {
    bed.answer(person, ConsentKind.PLAN_MAKING, ConsentAnswer.WITHDRAWN);
    found(PlanReason.CONSENT_MISSING);
  }

  @Test
  void aReviewNotHeldIsFound() {
    bed.sql("update gis.plan set next_review = '2026-08-31'");
    found(PlanReason.REVIEW_OVERDUE);
    assertThat(state()).isEqualTo(PlanState.REVIEW_DUE);
  }

  @Test
  void aPlanNotTriedWithinAYearIsFoundButStaysAgreed() {
    bed.sql("update gis.plan set rehearsed_on = ?", LocalDate.of(2025, 8, 31));
    found(PlanReason.NOT_REHEARSED);
    assertThat(state()).isEqualTo(PlanState.AGREED);
  }

  @Test
  void theWorstComesFirstAndItsDistrictToo() {
    EvacuationPlan second = bed.healthy(bed.person("0000124"), site, neighbour);
    bed.sql("update gis.plan set rehearsed_on = null where id = ?", plan.id());
    bed.sql("update gis.plan set route = null where id = ?", second.id());
    bed.services().examination().examineAll();
    assertThat(bed.services().worklist().list(PlanWorklist.Wanted.ALL, 0, 10, PLANNING).lines())
        .extracting(PlanWorklist.Line::id)
        .containsExactly(second.id(), plan.id());
    assertThat(bed.services().worklist().byDistrict().getFirst())
        .satisfies(
            district -> {
              assertThat(district.serious()).isEqualTo(1);
              assertThat(district.notice()).isEqualTo(1);
              assertThat(district.withoutPlan()).isZero();
            });
    assertThat(bed.services().worklist().examinedAt()).contains(bed.register().instant());
  }

  @Test
  void theWorklistIsNarrowedByReason() {
    bed.sql("update gis.plan set route = null");
    bed.services().examination().examineAll();
    assertThat(count(PlanReason.ROUTE_MISSING)).isEqualTo(1);
    assertThat(count(PlanReason.ROUTE_CLOSED)).isZero();
  }

  private int count(PlanReason reason) {
    return bed.services()
        .worklist()
        .list(
            new PlanWorklist.Wanted(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false),
            0,
            10,
            PLANNING)
        .total();
  }

  private void found(PlanReason... reasons) {
    bed.services().examination().examineAll();
    assertThat(bed.services().sheets().open(plan.id(), PLANNING).orElseThrow().health().reasons())
        .containsExactly(reasons);
  }

  private PlanState state() {
    return bed.plans().open(plan.id(), PLANNING).orElseThrow().state();
  }
}
