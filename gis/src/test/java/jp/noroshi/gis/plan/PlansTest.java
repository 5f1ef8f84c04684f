package jp.noroshi.gis.plan;

import static jp.noroshi.gis.plan.PlanBed.PLANNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.RegisterBed;
import jp.noroshi.gis.register.RegisterRefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlansTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private PlanBed bed;
  private PersonId person;
  private UUID site;
  private Supporter neighbour;

  @BeforeEach
  void open() {
    database.truncate("gis");
    bed = PlanBed.on(database.database());
    person = bed.person();
    site = bed.site("見本小学校", 100);
    neighbour = bed.supporter("隣野 一", 2);
  }

  @Test
  void aPlanIsWrittenAgreedReviewedAndEveryVersionStays() {
    EvacuationPlan plan = write();
    assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
    EvacuationPlan agreed = agree(plan.id(), 1);
    assertThat(agreed.state()).isEqualTo(PlanState.AGREED);
    assertThat(agreed.agreedOn()).contains(bed.today());
    EvacuationPlan reviewed = bed.plans().review(plan.id(), 2, bed.today().plusMonths(6), PLANNING);
    assertThat(reviewed.content().nextReview()).isEqualTo(bed.today().plusMonths(6));
    assertThat(bed.services().sheets().open(plan.id(), PLANNING).orElseThrow().versions())
        .extracting(PlanVersion::change)
        .containsExactly(
            PlanVersion.Change.REVIEWED, PlanVersion.Change.AGREED, PlanVersion.Change.WRITTEN);
  }

  @Test
  void aChangeOfAnAgreedPlanHasToBeAgreedAnew() {
    EvacuationPlan plan = write();
    agree(plan.id(), 1);
    EvacuationPlan changed =
        bed.plans()
            .save(
                bed.draft(
                    plan.id(), person, 2, bed.content(Destination.site(site), "裏口から", neighbour)),
                PLANNING);
    assertThat(changed.state()).isEqualTo(PlanState.DRAFT);
    assertThat(changed.agreedOn()).isEmpty();
    assertThat(bed.plans().openVersion(plan.id(), 1, PLANNING).orElseThrow().house())
        .contains("玄関に段差");
  }

  @Test
  void aDraftIsNotReviewed() {
    EvacuationPlan plan = write();
    refused(
        PlanRefusal.NOT_AGREED,
        () -> bed.plans().review(plan.id(), 1, bed.today().plusMonths(6), PLANNING));
  }

  @Test
  void aDraftHandedInTwiceIsTakenOnce() {
    PlanDraft draft = bed.draft(person, bed.content(site, neighbour));
    bed.plans().save(draft, PLANNING);
    assertThat(bed.plans().save(draft, PLANNING).version()).isEqualTo(1);
  }

  @Test
  void aDraftOnAnOlderVersionIsRefusedAndOverwritesNothing() {
    EvacuationPlan plan = write();
    PlanContent other = bed.content(Destination.site(site), "裏口から", neighbour);
    bed.plans().save(bed.draft(plan.id(), person, 1, other), PLANNING);
    refused(
        PlanRefusal.CHANGED_MEANWHILE,
        () ->
            bed.plans()
                .save(bed.draft(plan.id(), person, 1, bed.content(site, neighbour)), PLANNING));
    EvacuationPlan kept = bed.plans().open(plan.id(), PLANNING).orElseThrow();
    assertThat(kept.version()).isEqualTo(2);
    assertThat(kept.content().house()).contains("裏口から");
  }

  @Test
  void onePersonHasOnePlanForADanger() {
    write();
    refused(
        PlanRefusal.PLAN_EXISTS,
        () -> bed.plans().save(bed.draft(person, bed.content(site, neighbour)), PLANNING));
  }

  @Test
  void aPlanIsNotMovedToAnotherDanger() {
    EvacuationPlan plan = write();
    refused(
        PlanRefusal.OTHER_PLAN,
        () ->
            bed.plans()
                .save(
                    new PlanDraft(
                        UUID.randomUUID(),
                        plan.id(),
                        person,
                        HazardKind.LANDSLIDE,
                        1,
                        bed.content(site, neighbour)),
                    PLANNING));
  }

  @Test
  void noPlanIsMadeForSomebodyWhoRefused() {
    bed.answer(person, ConsentKind.PLAN_MAKING, ConsentAnswer.WITHDRAWN);
    refused(PlanRefusal.CONSENT_MISSING, this::write);
  }

  @Test
  void whatIsNotKnownIsRefused() {
    Supporter stranger = PlanBed.plain(UUID.randomUUID(), 0, "不明", 1, ConsentAnswer.GIVEN, false);
    refused(
        PlanRefusal.UNKNOWN_REFERENCE,
        () -> bed.plans().save(bed.draft(person, bed.content(site, stranger)), PLANNING));
    refused(
        PlanRefusal.UNKNOWN_REFERENCE,
        () ->
            bed.plans()
                .save(bed.draft(person, bed.content(UUID.randomUUID(), neighbour)), PLANNING));
    refused(
        PlanRefusal.NOT_FOUND,
        () ->
            bed.plans().save(bed.draft(PersonId.random(), bed.content(site, neighbour)), PLANNING));
  }

  @Test
  void somebodyWhoHelpsNobodyAnyMoreIsNotTakenIn() {
    bed.save(PlanBed.plain(neighbour.id(), 1, "隣野 一", 2, ConsentAnswer.GIVEN, true));
    refused(PlanRefusal.SUPPORTER_GONE, this::write);
  }

  @Test
  void theReviewLiesAheadAndTheRehearsalBehind() {
    EvacuationPlan plan = write();
    agree(plan.id(), 1);
    refused(
        PlanRefusal.REVIEW_OUT_OF_RANGE,
        () -> bed.plans().review(plan.id(), 2, bed.today(), PLANNING));
    refused(
        PlanRefusal.REHEARSAL_AHEAD,
        () ->
            bed.plans()
                .rehearse(
                    plan.id(),
                    new Rehearsal(
                        UUID.randomUUID(),
                        bed.today().plusDays(1),
                        Optional.empty(),
                        Optional.empty()),
                    PLANNING));
  }

  @Test
  void aRehearsalRecordedTwiceCountsOnce() {
    EvacuationPlan plan = write();
    Rehearsal rehearsal =
        new Rehearsal(
            UUID.randomUUID(), bed.today().minusDays(1), Optional.of(20), Optional.of("坂で休んだ"));
    bed.plans().rehearse(plan.id(), rehearsal, PLANNING);
    assertThat(bed.plans().rehearse(plan.id(), rehearsal, PLANNING).rehearsals())
        .containsExactly(rehearsal);
  }

  @Test
  void aPlanMayBeHandedOverOnlyWhenBothPartiesAgree() {
    Supporter silent =
        bed.save(PlanBed.plain(UUID.randomUUID(), 0, "黙野 二", 2, ConsentAnswer.UNANSWERED, false));
    EvacuationPlan plan =
        bed.plans().save(bed.draft(person, bed.content(site, neighbour, silent)), PLANNING);
    assertThat(bed.plans().mayBeProvided(plan.id()))
        .isEqualTo(new Provision(false, List.of(silent.id())));
    bed.answer(person, ConsentKind.PLAN_PROVISION, ConsentAnswer.GIVEN);
    assertThat(bed.plans().mayBeProvided(plan.id()).allowed()).isFalse();
    bed.save(PlanBed.plain(silent.id(), 1, "黙野 二", 2, ConsentAnswer.GIVEN, false));
    assertThat(bed.plans().mayBeProvided(plan.id()).allowed()).isTrue();
    bed.answer(person, ConsentKind.PLAN_PROVISION, ConsentAnswer.WITHDRAWN);
    assertThat(bed.plans().mayBeProvided(plan.id()).allowed()).isFalse();
  }

  @Test
  void everybodyOpenedWithAPlanStandsInTheAccessLog() {
    EvacuationPlan plan = write();
    List<String> before = bed.log();
    bed.services().sheets().open(plan.id(), PLANNING);
    List<String> after = bed.log();
    assertThat(after.subList(before.size(), after.size()))
        .containsExactly(
            "PERSON PLANNING PLAN",
            "PERSON PLANNING IDENTITY,CONDITION,CONTACTS",
            "SUPPORTER PLANNING SUPPORTERS");
  }

  @Test
  void theWorklistOpensNobodyUnlogged() {
    write();
    int before = bed.log().size();
    bed.services().worklist().list(PlanWorklist.Wanted.ALL, 0, 50, PLANNING);
    assertThat(bed.log()).hasSize(before + 1).last().isEqualTo("PERSON PLANNING IDENTITY");
  }

  @Test
  void whoeverIsOnDutySeesNoPlanWithoutAnEmergency() {
    EvacuationPlan plan = write();
    Access duty = Access.of(RegisterBed.DUTY, Purpose.ASSISTANCE, LegalBasis.PLAN_DISASTER);
    assertThatThrownBy(() -> bed.plans().open(plan.id(), duty))
        .isInstanceOf(RegisterRefusedException.class);
  }

  @Test
  void whatIsStoredShowsNothingOfThePlan() {
    EvacuationPlan plan = write();
    bed.plans()
        .rehearse(
            plan.id(),
            new Rehearsal(UUID.randomUUID(), bed.today(), Optional.empty(), Optional.of("坂で休んだ")),
            PLANNING);
    String stored =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select (select p::text from gis.plan p) || (select s::text from gis.supporter s)
                              || (select string_agg(v::text, '') from gis.plan_version v)
                              || (select r::text from gis.plan_rehearsal r)
                            """)
                        .mapTo(String.class)
                        .one());
    assertThat(stored).doesNotContain("段差", "隣野", "坂で", "太郎", "000-0000");
  }

  @Test
  void aProposalNamesTheNearestFittingSiteAndThoseLivingNear() {
    bed.danger(HazardKind.FLOOD, PlanBed.HOME, 3);
    PlanProposals.Proposal proposal =
        bed.services().proposals().propose(person, HazardKind.FLOOD, PLANNING).orElseThrow();
    assertThat(proposal.exposures()).extracting(Exposure::rank).containsExactly(3);
    assertThat(proposal.destinations())
        .singleElement()
        .satisfies(
            candidate -> {
              assertThat(candidate.name()).isEqualTo("見本小学校");
              assertThat(candidate.metres()).isBetween(400, 600);
              assertThat(candidate.byRoute()).isFalse();
            });
    assertThat(proposal.supporters())
        .extracting(each -> each.supporter().name())
        .containsExactly("隣野 一");
    assertThat(
            bed.services()
                .proposals()
                .propose(person, HazardKind.LANDSLIDE, PLANNING)
                .orElseThrow()
                .destinations())
        .isEmpty();
  }

  private EvacuationPlan write() {
    return bed.plans().save(bed.draft(person, bed.content(site, neighbour)), PLANNING);
  }

  private EvacuationPlan agree(UUID plan, int version) {
    return bed.plans()
        .agree(
            plan,
            version,
            bed.consent(ConsentKind.PLAN_MAKING, ConsentAnswer.GIVEN),
            Optional.empty(),
            PLANNING);
  }

  private static void refused(PlanRefusal reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            PlanRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
