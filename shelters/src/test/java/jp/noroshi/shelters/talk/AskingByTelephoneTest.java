package jp.noroshi.shelters.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.CallEvent;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.plan.Supporter;
import jp.noroshi.gis.population.FacilityPhones;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.RegisterBed;
import jp.noroshi.shelters.response.CaseCourses;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.Evidence;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.talk.AddressBook.Contact;
import jp.noroshi.shelters.talk.AskingBed.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AskingByTelephoneTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID SON = new UUID(7, 1);
  private static final UUID NEIGHBOUR = new UUID(7, 2);
  private static final String CALL = "CA" + "0".repeat(31);

  private AskingBed bed;
  private PersonId hana;
  private PhoneInbox inbox;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    database.truncate("gis");
    database.truncate("core");
    bed = new AskingBed(database.database());
    hana = bed.person(SON, NEIGHBOUR);
    inbox =
        new PhoneInbox(
            database.database(),
            Mode.DRILL,
            bed.register,
            bed.messages.phone(
                bed.services.answers(), bed.services.facilityAnswers(), bed.register));
  }

  private void telephone(ContactKind kind, UUID subject) {
    bed.addresses.keep(Contact.byTelephone(kind, subject, "ja"));
  }

  private void askHana() {
    telephone(ContactKind.PERSON, hana.value());
    bed.order();
  }

  private List<Sent> calls() {
    return bed.sent().stream().filter(each -> each.medium() == Medium.VOICE).toList();
  }

  private static String token(Sent call) {
    String path = URI.create(call.said("answer")).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String token() {
    return token(calls().getLast());
  }

  private Rendering.Voice press(int call, char key) {
    return inbox.take(token(), new CallEvent.Pressed(CALL + call, key), "ja");
  }

  private void end(int call, CallEnd how) {
    inbox.take(token(), new CallEvent.Ended(CALL + call, how), "ja");
    bed.work();
  }

  private void waitForTheNextCall() {
    bed.register.pass(ResponseSettings.USUAL.callAgainAfter());
    inbox.work();
    bed.work();
  }

  private List<String> course() {
    return bed.services.courses().find(bed.line().id()).orElseThrow().steps().stream()
        .map(CaseCourses.Step::what)
        .toList();
  }

  @Test
  void aPersonIsAskedInPlainWordsThatNameNobodyAndNoNumber() {
    askHana();
    Sent call = calls().getFirst();
    assertThat(call.to()).isEqualTo("PERSON/" + hana.value());
    assertThat(call.said("text"))
        .startsWith("これは訓練です。")
        .endsWith("これは訓練です。")
        .contains("避難する方は、1。", "家の中の安全なところにいる方は、2。", "助けが必要な方は、3。", "0を押してください");
    assertThat(call.text()).doesNotContain(AskingBed.NAME, "見本町", "000-0000");
    assertThat(call.said("answer")).contains("/voice/");
  }

  @Test
  void keyThreeCallsForHelpAndIsOnTopOfTheList() {
    askHana();
    assertThat(press(1, '3').text()).contains("助けが必要、とのお返事", "119番");
    assertThat(bed.line().helpWanted()).isTrue();
    assertThat(bed.state().isNotYetSafe()).isTrue();
    end(1, CallEnd.ANSWERED);
    waitForTheNextCall();
    assertThat(calls()).as("who answered is not called again").hasSize(1);
  }

  @Test
  void whoLeavesIsNotSafeYetAndWhoIsThereIsByTheirOwnWord() {
    askHana();
    assertThat(press(1, '1').text()).contains("これから避難する、とのお返事");
    assertThat(bed.state().isNotYetSafe()).isTrue();
    assertThat(course()).contains("SaysLeaving");
    assertThat(press(2, '4').text()).contains("安全な場所にいる、とのお返事");
    assertThat(bed.state()).isEqualTo(CaseState.SAFE);
    assertThat(bed.line().strength()).hasValue(Evidence.Strength.OWN_WORD);
  }

  @Test
  void whoStaysWhereWaterComesIsSafeByTheirOwnWord() {
    askHana();
    press(1, '2');
    assertThat(bed.line().strength()).hasValue(Evidence.Strength.OWN_WORD);
    assertThat(course()).contains("SaysIndoors");
  }

  @Test
  void nobodyIsOfferedToStayUnderASlopeOrBeforeATsunami() {
    for (Hazard hazard : List.of(Hazard.LANDSLIDE, Hazard.TSUNAMI, Hazard.EARTHQUAKE)) {
      assertThat(PhoneAnswer.mayStay(hazard)).isFalse();
      assertThat(PhoneAnswer.find(ContactKind.PERSON, hazard, '2')).isEmpty();
    }
  }

  @Test
  void aKeyCountsOnceHoweverOftenItIsHandedIn() {
    askHana();
    press(1, '4');
    String said = press(1, '4').text();
    assertThat(said).contains("安全な場所にいる、とのお返事");
    press(2, '3');
    assertThat(bed.line().helpWanted()).isTrue();
    press(1, '4');
    assertThat(bed.line().helpWanted()).as("an old word does not come back").isTrue();
    assertThat(course().stream().filter("SaysSafe"::equals)).hasSize(1);
  }

  @Test
  void aKeyThatWasNotOfferedIsAskedAgainAndZeroSaysItOnceMore() {
    askHana();
    Rendering.Voice wrong = press(1, '9');
    assertThat(wrong.text()).contains("そのボタンは使えません", "助けが必要な方は、3");
    assertThat(wrong.answer().orElseThrow()).endsWith("/voice/" + token());
    Rendering.Voice again = press(1, '0');
    assertThat(again.text()).doesNotContain("使えません").contains("助けが必要な方は、3");
    assertThat(again.answer()).isPresent();
    assertThat(course()).doesNotContain("SaysSafe", "SaysLeaving", "AsksForHelp");
  }

  @Test
  void whoHangsUpWithoutAKeyOrIsNotReachedIsNeverSafeAndIsCalledAgainWithinTheLimit() {
    askHana();
    for (CallEnd how : List.of(CallEnd.NO_ANSWER, CallEnd.BUSY, CallEnd.ANSWERED)) {
      end(calls().size(), how);
      waitForTheNextCall();
    }
    waitForTheNextCall();
    assertThat(calls()).hasSize(ResponseSettings.USUAL.mostCalls());
    assertThat(course()).containsSubsequence("PhoneNoAnswer", "PhoneBusy", "PhoneWithoutKey");
    assertThat(bed.state().isNotYetSafe()).isTrue();
    assertThat(bed.line().strength()).isEmpty();
  }

  @Test
  void aSupporterTakesItByAKeyAndTheNextOneDoesNot() {
    telephone(ContactKind.SUPPORTER, SON);
    telephone(ContactKind.SUPPORTER, NEIGHBOUR);
    bed.order();
    assertThat(calls()).hasSize(1);
    assertThat(calls().getFirst().said("text")).contains("行ける方は、電話のボタンの1");
    assertThat(press(1, '1').text()).contains("行ける、とのお返事");
    assertThat(bed.state()).isEqualTo(CaseState.CLAIMED);
  }

  @Test
  void aSupporterWhoCannotBeReachedLeavesItToTheNextOne() {
    telephone(ContactKind.SUPPORTER, SON);
    telephone(ContactKind.SUPPORTER, NEIGHBOUR);
    bed.order();
    for (int call = 1; call <= ResponseSettings.USUAL.mostCalls(); call++) {
      end(call, CallEnd.NO_ANSWER);
      waitForTheNextCall();
    }
    assertThat(calls().getLast().to()).isEqualTo("SUPPORTER/" + NEIGHBOUR);
    press(9, '2');
    bed.work();
    assertThat(bed.state()).isEqualTo(CaseState.STAFF);
  }

  @Test
  void aTokenThatIsUnknownOrTooOldIsToldSoAndChangesNothing() {
    askHana();
    String token = token();
    assertThat(inbox.take("guessed", new CallEvent.Pressed(CALL + 1, '4'), "ja").text())
        .contains("もう受け取れません");
    bed.register.pass(ResponseSettings.USUAL.tokenLasts().plusSeconds(1));
    assertThat(inbox.take(token, new CallEvent.Pressed(CALL + 1, '4'), "en").text())
        .contains("no longer taken");
    assertThat(bed.state().isNotYetSafe()).isTrue();
  }

  @Test
  void theNumberIsLookedUpInTheRegisterAndTheLookIsLogged() {
    PhoneNumbers numbers =
        new PhoneNumbers(
            database.database(),
            bed.register.services().register(),
            bed.plans.supporters(),
            new FacilityPhones(database.database(), bed.register));
    Supporter supporter =
        new Supporter(
            SON,
            Supporter.Kind.PERSON,
            0,
            "見本　太郎",
            Optional.empty(),
            Optional.empty(),
            Optional.of("(000) 0000-7001"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            ConsentAnswer.GIVEN,
            Optional.of(LocalDate.of(2026, 5, 1)),
            Optional.empty(),
            false);
    bed.plans.supporters().save(supporter, RegisterBed.UPDATE);
    assertThat(numbers.find("SUPPORTER/" + SON)).contains("+810000007001");
    assertThat(numbers.find("SUPPORTER/" + NEIGHBOUR)).isEmpty();
    assertThat(numbers.find("PERSON/" + hana.value())).isPresent();
    assertThat(numbers.find("PERSON/" + UUID.randomUUID())).isEmpty();
    assertThat(numbers.find("0558-76-0000")).as("no reference").isEmpty();
    assertThat(looks()).containsExactly("HUB SUPPORTER", "HUB PERSON");
  }

  private static List<String> looks() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select standing || ' ' || subject_kind from gis.access_line where account = 'hub' order by id")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void aNumberIsDialledAsItIsWrittenHereOrAbroad() {
    assertThat(PhoneNumbers.dialled("０００－００００－１００１")).contains("+810000001001");
    assertThat(PhoneNumbers.dialled("+1 (000) 000-0001")).contains("+10000000001");
    assertThat(PhoneNumbers.dialled("内線 12")).isEmpty();
    assertThat(PhoneNumbers.dialled("")).isEmpty();
  }
}
