package jp.noroshi.gis.register;

import static jp.noroshi.gis.register.RegisterBed.DUTY;
import static jp.noroshi.gis.register.RegisterBed.UPDATE;
import static jp.noroshi.gis.register.RegisterBed.WELFARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.Disclosure.RecipientKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may be seen and handed over, and what becomes of it. */
class PrivacyTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Access PROVISION =
      Access.of(WELFARE, Purpose.PROVISION, LegalBasis.REGISTER_CONSENT);

  private RegisterBed bed;
  private final PersonEntry hana = People.entry("1", "見本 花", "ミホン ハナ", People.NAGAOKA);
  private final PersonEntry jiro = People.entry("2", "例示 次郎", "レイジ ジロウ", People.NIRAYAMA);

  @BeforeEach
  void open() {
    database.truncate("gis");
    bed = RegisterBed.on(database.database());
    bed.services().register().enter(hana, UPDATE);
    bed.services().register().enter(jiro, UPDATE);
  }

  @Test
  void whoNeverAnsweredDidNotAgree() {
    assertThat(bed.services().consents().current(hana.id()))
        .containsOnlyKeys(ConsentKind.values())
        .doesNotContainValue(ConsentAnswer.GIVEN)
        .containsEntry(ConsentKind.PLAN_MAKING, ConsentAnswer.UNANSWERED);
    refused(
        RegisterRefusal.NOBODY_TO_DISCLOSE,
        () -> bed.services().disclosures().make(wish(RecipientKind.FIRE), PROVISION));
  }

  @Test
  void oneConsentIsNoOtherAndEveryAnswerIsKept() {
    answer(hana, ConsentKind.PLAN_PROVISION, ConsentAnswer.GIVEN);
    answer(hana, ConsentKind.PLAN_PROVISION, ConsentAnswer.WITHDRAWN);
    assertThat(bed.services().consents().current(hana.id()))
        .containsEntry(ConsentKind.PLAN_PROVISION, ConsentAnswer.WITHDRAWN)
        .containsEntry(ConsentKind.REGISTER_PROVISION, ConsentAnswer.UNANSWERED);
    assertThat(bed.services().consents().history(hana.id(), UPDATE))
        .extracting(Consent::answer)
        .containsExactly(ConsentAnswer.WITHDRAWN, ConsentAnswer.GIVEN);
  }

  @Test
  void inNormalTimesOnlyThoseWhoAgreedAreHandedOver() {
    answer(hana, ConsentKind.REGISTER_PROVISION, ConsentAnswer.GIVEN);
    answer(jiro, ConsentKind.REGISTER_PROVISION, ConsentAnswer.REFUSED);
    Disclosure made = bed.services().disclosures().make(wish(RecipientKind.FIRE), PROVISION);
    String file = bed.services().disclosures().fetch(made.id(), 2, PROVISION).text();
    assertThat(file)
        .contains("見本 花")
        .doesNotContain("例示")
        .doesNotContain("見本病")
        .contains("見本消防署（二郎班長）あて")
        .contains("提供番号 " + made.number() + "-2")
        .contains("49条の11第2項");
  }

  @Test
  void whereAnOrdinanceSaysSoOnlyThoseWhoObjectedStayOut() {
    database.truncate("gis");
    bed = RegisterBed.underAnOrdinance(database.database());
    bed.services().register().enter(hana, UPDATE);
    bed.services().register().enter(jiro, UPDATE);
    answer(jiro, ConsentKind.REGISTER_PROVISION, ConsentAnswer.REFUSED);
    Disclosures disclosures = bed.services().disclosures();
    Disclosure made = disclosures.make(wish(RecipientKind.FIRE), PROVISION);
    assertThat(made.byOrdinance()).isTrue();
    assertThat(disclosures.fetch(made.id(), 1, PROVISION).text())
        .contains("見本 花")
        .doesNotContain("例示");
  }

  @Test
  void whatIsChangedByHandKeepsItsReasonAndWhatWas() {
    Register register = bed.services().register();
    refused(
        RegisterRefusal.REASON_MISSING,
        () -> register.amend(hana.in(PersonState.IN_FACILITY), 1, " ", UPDATE));
    register.amend(hana.in(PersonState.IN_FACILITY), 1, "施設に入った", UPDATE);
    refused(
        RegisterRefusal.CHANGED_MEANWHILE,
        () -> register.amend(hana.in(PersonState.DIED), 1, "届け出", UPDATE));
    assertThat(
            bed.services().sheets().open(hana.id(), UPDATE).orElseThrow().history().orElseThrow())
        .extracting(PersonSheet.Version::kinds, PersonSheet.Version::reason)
        .containsExactly(
            tuple(Set.of(ChangeKind.ENTERED_FACILITY), Optional.of("施設に入った")),
            tuple(Set.of(ChangeKind.ENTERED), Optional.empty()));
  }

  @Test
  void whoIsTakenInByHandStandsInTheRegisterWithTheReasonAndUnderAFreeNumber() {
    Register register = bed.services().register();
    PersonEntry saburo = People.entry("900", "見本 三郎", "ミホヌ サブロウ", People.NIRAYAMA);
    refused(RegisterRefusal.REASON_MISSING, () -> register.admit(saburo, " ", "welfare"));
    register.admit(saburo, "本人の申し出", "welfare");
    assertThat(
            bed.services().sheets().open(saburo.id(), UPDATE).orElseThrow().history().orElseThrow())
        .extracting(PersonSheet.Version::kinds, PersonSheet.Version::reason)
        .containsExactly(tuple(Set.of(ChangeKind.ENTERED), Optional.of("本人の申し出")));
    PersonEntry other = People.entry("900", "例示 四郎", "レイジ シロウ", People.NIRAYAMA);
    refused(RegisterRefusal.REFERENCE_TAKEN, () -> register.admit(other, "申し出", "welfare"));
    assertThat(register.findOutline(other.id())).isEmpty();
  }

  @Test
  void othersGetItOnlyInADisaster() {
    answer(hana, ConsentKind.REGISTER_PROVISION, ConsentAnswer.GIVEN);
    refused(
        RegisterRefusal.BASIS_NOT_FITTING,
        () -> bed.services().disclosures().make(wish(RecipientKind.OTHER), PROVISION));
    Emergency emergency = declare(Duration.ofHours(3), List.of());
    Access disaster =
        Access.of(WELFARE, Purpose.PROVISION, LegalBasis.REGISTER_DISASTER).within(emergency.id());
    assertThat(bed.services().disclosures().make(wish(RecipientKind.OTHER), disaster).people())
        .isEqualTo(2);
  }

  @Test
  void aRecalledDisclosureIsFetchedNoMoreAndStaysOpenUntilEveryCopyIsGone() {
    answer(hana, ConsentKind.REGISTER_PROVISION, ConsentAnswer.GIVEN);
    Disclosures disclosures = bed.services().disclosures();
    Disclosure made = disclosures.make(wish(RecipientKind.FIRE), PROVISION);
    disclosures.recall(made.id(), "年度の更新", WELFARE);
    refused(RegisterRefusal.ALREADY_DONE, () -> disclosures.fetch(made.id(), 1, PROVISION));
    assertThat(disclosures.confirmDestroyed(made.id(), 1, WELFARE).isOpen()).isTrue();
    assertThat(disclosures.confirmDestroyed(made.id(), 2, WELFARE).isOpen()).isFalse();
    refused(
        RegisterRefusal.ALREADY_DONE, () -> disclosures.confirmDestroyed(made.id(), 2, WELFARE));
    assertThat(disclosures.of(hana.id(), UPDATE)).extracting(Disclosure::id).contains(made.id());
    assertThat(disclosures.of(jiro.id(), UPDATE)).isEmpty();
  }

  @Test
  void anEmergencyEndsByTheClock() {
    Emergency emergency = declare(Duration.ofHours(2), List.of());
    Access look = asDutyOfficer(emergency);
    bed.pass(Duration.ofHours(2).minusMillis(1));
    assertThat(bed.services().register().open(hana.id(), look)).isPresent();
    bed.pass(Duration.ofMillis(1));
    refused(RegisterRefusal.EMERGENCY_OVER, () -> bed.services().register().open(hana.id(), look));
  }

  @Test
  void anEmergencyHoldsInItsDistrictsOnly() {
    Access look = asDutyOfficer(declare(Duration.ofHours(2), List.of(People.NAGAOKA)));
    assertThat(bed.services().register().open(hana.id(), look)).isPresent();
    moveHomeTo(jiro, "POINT(138.5 35.5)");
    refused(
        RegisterRefusal.OUTSIDE_EMERGENCY, () -> bed.services().register().open(jiro.id(), look));
  }

  @Test
  void whoseHomeLiesInADistrictIsInsideWhateverDistrictTheRegisterNames() {
    Access look = asDutyOfficer(declare(Duration.ofHours(2), List.of(People.NIRAYAMA)));
    moveHomeTo(hana, "POINT(138.5 35.5)");
    refused(
        RegisterRefusal.OUTSIDE_EMERGENCY, () -> bed.services().register().open(hana.id(), look));
    database
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    "update gis.person set home = (select ST_PointOnSurface(outline) from gis.district where code = ?) where id = ?",
                    People.NIRAYAMA.value(),
                    hana.id().value()));
    assertThat(bed.services().register().open(hana.id(), look)).isPresent();
  }

  private void moveHomeTo(PersonEntry person, String point) {
    database
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    "update gis.person set home = ST_GeomFromText(?, 4326) where id = ?",
                    point,
                    person.id().value()));
  }

  @Test
  void anEmergencyNeedsAReasonAndLastsADayAtMost() {
    refused(
        RegisterRefusal.EMERGENCY_TOO_LONG,
        () -> declare(Duration.ofHours(24).plusSeconds(1), List.of()));
    refused(
        RegisterRefusal.UNKNOWN_DISTRICT,
        () -> declare(Duration.ofHours(1), List.of(new AreaCode("99999-01"))));
    refused(
        RegisterRefusal.REASON_MISSING,
        () ->
            bed.services()
                .emergencies()
                .declare(
                    new Emergencies.Declaration(
                        " ", LegalBasis.REGISTER_DISASTER, List.of(), Duration.ofHours(1)),
                    DUTY));
  }

  @Test
  void whatWasSeenIsReportedAndGoneThroughBySomebodyElse() {
    Emergency emergency = declare(Duration.ofHours(2), List.of());
    bed.services().register().open(hana.id(), asDutyOfficer(emergency));
    bed.services().register().open(hana.id(), asDutyOfficer(emergency));
    Emergencies emergencies = bed.services().emergencies();
    refused(
        RegisterRefusal.EMERGENCY_RUNNING,
        () -> emergencies.acknowledge(emergency.id(), "welfare", ""));
    emergencies.end(emergency.id(), DUTY);
    refused(RegisterRefusal.OWN_WORK, () -> emergencies.acknowledge(emergency.id(), "duty", ""));
    Emergency over = emergencies.acknowledge(emergency.id(), "admin", "問題なし");
    assertThat(over.looks()).isEqualTo(2);
    assertThat(over.people()).isEqualTo(1);
    assertThat(
            bed.services()
                .history()
                .listBefore(
                    Long.MAX_VALUE,
                    10,
                    new AccessHistory.Filter(
                        Optional.empty(), Optional.empty(), Optional.of(emergency.id()))))
        .hasSize(2);
  }

  @Test
  void theAccessLogCannotBeChanged() {
    bed.services().register().open(hana.id(), UPDATE);
    for (String change :
        List.of(
            "update gis.access_look set account = 'x'",
            "delete from gis.access_look",
            "truncate gis.access_look")) {
      assertThatThrownBy(() -> database.database().withHandle(handle -> handle.execute(change)))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void theChronologyNamesNobody() {
    answer(hana, ConsentKind.REGISTER_PROVISION, ConsentAnswer.GIVEN);
    bed.services().disclosures().make(wish(RecipientKind.FIRE), PROVISION);
    declare(Duration.ofHours(1), List.of());
    String all =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select string_agg(subject || detail::text, ' ') from core.chronology")
                        .mapTo(String.class)
                        .one());
    assertThat(all).doesNotContain("見本").doesNotContain(hana.id().toString());
  }

  private void answer(PersonEntry person, ConsentKind kind, ConsentAnswer answer) {
    bed.services()
        .consents()
        .record(
            person.id(),
            new Consent(
                kind,
                answer,
                LocalDate.of(2026, 8, 1),
                Consent.Method.PAPER,
                Optional.empty(),
                Optional.of("同意書綴り"),
                bed.instant(),
                "welfare"));
  }

  private Emergency declare(Duration lasting, List<AreaCode> districts) {
    return bed.services()
        .emergencies()
        .declare(
            new Emergencies.Declaration(
                "川の氾濫のおそれ", LegalBasis.REGISTER_DISASTER, districts, lasting),
            DUTY);
  }

  private static Access asDutyOfficer(Emergency emergency) {
    return Access.of(DUTY, Purpose.ASSISTANCE, LegalBasis.REGISTER_DISASTER).within(emergency.id());
  }

  private static DisclosureWish wish(RecipientKind kind) {
    return new DisclosureWish(
        kind, "見本消防署", "避難支援の準備", List.of(), LocalDate.of(2027, 3, 31), List.of("一郎係長", "二郎班長"));
  }

  private static void refused(RegisterRefusal reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            RegisterRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
