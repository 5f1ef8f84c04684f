package jp.noroshi.shelters.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.LineEvent;
import jp.noroshi.core.audience.Subscribers;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.plan.Reachability;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.shelters.response.Evidence;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.talk.Report.Position;
import jp.noroshi.shelters.talk.Report.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String USER = "U00000000000000000000000000000009";
  private static final UUID SON = new UUID(7, 1);
  private static final LocalDate BIRTH = LocalDate.of(1941, 4, 5);
  private static final LatLon HERE = new LatLon(35.03, 138.94);

  private AskingBed bed;
  private TalkServices talk;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    database.truncate("gis");
    database.truncate("core");
    bed = new AskingBed(database.database());
    talk =
        TalkServices.open(
            new TalkServices.Stores(
                database.database(),
                bed.addresses,
                bed.messages,
                bed.services,
                new Subscribers(
                    database.database(), AskingBed.MUNICIPALITY, Mode.DRILL, bed.register),
                new RoomCipher(bed.register.services().cipher(), Reports.ROOM),
                new Recognition(bed.register.services().cipher(), bed.register.services().log()),
                bed.register.services().register(),
                bed.plans.supporters(),
                "ja"),
            Mode.DRILL,
            bed.register);
  }

  private static Said said(String phone, Optional<LatLon> location) {
    return new Said("見本　花", "みほん　はな", phone, "2階", 1, "", location.map(ReportsTest::told));
  }

  private static Position told(LatLon point) {
    return new Position(point, OptionalInt.of(20), Instant.EPOCH);
  }

  private Report report(PersonAnswer kind, String phone) {
    return talk.reports()
        .fromPage(kind, said(phone, Optional.of(HERE)), Optional.empty(), Optional.empty());
  }

  private static LineEvent wrote(String id, String text) {
    return new LineEvent.Wrote(id, USER, text, Optional.empty());
  }

  private static LineEvent located(String id, String address) {
    return new LineEvent.Located(id, USER, HERE, address, Optional.empty());
  }

  @Test
  void theSameFromTheSameIsOneReportUntilItIsHandled() {
    Report first = report(PersonAnswer.HELP, "000-0000-0001");
    assertThat(report(PersonAnswer.HELP, "０００ー００００ー０００１").id())
        .as("however the number is spelt")
        .isEqualTo(first.id());
    assertThat(report(PersonAnswer.HELP, "000-0000-0002").id()).isNotEqualTo(first.id());
    assertThat(report(PersonAnswer.SAFE, "000-0000-0001").id()).isNotEqualTo(first.id());
    talk.reports().handle(first.id(), "消防へ", "duty");
    assertThat(report(PersonAnswer.HELP, "000-0000-0001").id())
        .as("who calls again is heard again")
        .isNotEqualTo(first.id());
  }

  @Test
  void whatIsPersonalIsSealedWhereTheyAreToo() {
    report(PersonAnswer.HELP, "000-0000-0001");
    String stored =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select r::text from shelters.report r")
                        .mapTo(String.class)
                        .one());
    assertThat(stored).doesNotContain("見本", "2階", "0001", "35.03", "138.94");
    Said said = open().said();
    assertThat(said.place()).isEqualTo("2階");
    assertThat(said.location()).hasValue(told(HERE));
  }

  private Report open() {
    return talk.reports().list(Optional.empty(), true, 10).getFirst();
  }

  @Test
  void aLaterWordWithoutAPlaceTakesThePlaceOfTheEarlierOneFromNobody() {
    report(PersonAnswer.HELP, "000-0000-0001");
    talk.reports()
        .fromPage(
            PersonAnswer.HELP,
            new Said("", "ミホンハナ", "000-0000-0001", "", 1, "水が来た", Optional.empty()),
            Optional.empty(),
            Optional.empty());
    assertThat(open().times()).isEqualTo(2);
    assertThat(open().said().note()).isEqualTo("水が来た");
    assertThat(open().said().location()).hasValue(told(HERE));
  }

  @Test
  void aPositionSentIntoTheTalkJoinsTheOpenReportOfWhoSentIt() {
    handIn(located("alone", ""));
    assertThat(talk.reports().count().help()).as("a position says nothing by itself").isZero();
    handIn(wrote("help", "助けて"), located("here", "見本町1-1"));
    assertThat(open().said().place()).isEqualTo("見本町1-1");
    assertThat(open().said().location())
        .hasValueSatisfying(
            position -> {
              assertThat(position.point()).isEqualTo(HERE);
              assertThat(position.metres()).as("LINE does not tell").isEmpty();
            });
    assertThat(open().times()).isOne();
  }

  private Report ofSomebodyCalledUp(PersonAnswer kind) {
    return talk.reports()
        .fromPage(
            kind, said("000-0000-0001", Optional.empty()), Optional.of(BIRTH), Optional.empty());
  }

  @Test
  void aNameAndABirthDateMakeNobodySafeButStaffAreToldToConfirm() {
    bed.person();
    bed.order();
    Report report = ofSomebodyCalledUp(PersonAnswer.SAFE);
    assertThat(report.joined()).hasValue(bed.line().id());
    assertThat(bed.line().state().isNotYetSafe()).isTrue();
    assertThat(bed.line().strength()).isEmpty();
    assertThat(talk.reports().list(Optional.empty(), true, 10))
        .extracting(Report::id)
        .containsExactly(report.id());
    assertThat(talk.reports().count().open()).isOne();
    talk.reports().handle(report.id(), "電話で確かめた", "duty");
    assertThat(talk.reports().count().open()).isZero();
  }

  @Test
  void aCallForHelpCountsWhoeverMakesIt() {
    bed.person();
    bed.order();
    ofSomebodyCalledUp(PersonAnswer.HELP);
    assertThat(bed.line().helpWanted()).isTrue();
  }

  @Test
  void theWordOfALinkedAccountIsTheirOwn() {
    PersonId person = bed.person();
    bed.reach(ContactKind.PERSON, person.value(), Medium.LINE, USER, "ja");
    bed.order();
    handIn(wrote("safe", "無事"));
    assertThat(bed.line().strength()).hasValue(Evidence.Strength.OWN_WORD);
    assertThat(talk.reports().count().open()).isZero();
  }

  @Test
  void whatIsTooLongIsRefusedAndChangesNothing() {
    assertThatThrownBy(() -> report(PersonAnswer.HELP, "0".repeat(21)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(talk.reports().count().help()).isZero();
  }

  private void handIn(LineEvent... events) {
    talk.inbox().keep(List.of(events));
    talk.inbox().work();
  }

  @Test
  void anEventOfLineIsTakenOnceAndNothingOfItIsKept() {
    handIn(wrote("e1", "助けて"), wrote("e1", "助けて"));
    handIn(wrote("e1", "助けて"));
    assertThat(talk.reports().list(Optional.empty(), true, 10))
        .singleElement()
        .satisfies(report -> assertThat(report.times()).isEqualTo(1));
    Integer left =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select count(*) from shelters.line_event where event is not null or done_at is null")
                        .mapTo(Integer.class)
                        .one());
    assertThat(left).isZero();
  }

  @Test
  void whoTriesCodesOutIsNotListenedToForADay() {
    for (int i = 0; i < 5; i++) {
      handIn(wrote("w" + i, "0000000" + i));
    }
    String code = talk.addresses().code(ContactKind.SUPPORTER, SON, "welfare");
    handIn(wrote("right", code));
    assertThat(talk.contacts().list(ContactKind.SUPPORTER, SON)).isEmpty();
    bed.register.pass(Duration.ofHours(25));
    handIn(wrote("again", code));
    assertThat(talk.contacts().list(ContactKind.SUPPORTER, SON)).hasSize(1);
  }

  @Test
  void whoLeftThePushServiceIsTakenOutAndStaffSeeIt() {
    bed.reach(ContactKind.SUPPORTER, SON, Medium.FCM, "token-of-a-telephone", "ja");
    bed.register.pass(Duration.ofMinutes(1));
    talk.contacts().tryOut(ContactKind.SUPPORTER, SON);
    pushAnswers("ACCEPTED");
    talk.gone().work();
    assertThat(talk.contacts().list(ContactKind.SUPPORTER, SON)).hasSize(1);

    pushAnswers("RECIPIENT_GONE");
    talk.gone().work();
    talk.gone().work();
    assertThat(talk.contacts().list(ContactKind.SUPPORTER, SON)).isEmpty();
    assertThat(talk.contacts().lost(ContactKind.SUPPORTER, SON))
        .extracting(GoneContacts.Lost::medium)
        .containsExactly(Medium.FCM);
    assertThat(talk.gone().findLost()).isEqualTo(new Reachability.Lost(Set.of(), Set.of(SON)));

    bed.register.pass(Duration.ofMinutes(1));
    bed.reach(ContactKind.SUPPORTER, SON, Medium.FCM, "token-of-a-telephone", "ja");
    talk.gone().work();
    assertThat(talk.contacts().list(ContactKind.SUPPORTER, SON))
        .as("who registered again stays")
        .hasSize(1);
    assertThat(talk.contacts().lost(ContactKind.SUPPORTER, SON)).isEmpty();
    assertThat(talk.gone().findLost()).isEqualTo(Reachability.NOBODY_LOST.findLost());
  }

  @Test
  void whoBlocksTheAccountIsLostUnlessThereIsAnotherWay() {
    PersonId hana = bed.person();
    bed.reach(ContactKind.PERSON, hana.value(), Medium.LINE, USER, "ja");
    bed.reach(ContactKind.SUPPORTER, SON, Medium.LINE, USER, "ja");
    talk.supporters().make(SON, "ja");
    handIn(new LineEvent.Left("left", USER));
    assertThat(talk.contacts().list(ContactKind.PERSON, hana.value())).isEmpty();
    assertThat(talk.contacts().lost(ContactKind.PERSON, hana.value()))
        .extracting(GoneContacts.Lost::medium)
        .containsExactly(Medium.LINE);
    assertThat(talk.gone().findLost()).isEqualTo(new Reachability.Lost(Set.of(hana), Set.of()));
  }

  private void pushAnswers(String outcome) {
    database
        .database()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into core.delivery_outcome (delivery_id, attempt, at, outcome, recipient_count)
                        select id, 1, :now, :outcome, 1 from core.delivery where medium = 'FCM'
                        """)
                    .bind("now", bed.register.instant())
                    .bind("outcome", outcome)
                    .execute());
  }
}
