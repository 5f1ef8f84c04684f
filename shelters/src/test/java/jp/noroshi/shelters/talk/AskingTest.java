package jp.noroshi.shelters.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.shelters.response.AnswerPages;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.Evidence;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.response.Verdict;
import jp.noroshi.shelters.talk.AskingBed.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AskingTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID SON = new UUID(7, 1);
  private static final UUID NEIGHBOUR = new UUID(7, 2);
  private static final String SONS_LINE = "U00000000000000000000000000000001";
  private static final String NEIGHBOURS_LINE = "U00000000000000000000000000000002";
  private static final String OWN_LINE = "U00000000000000000000000000000003";

  private AskingBed bed;
  private PersonId hana;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    database.truncate("gis");
    database.truncate("core");
    bed = new AskingBed(database.database());
    hana = bed.person(SON, NEIGHBOUR);
    bed.reach(ContactKind.SUPPORTER, SON, Medium.LINE, SONS_LINE, "ja");
    bed.reach(ContactKind.SUPPORTER, NEIGHBOUR, Medium.LINE, NEIGHBOURS_LINE, "ja");
  }

  private AnswerPages pages() {
    return bed.services.pages();
  }

  private Sent lastTo(String address) {
    return bed.sentTo(address).getLast();
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
  void aSupporterIsAskedWithButtonsThatAnswer() {
    bed.order();
    assertThat(bed.sentTo(NEIGHBOURS_LINE)).as("not yet their turn").isEmpty();
    Sent asked = lastTo(SONS_LINE);
    assertThat(asked.button(0)).isEqualTo("answer:" + asked.token() + ":ACCEPT");
    assertThat(asked.button(1)).isEqualTo("answer:" + asked.token() + ":CANNOT");
    assertThat(pages().say(asked.token(), "ACCEPT")).isEqualTo(Verdict.TAKEN);
    assertThat(bed.state()).isEqualTo(CaseState.CLAIMED);
    assertThat(pages().say(asked.token(), "ON_THE_WAY")).isEqualTo(Verdict.TAKEN);
    assertThat(pages().say(asked.token(), "SAFE")).isEqualTo(Verdict.TAKEN);
    assertThat(bed.line().strength()).hasValue(Evidence.Strength.SUPPORTER_WORD);
  }

  @Test
  void aMessageNamesNobodyAndSaysThatItIsADrill() {
    bed.reach(ContactKind.PERSON, hana.value(), Medium.LINE, OWN_LINE, "ja");
    bed.reach(ContactKind.SUPPORTER, SON, Medium.FCM, "token-of-a-telephone", "en");
    bed.order();
    assertThat(bed.sent())
        .hasSize(3)
        .allSatisfy(
            sent -> {
              assertThat(sent.text()).doesNotContain("見本 花", "見本町", "000-0000");
              assertThat(sent.said("mode")).isEqualTo("DRILL");
              assertThat(sent.said("title")).containsAnyOf("訓練", "DRILL", "Drill");
            });
    assertThat(lastTo("token-of-a-telephone").said("link")).contains("?lang=en");
  }

  @Test
  void oneTakesItAndTheOtherIsToldSo() {
    bed.order();
    Sent son = lastTo(SONS_LINE);
    bed.register.pass(ResponseSettings.USUAL.answerWithin());
    bed.work();
    Sent neighbour = lastTo(NEIGHBOURS_LINE);
    assertThat(pages().say(neighbour.token(), "ACCEPT")).isEqualTo(Verdict.TAKEN);
    assertThat(pages().say(son.token(), "ACCEPT")).isEqualTo(Verdict.TAKEN_BY_ANOTHER);
    assertThat(lastTo(SONS_LINE).said("title")).contains("ほかの方が向かいます");
  }

  @Test
  void thePersonAsksForHelpOrSaysThatTheyAreSafeAndTheSupporterIsTold() {
    bed.reach(ContactKind.PERSON, hana.value(), Medium.LINE, OWN_LINE, "ja");
    bed.order();
    String own = lastTo(OWN_LINE).token();
    assertThat(pages().say(own, "HELP")).isEqualTo(Verdict.TAKEN);
    assertThat(bed.line().helpWanted()).isTrue();
    assertThat(pages().say(own, "SAFE")).isEqualTo(Verdict.TAKEN);
    assertThat(bed.line().strength()).hasValue(Evidence.Strength.OWN_WORD);
    assertThat(lastTo(SONS_LINE).said("title")).contains("安全が確かめられました");
  }

  @Test
  void aTokenServesOnePageForOnePurposeAndATime() {
    bed.reach(ContactKind.PERSON, hana.value(), Medium.LINE, OWN_LINE, "ja");
    bed.order();
    assertThat(pages().say(lastTo(SONS_LINE).token(), "HELP")).isEqualTo(Verdict.UNKNOWN);
    assertThat(pages().say(lastTo(OWN_LINE).token(), "ACCEPT")).isEqualTo(Verdict.UNKNOWN);
    assertThat(pages().say("guessed", "ACCEPT")).isEqualTo(Verdict.UNKNOWN);
    String token = lastTo(SONS_LINE).token();
    bed.register.pass(ResponseSettings.USUAL.tokenLasts().plus(Duration.ofMinutes(1)));
    assertThat(pages().find(token)).isEmpty();
    assertThat(pages().say(token, "ACCEPT")).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whomToHelpIsShownToWhoIsAskedAndEveryLookIsLogged() {
    bed.order();
    String token = lastTo(SONS_LINE).token();
    pages().find(token);
    assertThat(looks()).as("the page alone shows nobody").isEmpty();
    assertThat(pages().whom(token, "192.0.2.1").orElseThrow().name()).isEqualTo(AskingBed.NAME);
    assertThat(looks()).containsExactly("SUPPORTER");
    pages().say(token, "CANNOT");
    assertThat(pages().whom(token, "192.0.2.1")).as("nothing to do with it any more").isEmpty();
  }

  @Test
  void allMessagesOfAResponseStandUnderOneDecisionThatNobodyDrafts() {
    bed.order();
    bed.register.pass(ResponseSettings.USUAL.answerWithin());
    bed.work();
    assertThat(bed.sent()).hasSize(2);
    List<String> decisions =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select state || ' ' || individual from core.dispatch")
                        .mapTo(String.class)
                        .list());
    assertThat(decisions).containsExactly("APPROVED true");
  }

  @Test
  void whoCannotBeWrittenToAnswersFromALinkStaffHandOn() {
    bed.forget(SON, Medium.LINE);
    bed.forget(NEIGHBOUR, Medium.LINE);
    bed.order();
    assertThat(bed.state()).isEqualTo(CaseState.STAFF);
    assertThat(bed.sent()).isEmpty();
    UUID caseId = bed.line().id();
    String son = pages().link(caseId, bed.taskOf(SON)).orElseThrow();
    String neighbour = pages().link(caseId, bed.taskOf(NEIGHBOUR)).orElseThrow();
    assertThat(pages().whom(son, "192.0.2.1")).as("not before they go").isEmpty();
    assertThat(pages().say(son, "CANNOT")).isEqualTo(Verdict.TAKEN);
    assertThat(pages().say(neighbour, "ACCEPT")).isEqualTo(Verdict.TAKEN);
    assertThat(pages().whom(neighbour, "192.0.2.1")).isPresent();
    assertThat(bed.state()).isEqualTo(CaseState.CLAIMED);
    assertThat(pages().link(caseId, UUID.randomUUID())).isEmpty();
  }
}
