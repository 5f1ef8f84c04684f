package jp.noroshi.shelters.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseRulesTest {

  private static final Instant EVENING = Instant.parse("2026-09-01T10:00:00Z");
  private static final UUID SCHOOL = new UUID(0, 99);
  private static final ResponseSettings SETTINGS = ResponseSettings.USUAL;
  private static final CaseRules RULES = new CaseRules(SETTINGS);

  private Instant now = EVENING;

  private static SupportTask supporter(int position) {
    return task(position, false, TaskState.PLANNED);
  }

  private static SupportTask task(int position, boolean group, TaskState state) {
    return new SupportTask(
        new UUID(1, position), new UUID(2, position), group, position, state, Optional.empty());
  }

  private CaseFile called(SupportTask... tasks) {
    return after(CaseFile.waiting(List.of(tasks)), new Happening.CalledUp(true, false));
  }

  private CaseFile asked(SupportTask... tasks) {
    return after(called(tasks), new Happening.TimeCame());
  }

  private CaseFile after(CaseFile file, Happening happening) {
    return RULES.apply(file, happening, now).file();
  }

  private Verdict verdict(CaseFile file, Happening happening) {
    return RULES.apply(file, happening, now).verdict();
  }

  private CaseFile later(CaseFile file, Duration time) {
    now = now.plus(time);
    return after(file, new Happening.TimeCame());
  }

  private static UUID id(int position) {
    return new UUID(1, position);
  }

  private static TaskState stateOf(CaseFile file, int position) {
    return file.task(id(position)).orElseThrow().state();
  }

  @Test
  void thePersonAndTheFirstSupporterAreAskedAtOnce() {
    CaseFile file = asked(supporter(0), supporter(1));
    assertThat(file.state()).isEqualTo(CaseState.ASKED);
    assertThat(file.selfAsked()).isTrue();
    assertThat(stateOf(file, 0)).isEqualTo(TaskState.ASKED);
    assertThat(stateOf(file, 1)).isEqualTo(TaskState.PLANNED);
  }

  @Test
  void aPlanWithAHigherSignalWaitsUntilTheLevelIsRaised() {
    CaseFile waiting =
        after(CaseFile.waiting(List.of(supporter(0))), new Happening.CalledUp(false, false));
    assertThat(waiting.state()).isEqualTo(CaseState.WAITING);
    assertThat(after(waiting, new Happening.CalledUp(true, false)).state())
        .isEqualTo(CaseState.OPEN);
  }

  @Test
  void whoStaysSilentIsFollowedByTheNextThenByTheGroupThenByStaff() {
    CaseFile file = asked(task(0, true, TaskState.PLANNED), supporter(1), supporter(2));
    assertThat(stateOf(file, 1)).isEqualTo(TaskState.ASKED);
    file = later(file, SETTINGS.answerWithin());
    assertThat(stateOf(file, 2)).isEqualTo(TaskState.ASKED);
    file = later(file, SETTINGS.answerWithin());
    assertThat(stateOf(file, 0)).isEqualTo(TaskState.ASKED);
    file = later(file, SETTINGS.answerWithin());
    assertThat(file.state()).isEqualTo(CaseState.STAFF);
    assertThat(file.reason()).contains(CaseReason.NOBODY_LEFT);
  }

  @Test
  void absentSupportersArePassedOver() {
    CaseFile file = asked(task(0, false, TaskState.ABSENT), supporter(1));
    assertThat(stateOf(file, 0)).isEqualTo(TaskState.ABSENT);
    assertThat(stateOf(file, 1)).isEqualTo(TaskState.ASKED);
  }

  @Test
  void nobodyToAskIsForStaffWhoLearnWhy() {
    assertThat(asked().reason()).contains(CaseReason.NO_SUPPORTER);
    assertThat(asked(task(0, false, TaskState.NO_ADDRESS)).reason())
        .contains(CaseReason.NONE_REACHABLE);
  }

  @Test
  void aRefusalAsksTheNextAtOnce() {
    CaseFile file = after(asked(supporter(0), supporter(1)), new Happening.Declined(id(0)));
    assertThat(file.dueAt()).contains(now);
    assertThat(stateOf(after(file, new Happening.TimeCame()), 1)).isEqualTo(TaskState.ASKED);
  }

  @Test
  void aLateYesIsWelcomeAndTheOtherIsToldThatNothingIsNeeded() {
    CaseFile file = later(asked(supporter(0), supporter(1)), SETTINGS.answerWithin());
    file = after(file, new Happening.Accepted(id(0)));
    assertThat(file.state()).isEqualTo(CaseState.CLAIMED);
    assertThat(stateOf(file, 1)).isEqualTo(TaskState.WITHDRAWN);
  }

  @Test
  void theSecondWhoAcceptsIsToldThatSomebodyElseGoes() {
    CaseFile file = later(asked(supporter(0), supporter(1)), SETTINGS.answerWithin());
    file = after(file, new Happening.Accepted(id(1)));
    assertThat(verdict(file, new Happening.Accepted(id(0)))).isEqualTo(Verdict.TAKEN_BY_ANOTHER);
  }

  @Test
  void whoGivesATaskBackMakesRoomForThoseWhoWereTurnedAway() {
    CaseFile file = later(asked(supporter(0), supporter(1)), SETTINGS.answerWithin());
    file = after(file, new Happening.Accepted(id(0)));
    file = after(file, new Happening.Declined(id(0)));
    assertThat(file.state()).isEqualTo(CaseState.OPEN);
    assertThat(stateOf(after(file, new Happening.TimeCame()), 1)).isEqualTo(TaskState.ASKED);
  }

  @Test
  void aClaimThatFallsSilentIsForStaffAndStandsAllTheSame() {
    CaseFile file = after(asked(supporter(0)), new Happening.Accepted(id(0)));
    file = later(file, SETTINGS.claimWithin());
    assertThat(file.reason()).contains(CaseReason.CLAIM_SILENT);
    assertThat(after(file, new Happening.OnTheWay(id(0))).state()).isEqualTo(CaseState.ON_THE_WAY);
  }

  @Test
  void aSupportersWordClosesTheCase() {
    CaseFile file = after(asked(supporter(0)), new Happening.SupporterSaysSafe(id(0)));
    assertThat(file.state()).isEqualTo(CaseState.SAFE);
    assertThat(stateOf(file, 0)).isEqualTo(TaskState.DONE);
  }

  @Test
  void aWeakerWordNeverTakesThePlaceOfAStrongerOne() {
    CaseFile file = after(asked(supporter(0)), new Happening.CheckedIn(SCHOOL, now));
    now = now.plusSeconds(60);
    assertThat(verdict(file, new Happening.SaysSafe())).isEqualTo(Verdict.NOTHING_NEW);
    assertThat(after(file, new Happening.SupporterSaysSafe(id(0))).evidence())
        .contains(new Evidence.CheckIn(SCHOOL, EVENING));
  }

  @Test
  void aCheckInTakesThePlaceOfAWord() {
    CaseFile file = after(asked(supporter(0)), new Happening.SaysSafe());
    file = after(file, new Happening.CheckedIn(SCHOOL, now));
    assertThat(file.evidence().orElseThrow().strength()).isEqualTo(Evidence.Strength.CHECK_IN);
  }

  @Test
  void whoLeavesTheShelterIsNotSafeAnyMoreAndStaffLook() {
    CaseFile file = after(asked(supporter(0)), new Happening.CheckedIn(SCHOOL, now));
    file = after(file, new Happening.LeftShelter(SCHOOL, now.plusSeconds(600)));
    assertThat(file.state()).isEqualTo(CaseState.STAFF);
    assertThat(file.reason()).contains(CaseReason.LEFT_SHELTER);
  }

  @Test
  void aDepartureThatIsToldLateDoesNotVoidWhatIsNewer() {
    CaseFile file = after(asked(supporter(0)), new Happening.CheckedIn(SCHOOL, now));
    assertThat(after(file, new Happening.LeftShelter(SCHOOL, now.minusSeconds(1)))).isEqualTo(file);
  }

  @Test
  void whoAskedForHelpAfterTheirOwnWordIsForStaff() {
    CaseFile file = after(asked(supporter(0)), new Happening.SaysSafe());
    file = after(file, new Happening.AsksForHelp());
    assertThat(file.reason()).contains(CaseReason.HELP_WANTED);
    CaseFile atShelter = after(asked(supporter(0)), new Happening.CheckedIn(SCHOOL, now));
    atShelter = after(atShelter, new Happening.AsksForHelp());
    assertThat(atShelter.state()).isEqualTo(CaseState.SAFE);
    assertThat(atShelter.helpWanted()).isTrue();
  }

  @Test
  void aPersonWhoAsksForHelpDoesNotWaitForTheLevelOfTheirPlan() {
    CaseFile waiting =
        after(CaseFile.waiting(List.of(supporter(0))), new Happening.CalledUp(false, false));
    assertThat(after(waiting, new Happening.AsksForHelp()).state()).isEqualTo(CaseState.OPEN);
  }

  @Test
  void aLiftEndsWhatIsOpenAndLeavesWhatIsSafe() {
    CaseFile ended = after(asked(supporter(0)), new Happening.Over());
    assertThat(ended.state()).isEqualTo(CaseState.ENDED);
    assertThat(stateOf(ended, 0)).isEqualTo(TaskState.WITHDRAWN);
    assertThat(verdict(ended, new Happening.Accepted(id(0)))).isEqualTo(Verdict.NOT_NEEDED);
    CaseFile safe = after(asked(supporter(0)), new Happening.SaysSafe());
    assertThat(after(safe, new Happening.Over())).isEqualTo(safe);
  }

  @Test
  void aSecondOrderBeginsAnewExceptForWhoIsStillAtAShelter() {
    CaseFile home = after(asked(supporter(0)), new Happening.SaysSafe());
    assertThat(after(home, new Happening.CalledUp(true, true)).state()).isEqualTo(CaseState.OPEN);
    CaseFile shelter = after(asked(supporter(0)), new Happening.Over());
    shelter = after(shelter, new Happening.CheckedIn(SCHOOL, now));
    assertThat(shelter.state()).isEqualTo(CaseState.ENDED);
    assertThat(after(shelter, new Happening.CalledUp(true, true)).state())
        .isEqualTo(CaseState.SAFE);
  }

  @Test
  void whateverHappensInWhateverOrderTheCaseHoldsTogether() {
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      now = EVENING;
      CaseFile file = CaseFile.waiting(randomTasks(random));
      for (int step = 0; step < 25; step++) {
        Happening happening = random(random, file);
        CaseFile next = after(file, happening);
        assertHoldsTogether(next, "seed " + seed + " step " + step + " " + happening);
        assertStrengthKept(file, next, happening);
        assertThat(after(next, happening).claim()).isEqualTo(next.claim());
        file = next;
        now = now.plusSeconds(random.nextInt(900));
      }
    }
  }

  @Test
  void whoeverFallsSilentNobodyIsForgotten() {
    for (int seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      now = EVENING;
      CaseFile file = CaseFile.waiting(randomTasks(random));
      for (int step = 0; step < 10; step++) {
        file = after(file, random(random, file));
      }
      for (int round = 0; round < 8 && file.state().isDriven(); round++) {
        file = later(file, Duration.ofHours(2));
      }
      assertThat(file.state())
          .isIn(CaseState.WAITING, CaseState.STAFF, CaseState.SAFE, CaseState.ENDED);
    }
  }

  @Test
  void theWordsOfSheltersGiveTheSameInWhateverOrderTheyArrive() {
    for (int seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      List<Happening> signs = new ArrayList<>();
      boolean present = false;
      for (int i = 1; i <= 6; i++) {
        present = random.nextBoolean();
        Instant at = EVENING.plusSeconds(i * 60L);
        signs.add(
            present ? new Happening.CheckedIn(SCHOOL, at) : new Happening.LeftShelter(SCHOOL, at));
      }
      Collections.shuffle(signs, random);
      CaseFile file = called(supporter(0));
      for (Happening sign : signs) {
        file = after(file, sign);
      }
      assertThat(file.state() == CaseState.SAFE).isEqualTo(present);
    }
  }

  @Test
  void thatStaffTriedInVainStandsInTheCourseAndSupportersAreAskedOn() {
    CaseFile file = asked(supporter(0), supporter(1));
    assertThat(verdict(file, new Happening.CalledInVain())).isEqualTo(Verdict.TAKEN);
    assertThat(after(file, new Happening.VisitedInVain())).isEqualTo(file);
    CaseFile safe = after(file, new Happening.SaysSafe());
    assertThat(verdict(safe, new Happening.VisitedInVain())).isEqualTo(Verdict.NOT_NEEDED);
  }

  @Test
  void whoIsHandedToTheFireServiceIsOnTheListUntilThereIsEvidence() {
    CaseFile file = after(asked(supporter(0)), new Happening.HandedToFire());
    assertThat(file.reason()).contains(CaseReason.HANDED_OVER);
    assertThat(file.state().isNotYetSafe()).isTrue();
    assertThat(after(file, new Happening.SupporterSaysSafe(id(0))).state())
        .isEqualTo(CaseState.SAFE);
  }

  private static void assertHoldsTogether(CaseFile file, String when) {
    long claims = file.tasks().stream().filter(task -> task.state().isClaim()).count();
    boolean open = file.tasks().stream().anyMatch(task -> task.state().isOpen());
    assertThat(claims).as(when).isLessThanOrEqualTo(1);
    assertThat(file.dueAt().isPresent()).as(when).isEqualTo(file.state().isDriven());
    assertThat(file.reason().isPresent()).as(when).isEqualTo(file.state() == CaseState.STAFF);
    switch (file.state()) {
      case ASKED -> assertThat(file.has(TaskState.ASKED) && claims == 0).as(when).isTrue();
      case CLAIMED -> assertThat(file.has(TaskState.ACCEPTED)).as(when).isTrue();
      case ON_THE_WAY -> assertThat(file.has(TaskState.ON_THE_WAY)).as(when).isTrue();
      case OPEN -> assertThat(claims).as(when).isZero();
      case SAFE -> assertThat(!open && file.evidence().isPresent()).as(when).isTrue();
      case ENDED -> assertThat(open).as(when).isFalse();
      case WAITING, STAFF -> assertThat(file.evidence()).as(when).isEmpty();
    }
  }

  private static void assertStrengthKept(CaseFile before, CaseFile after, Happening happening) {
    if (before.state() == CaseState.SAFE && after.state() == CaseState.SAFE) {
      assertThat(after.evidence().orElseThrow().strength())
          .isGreaterThanOrEqualTo(before.evidence().orElseThrow().strength());
    }
    boolean reopened = before.state() == CaseState.SAFE && after.state() != CaseState.SAFE;
    assertThat(reopened)
        .as(happening.toString())
        .isIn(
            false,
            happening instanceof Happening.LeftShelter
                || happening instanceof Happening.Doubted
                || happening instanceof Happening.AsksForHelp
                || happening instanceof Happening.CalledUp);
  }

  private static List<SupportTask> randomTasks(Random random) {
    List<SupportTask> tasks = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      TaskState[] from = {
        TaskState.PLANNED, TaskState.PLANNED, TaskState.ABSENT, TaskState.NO_ADDRESS
      };
      tasks.add(task(i, random.nextInt(4) == 0, from[random.nextInt(from.length)]));
    }
    return tasks;
  }

  private Happening random(Random random, CaseFile file) {
    UUID any = id(random.nextInt(Math.max(1, file.tasks().size())));
    Instant at = now.minusSeconds(random.nextInt(3_000));
    return switch (random.nextInt(18)) {
      case 0 -> new Happening.CalledUp(random.nextBoolean(), random.nextInt(5) == 0);
      case 1, 2, 3, 4 -> new Happening.TimeCame();
      case 5, 6 -> new Happening.Accepted(any);
      case 7 -> new Happening.Declined(any);
      case 8 -> new Happening.OnTheWay(any);
      case 9 -> new Happening.SupporterSaysSafe(any);
      case 10 -> random.nextBoolean() ? new Happening.SaysSafe() : new Happening.AsksForHelp();
      case 11 -> new Happening.CheckedIn(SCHOOL, at);
      case 12 -> new Happening.LeftShelter(SCHOOL, at);
      case 13 -> new Happening.StaffSaySafe("duty", random.nextBoolean());
      case 14 -> random.nextBoolean() ? new Happening.Doubted() : new Happening.AskedAgain();
      case 15 ->
          random.nextBoolean() ? new Happening.CalledInVain() : new Happening.VisitedInVain();
      case 16 ->
          random.nextBoolean() ? new Happening.HandedToFire() : new Happening.HandedToPolice();
      default -> new Happening.Over();
    };
  }
}
