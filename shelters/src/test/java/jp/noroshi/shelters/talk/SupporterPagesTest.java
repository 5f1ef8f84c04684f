package jp.noroshi.shelters.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.Evidence;
import jp.noroshi.shelters.response.ResponseBed;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.response.SupporterAnswer;
import jp.noroshi.shelters.response.TaskState;
import jp.noroshi.shelters.response.Verdict;
import jp.noroshi.shelters.talk.SupporterPages.Asked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SupporterPagesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID SON = new UUID(7, 1);
  private static final UUID NEIGHBOUR = new UUID(7, 2);
  private static final String ADDRESS = "192.0.2.1";

  private AskingBed bed;
  private SupporterPages pages;
  private String sons;
  private String neighbours;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    database.truncate("gis");
    database.truncate("core");
    bed = new AskingBed(database.database());
    pages =
        new SupporterPages(
            new SupporterPages.Parts(
                database.database(), bed.addresses, bed.services.pages(), bed.services.answers()),
            Mode.DRILL,
            bed.register);
    bed.person(SON, NEIGHBOUR);
    sons = pages.make(SON, "ja");
    neighbours = pages.make(NEIGHBOUR, "ja");
  }

  private List<Asked> on(String token) {
    return pages.find(token).orElseThrow();
  }

  private Asked only(String token) {
    assertThat(on(token)).hasSize(1);
    return on(token).getFirst();
  }

  private List<String> looks() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select standing from gis.access_line where account = :account order by id")
                    .bind("account", "supporter:" + SON)
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void nothingIsAskedUntilAnOrderAndNothingIsSentToWhoChoseTheWeb() {
    assertThat(on(sons)).isEmpty();
    bed.order();
    assertThat(bed.sent()).isEmpty();
    assertThat(bed.line().asked()).isEqualTo(1);
    assertThat(only(sons).page().state()).isEqualTo(TaskState.ASKED);
    assertThat(only(sons).page().districts()).containsExactly(ResponseBed.NIRAYAMA);
    assertThat(on(neighbours)).as("not yet their turn").isEmpty();
  }

  @Test
  void whoAnswersOnThePageHasTheClaimAndSaysThatThePersonIsSafe() {
    bed.order();
    UUID task = only(sons).task();
    assertThat(pages.say(sons, task, SupporterAnswer.ACCEPT)).isEqualTo(Verdict.TAKEN);
    assertThat(bed.state()).isEqualTo(CaseState.CLAIMED);
    assertThat(pages.say(sons, task, SupporterAnswer.ON_THE_WAY)).isEqualTo(Verdict.TAKEN);
    assertThat(pages.say(sons, task, SupporterAnswer.SAFE)).isEqualTo(Verdict.TAKEN);
    assertThat(bed.line().strength()).hasValue(Evidence.Strength.SUPPORTER_WORD);
    assertThat(only(sons).page().over()).isTrue();
  }

  @Test
  void whoDoesNotOpenTheirPageIsSilentAndTheNextIsAsked() {
    bed.order();
    bed.register.pass(ResponseSettings.USUAL.answerWithin());
    bed.work();
    assertThat(only(sons).page().state()).isEqualTo(TaskState.SILENT);
    Asked next = only(neighbours);
    assertThat(next.page().state()).isEqualTo(TaskState.ASKED);
    assertThat(pages.say(neighbours, next.task(), SupporterAnswer.ACCEPT)).isEqualTo(Verdict.TAKEN);
    assertThat(pages.say(sons, only(sons).task(), SupporterAnswer.ACCEPT))
        .isEqualTo(Verdict.TAKEN_BY_ANOTHER);
  }

  @Test
  void thePageNamesNobodyAndEveryLookAtWhomToHelpIsLogged() {
    bed.order();
    UUID task = only(sons).task();
    assertThat(looks()).isEmpty();
    assertThat(pages.whom(sons, task, ADDRESS).orElseThrow().name()).isEqualTo(AskingBed.NAME);
    assertThat(looks()).containsExactly("SUPPORTER");
    pages.say(sons, task, SupporterAnswer.CANNOT);
    assertThat(pages.whom(sons, task, ADDRESS)).as("nothing to do with it any more").isEmpty();
  }

  @Test
  void aPageOpensNothingThatIsAskedOfSomebodyElse() {
    bed.order();
    UUID task = only(sons).task();
    assertThat(pages.say(neighbours, task, SupporterAnswer.ACCEPT)).isEqualTo(Verdict.UNKNOWN);
    assertThat(pages.whom(neighbours, task, ADDRESS)).isEmpty();
    assertThat(pages.say(sons, UUID.randomUUID(), SupporterAnswer.ACCEPT))
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(pages.find("guessed")).isEmpty();
  }

  @Test
  void aLostLinkIsReplacedAndOneTakenBackOpensNothing() {
    String renewed = pages.make(SON, "ja");
    assertThat(pages.find(sons)).isEmpty();
    assertThat(on(renewed)).isEmpty();
    bed.forget(SON, Medium.WEB);
    assertThat(pages.find(renewed)).isEmpty();
  }

  @Test
  void staffSeeWhenAPageWasLastOpenedAndAFreshOneNeverWas() {
    assertThat(opened()).isEmpty();
    on(sons);
    assertThat(opened()).hasValue(bed.register.instant());
    pages.make(SON, "ja");
    assertThat(opened()).isEmpty();
  }

  private Optional<Instant> opened() {
    return database.database().withHandle(handle -> SupporterPages.opened(handle, Mode.DRILL, SON));
  }

  @Test
  void whatIsOverStandsOnThePageForAnEveningAndThenItIsCalmAgain() {
    bed.order();
    UUID response = bed.services.responses().list().getFirst().id();
    bed.services.responses().end(response, "duty");
    bed.work();
    assertThat(only(sons).page().over()).isTrue();
    bed.register.pass(Duration.ofHours(7));
    assertThat(on(sons)).isEmpty();
  }
}
