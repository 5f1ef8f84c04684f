package jp.noroshi.shelters.opening;

import static jp.noroshi.shelters.opening.ShelterBuilder.aShelter;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.shelters.opening.Inspection.Check;
import jp.noroshi.shelters.opening.Inspection.Item;
import org.junit.jupiter.api.Test;

/** Whatever is said in whatever order, a shelter takes only steps that are allowed. */
class NextOpeningTest {

  private static final int COURSES = 2_000;
  private static final int WORDS = 40;
  private static final Instant BEGIN = Instant.parse("2026-09-01T10:00:00Z");

  private static final List<OpeningWord> VOCABULARY =
      List.of(
          new OpeningWord.Instruct(""),
          inspected(true),
          inspected(false),
          new OpeningWord.Inspect(new Inspection(List.of()), ""),
          new OpeningWord.Open(""),
          new OpeningWord.CannotOpen("土砂"),
          new OpeningWord.CannotOpen(""),
          new OpeningWord.BeginClosing(""),
          new OpeningWord.Close(""),
          new OpeningWord.Crowded(Crowding.FULL, Optional.empty()),
          new OpeningWord.Crowded(Crowding.UNKNOWN, Optional.empty()),
          new OpeningWord.StillCorrect());

  private static OpeningWord inspected(boolean safe) {
    return new OpeningWord.Inspect(new Inspection(List.of(new Check(Item.BUILDING, safe, ""))), "");
  }

  @Test
  void onlyAllowedStepsAreTakenAndARefusalSaysWhy() {
    Random random = new Random(20260901);
    for (int course = 0; course < COURSES; course++) {
      Optional<Opening> stands = Optional.empty();
      for (int word = 0; word < WORDS; word++) {
        stands = follow(stands, VOCABULARY.get(random.nextInt(VOCABULARY.size())), word);
      }
    }
  }

  private static Optional<Opening> follow(Optional<Opening> before, OpeningWord word, int minute) {
    Instant now = BEGIN.plusSeconds(60L * minute);
    try {
      Opening after = new NextOpening(aShelter().build(), before, now, "staff").after(word);
      check(before, after, now);
      return Optional.of(after);
    } catch (OpeningRefusedException refused) {
      assertThat(refused.refusal()).isNotNull();
      return before;
    }
  }

  private static void check(Optional<Opening> before, Opening after, Instant now) {
    OpeningState former = before.map(Opening::state).orElse(OpeningState.NOT_OPENED);
    boolean moved = after.state() != former;
    if (moved) {
      assertThat(former.next()).contains(after.state());
      assertThat(after.since()).isEqualTo(now);
    }
    assertThat(after.asOf()).isEqualTo(now);
    if (after.state() == OpeningState.OPEN) {
      assertThat(after.openedAt()).isPresent();
      assertThat(after.inspection().map(Inspection::isSafe).orElse(true)).isTrue();
    }
    if (!after.state().holdsPeople()) {
      assertThat(after.said()).isEqualTo(Crowding.UNKNOWN);
    }
  }
}
