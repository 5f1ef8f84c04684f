package jp.noroshi.shelters.response;

import static jp.noroshi.shelters.response.ResponseBed.NAGAOKA;
import static jp.noroshi.shelters.response.ResponseBed.NIRAYAMA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.plan.StartSignal;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.shelters.response.Errands.Errand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResponsesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID SON = new UUID(7, 1);
  private static final UUID NEIGHBOUR = new UUID(7, 2);
  private static final UUID SCHOOL = new UUID(8, 1);
  private static final Risk LOW = new Risk(1, 1, 1, 1);

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
            });
    bed = new ResponseBed(database.database());
  }

  private void order(AlertLevel level) {
    bed.order(NIRAYAMA, Hazard.FLOOD, Optional.of(level));
    bed.work();
  }

  private void lift() {
    bed.order(NIRAYAMA, Hazard.FLOOD, Optional.empty());
    bed.work();
  }

  private List<String> emergencies() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select basis || ' ' || array_to_string(districts, ',') || case when ended_at is null then '' else ' ended' end from gis.emergency order by 1")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void anOrderOfLevelThreeCallsUpThePeopleOfItsDistrict() {
    PersonId inside = bed.person(NIRAYAMA, SON);
    bed.person(NAGAOKA, SON);
    order(AlertLevel.THREE);
    assertThat(bed.stateOf(inside)).isEqualTo(CaseState.ASKED);
    UUID response = bed.responses().findRunning().orElseThrow().id();
    assertThat(bed.notYetSafe().count(response).all().notYetSafe()).isEqualTo(1);
    assertThat(bed.said)
        .hasAtLeastOneElementOfType(Errand.AskPerson.class)
        .hasAtLeastOneElementOfType(Errand.AskSupporter.class);
  }

  @Test
  void theLookIsDeclaredForTheDistrictsConcernedAndEndsWithTheResponse() {
    bed.person(NIRAYAMA, SON);
    order(AlertLevel.THREE);
    assertThat(emergencies())
        .containsExactly(
            "PLAN_DISASTER " + NIRAYAMA.value(), "REGISTER_DISASTER " + NIRAYAMA.value());
    lift();
    assertThat(emergencies()).allMatch(each -> each.endsWith("ended"));
  }

  @Test
  void aPlanThatStartsAtLevelFourWaitsUntilTheLevelIsRaised() {
    PersonId patient = bed.person(NIRAYAMA, StartSignal.LEVEL_4, LOW, SON);
    order(AlertLevel.THREE);
    assertThat(bed.stateOf(patient)).isEqualTo(CaseState.WAITING);
    order(AlertLevel.FOUR);
    assertThat(bed.stateOf(patient)).isEqualTo(CaseState.ASKED);
    assertThat(bed.responses().list()).hasSize(1);
  }

  @Test
  void aLoweredLevelLeavesTheLoopRunning() {
    PersonId person = bed.person(NIRAYAMA, SON);
    order(AlertLevel.FOUR);
    bed.answers().supporter(bed.taskOf(person, SON), SupporterAnswer.ACCEPT);
    order(AlertLevel.THREE);
    assertThat(bed.stateOf(person)).isEqualTo(CaseState.CLAIMED);
  }

  @Test
  void anotherDistrictJoinsTheResponseThatRuns() {
    order(AlertLevel.THREE);
    PersonId other = bed.person(NAGAOKA, SON);
    bed.order(NAGAOKA, Hazard.LANDSLIDE, Optional.of(AlertLevel.FOUR));
    bed.work();
    assertThat(bed.responses().list()).hasSize(1);
    assertThat(bed.stateOf(other)).isEqualTo(CaseState.ASKED);
  }

  @Test
  void aPersonUnderTwoOrdersHasOneCaseThatEndsWithTheLast() {
    PersonId person = bed.person(NIRAYAMA, SON);
    order(AlertLevel.THREE);
    bed.order(NIRAYAMA, Hazard.LANDSLIDE, Optional.of(AlertLevel.THREE));
    bed.work();
    lift();
    assertThat(bed.stateOf(person)).isEqualTo(CaseState.ASKED);
    bed.order(NIRAYAMA, Hazard.LANDSLIDE, Optional.empty());
    bed.work();
    assertThat(bed.stateOf(person)).isEqualTo(CaseState.ENDED);
    assertThat(bed.responses().findRunning()).isEmpty();
  }

  @Test
  void aLiftEndsWhatIsOpenAndTellsWhoWasAsked() {
    PersonId person = bed.person(NIRAYAMA, SON);
    order(AlertLevel.THREE);
    lift();
    assertThat(bed.stateOf(person)).isEqualTo(CaseState.ENDED);
    assertThat(bed.said)
        .anySatisfy(
            errand ->
                assertThat(errand)
                    .isInstanceOfSatisfying(
                        Errand.NotNeeded.class,
                        told -> assertThat(told.why()).isEqualTo(CaseState.ENDED)));
  }

  @Test
  void anOrderAfterALiftCallsEverybodyUpAgain() {
    PersonId person = bed.person(NIRAYAMA, SON);
    order(AlertLevel.THREE);
    bed.answers().person(bed.caseOf(person).id(), PersonAnswer.SAFE);
    lift();
    order(AlertLevel.THREE);
    assertThat(bed.responses().list()).hasSize(2);
    assertThat(bed.stateOf(person)).isEqualTo(CaseState.ASKED);
  }

  @Test
  void aResponseEndedByStaffStaysEndedUntilTheOrderChanges() {
    PersonId person = bed.person(NIRAYAMA, SON);
    order(AlertLevel.THREE);
    bed.responses().end(bed.responses().findRunning().orElseThrow().id(), "duty");
    bed.work();
    assertThat(bed.stateOf(person)).isEqualTo(CaseState.ENDED);
    assertThat(bed.responses().findRunning()).isEmpty();
    order(AlertLevel.FOUR);
    assertThat(bed.responses().findRunning()).isPresent();
  }

  @Test
  void staffStartByHandAndEveryPlanStarts() {
    PersonId patient = bed.person(NAGAOKA, StartSignal.LEVEL_4, LOW, SON);
    bed.responses().start(Set.of(NAGAOKA), Hazard.FLOOD, "duty");
    bed.work();
    assertThat(bed.stateOf(patient)).isEqualTo(CaseState.ASKED);
    lift();
    assertThat(bed.responses().findRunning()).isPresent();
  }

  @Test
  void aCheckInAnywhereClosesTheCaseByItself() {
    PersonId person = bed.person(NIRAYAMA, SON);
    order(AlertLevel.THREE);
    bed.sign(person, SCHOOL, true);
    bed.work();
    assertThat(bed.caseOf(person).strength()).contains(Evidence.Strength.CHECK_IN);
    bed.pass(Duration.ofMinutes(5));
    bed.sign(person, SCHOOL, false);
    bed.work();
    assertThat(bed.caseOf(person).reason()).contains(CaseReason.LEFT_SHELTER);
  }

  @Test
  void whoWasAtAShelterBeforeTheOrderIsSafeFromTheBeginning() {
    PersonId person = bed.person(NIRAYAMA, SON);
    bed.sign(person, SCHOOL, true);
    bed.work();
    order(AlertLevel.THREE);
    assertThat(bed.stateOf(person)).isEqualTo(CaseState.SAFE);
    assertThat(bed.said).noneMatch(Errand.AskSupporter.class::isInstance);
  }

  @Test
  void twoSupportersWhoAcceptAtOnceMakeOneClaim() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      PersonId person = bed.person(NIRAYAMA, SON, NEIGHBOUR);
      bed.responses().start(Set.of(NIRAYAMA), Hazard.FLOOD, "duty");
      bed.work();
      bed.pass(Duration.ofMinutes(10));
      UUID first = bed.taskOf(person, SON);
      UUID second = bed.taskOf(person, NEIGHBOUR);
      Thread one =
          Thread.startVirtualThread(() -> bed.answers().supporter(first, SupporterAnswer.ACCEPT));
      Thread two =
          Thread.startVirtualThread(() -> bed.answers().supporter(second, SupporterAnswer.ACCEPT));
      one.join();
      two.join();
      assertThat(claims(person)).isEqualTo(1);
      bed.responses().end(bed.responses().findRunning().orElseThrow().id(), "duty");
      bed.work();
      bed.people.clear();
    }
  }

  private int claims(PersonId person) {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from shelters.support_task where case_id = ? and state = 'ACCEPTED'")
                    .bind(0, bed.caseOf(person).id())
                    .mapTo(Integer.class)
                    .one());
  }

  @Test
  void theListBeginsWithWhoCallsForHelpThenWithWhoHasMostToLose() {
    PersonId safeHome = bed.person(NIRAYAMA, StartSignal.LEVEL_3, LOW, SON);
    PersonId deepWater = bed.person(NIRAYAMA, StartSignal.LEVEL_3, new Risk(6, 4, 3, 2), SON);
    PersonId calling = bed.person(NIRAYAMA, StartSignal.LEVEL_3, LOW, SON);
    order(AlertLevel.THREE);
    bed.answers().person(bed.caseOf(calling).id(), PersonAnswer.HELP);
    UUID response = bed.responses().findRunning().orElseThrow().id();
    assertThat(bed.notYetSafe().list(NotYetSafe.Wanted.all(response), 0, 10).lines())
        .extracting(NotYetSafe.Line::person)
        .containsExactly(calling, deepWater, safeHome);
  }
}
