package jp.noroshi.shelters.opening;

import static jp.noroshi.shelters.opening.OpeningRefusal.ALREADY_SO;
import static jp.noroshi.shelters.opening.OpeningRefusal.INSPECTION_INCOMPLETE;
import static jp.noroshi.shelters.opening.OpeningRefusal.NOTHING_SAID;
import static jp.noroshi.shelters.opening.OpeningRefusal.NOT_NEXT;
import static jp.noroshi.shelters.opening.OpeningRefusal.NOT_OPEN;
import static jp.noroshi.shelters.opening.OpeningRefusal.REASON_MISSING;
import static jp.noroshi.shelters.opening.OpeningRefusal.RETIRED;
import static jp.noroshi.shelters.opening.OpeningRefusal.UNSAFE;
import static jp.noroshi.shelters.opening.OpeningRefusal.UNTIL_PASSED;
import static jp.noroshi.shelters.opening.ShelterBuilder.aShelter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.shelters.opening.Inspection.Check;
import jp.noroshi.shelters.opening.Inspection.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpeningsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Shelter SCHOOL = aShelter().build();
  private static final Instant EVENING = Instant.parse("2026-09-01T10:00:00Z");
  private static final OpeningWord INSTRUCT = new OpeningWord.Instruct("");
  private static final OpeningWord OPEN = new OpeningWord.Open("");
  private static final OpeningWord BEGIN_CLOSING = new OpeningWord.BeginClosing("");
  private static final OpeningWord CLOSE = new OpeningWord.Close("");
  private static final OpeningWord STILL_CORRECT = new OpeningWord.StillCorrect();

  private Instant now = EVENING;
  private Openings openings;

  @BeforeEach
  void start() {
    database.truncate("core");
    database.truncate("shelters");
    openings =
        new Openings(
            database.database(), new Chronology(database.database()), Mode.DRILL, () -> now);
  }

  private void later() {
    now = now.plus(Duration.ofMinutes(10));
  }

  private Opening say(OpeningWord word) {
    return openings.say(SCHOOL, word, "staff");
  }

  private static OpeningWord inspected(boolean safe) {
    return new OpeningWord.Inspect(
        new Inspection(
            List.of(
                new Check(Item.BUILDING, safe, safe ? "" : "天井が落ちかけている"),
                new Check(Item.WATER, false, "断水"))),
        "");
  }

  private static OpeningWord crowded(Crowding crowding) {
    return new OpeningWord.Crowded(crowding, Optional.empty());
  }

  private void refused(OpeningWord word, OpeningRefusal refusal) {
    refused(SCHOOL, word, refusal);
  }

  private void refused(Shelter shelter, OpeningWord word, OpeningRefusal refusal) {
    Optional<Opening> before = openings.find(shelter.id());
    assertThatThrownBy(() -> openings.say(shelter, word, "staff"))
        .asInstanceOf(type(OpeningRefusedException.class))
        .extracting(OpeningRefusedException::refusal)
        .isEqualTo(refusal);
    assertThat(openings.find(shelter.id())).isEqualTo(before);
  }

  private List<String> milestones() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select kind from core.chronology order by seq")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void nothingStandsBeforeSomebodySaysSo() {
    assertThat(openings.standing()).isEmpty();
    refused(STILL_CORRECT, NOTHING_SAID);
  }

  @Test
  void theWholeCourseIsKeptWithWhoAndWhen() {
    say(INSTRUCT);
    later();
    say(inspected(true));
    later();
    Instant opened = now;
    say(OPEN);
    later();
    say(BEGIN_CLOSING);
    later();
    Opening closed = say(CLOSE);

    assertThat(closed.openedAt()).contains(opened);
    assertThat(closed.since()).isEqualTo(now);
    assertThat(openings.history(SCHOOL.id()))
        .extracting(OpeningLine::state)
        .containsExactly(
            OpeningState.CLOSED,
            OpeningState.CLOSING,
            OpeningState.OPEN,
            OpeningState.INSPECTED,
            OpeningState.INSTRUCTED);
    assertThat(openings.history(SCHOOL.id())).allMatch(line -> line.by().equals("staff"));
    assertThat(milestones())
        .containsExactly(
            "SHELTER_INSTRUCTED",
            "SHELTER_INSPECTED",
            "SITE_OPENED",
            "SHELTER_CLOSING",
            "SITE_CLOSED");
  }

  @Test
  void inNeedAShelterOpensWithoutInstructionAndInspection() {
    assertThat(say(OPEN).state()).isEqualTo(OpeningState.OPEN);
  }

  @Test
  void whatWasSaidCannotBeChangedOrTakenAway() {
    say(OPEN);
    for (String attempt :
        List.of(
            "update shelters.opening_event set by = 'me'", "delete from shelters.opening_event")) {
      assertThatThrownBy(
              () -> database.database().useTransaction(handle -> handle.execute(attempt)))
          .hasMessageContaining("stands as it was said");
    }
  }

  @Test
  void anUnsafeBuildingDoesNotOpenUntilItIsInspectedAgain() {
    say(inspected(false));
    refused(OPEN, UNSAFE);
    say(inspected(true));
    assertThat(say(OPEN).inspection()).map(Inspection::isSafe).contains(true);
  }

  @Test
  void missingWaterIsNotedAndDoesNotKeepPeopleOut() {
    say(inspected(true));
    assertThat(say(OPEN).inspection().orElseThrow().checks())
        .contains(new Check(Item.WATER, false, "断水"));
  }

  @Test
  void whatAnEarlierCourseFoundCountsNoMore() {
    say(inspected(false));
    say(CLOSE);
    assertThat(say(INSTRUCT).inspection()).isEmpty();
    assertThat(say(OPEN).state()).isEqualTo(OpeningState.OPEN);
  }

  @Test
  void anInspectionSaysHowTheBuildingIsAndNothingTwice() {
    refused(
        new OpeningWord.Inspect(new Inspection(List.of(new Check(Item.ROAD, true, ""))), ""),
        INSPECTION_INCOMPLETE);
    Check building = new Check(Item.BUILDING, true, "");
    refused(
        new OpeningWord.Inspect(new Inspection(List.of(building, building)), ""),
        INSPECTION_INCOMPLETE);
  }

  @Test
  void oneThatCannotOpenSaysWhyAndIsInspectedAgainBeforeItOpens() {
    say(INSTRUCT);
    refused(new OpeningWord.CannotOpen(" "), REASON_MISSING);
    say(new OpeningWord.CannotOpen("土砂が流れ込んだ"));
    refused(OPEN, NOT_NEXT);
    say(inspected(true));
    assertThat(say(OPEN).state()).isEqualTo(OpeningState.OPEN);
  }

  @Test
  void aStepThatDoesNotFollowIsRefused() {
    refused(CLOSE, NOT_NEXT);
    refused(BEGIN_CLOSING, NOT_NEXT);
    say(OPEN);
    refused(OPEN, ALREADY_SO);
    refused(INSTRUCT, NOT_NEXT);
  }

  @Test
  void anInstructionCanBeWithdrawn() {
    say(INSTRUCT);
    assertThat(say(CLOSE).state()).isEqualTo(OpeningState.CLOSED);
  }

  @Test
  void aSiteInNoListOpensNoMoreButMayStillClose() {
    say(OPEN);
    Shelter gone = aShelter().retired().build();
    assertThat(openings.say(gone, BEGIN_CLOSING, "staff").state()).isEqualTo(OpeningState.CLOSING);
    openings.say(gone, CLOSE, "staff");
    refused(gone, OPEN, RETIRED);
  }

  @Test
  void stillCorrectRenewsTheTimeAndIsNoMilestone() {
    say(OPEN);
    say(crowded(Crowding.CROWDED));
    later();
    Opening renewed = say(STILL_CORRECT);
    assertThat(renewed.asOf()).isEqualTo(now);
    assertThat(renewed.since()).isEqualTo(EVENING);
    assertThat(renewed.said()).isEqualTo(Crowding.CROWDED);
    assertThat(milestones()).containsExactly("SITE_OPENED", "SHELTER_CROWDING");
  }

  @Test
  void onlyAShelterWithPeopleInItHasACrowding() {
    say(INSTRUCT);
    refused(crowded(Crowding.FULL), NOT_OPEN);
    say(OPEN);
    refused(new OpeningWord.Crowded(Crowding.FULL, Optional.of(now)), UNTIL_PASSED);
    say(crowded(Crowding.FULL));
    say(BEGIN_CLOSING);
    assertThat(openings.find(SCHOOL.id())).map(Opening::said).contains(Crowding.FULL);
    assertThat(say(CLOSE).said()).isEqualTo(Crowding.UNKNOWN);
  }

  @Test
  void ofEightWhoOpenItAtOnceOneDoes() throws Exception {
    List<Callable<Boolean>> hands = Collections.nCopies(8, this::opens);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long opened = 0;
      for (Future<Boolean> hand : threads.invokeAll(hands)) {
        opened += hand.get() ? 1 : 0;
      }
      assertThat(opened).isEqualTo(1);
    }
    assertThat(openings.history(SCHOOL.id())).hasSize(1);
  }

  private boolean opens() {
    try {
      say(OPEN);
      return true;
    } catch (OpeningRefusedException refused) {
      return false;
    }
  }

  @Test
  void oneThatWasClosingTakesPeopleInAgainSinceTheSecondTime() {
    say(OPEN);
    later();
    say(BEGIN_CLOSING);
    later();
    Opening again = say(OPEN);
    assertThat(again.since()).isEqualTo(now);
    assertThat(again.openedAt()).contains(EVENING);
  }
}
