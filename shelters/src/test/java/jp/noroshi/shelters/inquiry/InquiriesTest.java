package jp.noroshi.shelters.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.shelters.checkin.Checkin;
import jp.noroshi.shelters.checkin.CheckinEvent;
import jp.noroshi.shelters.checkin.Fact;
import jp.noroshi.shelters.checkin.HouseholdCard.Disclosure;
import jp.noroshi.shelters.checkin.TestCheckin;
import jp.noroshi.shelters.checkin.TestKeys;
import jp.noroshi.shelters.checkin.TestTablet;
import jp.noroshi.shelters.tally.PlaceKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InquiriesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID SCHOOL = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final Instant EVENING = Instant.parse("2026-09-01T10:00:00Z");
  private static final LocalDate BIRTH = LocalDate.of(1950, 2, 3);
  private static final String NOTHING = "お答えできる安否情報はありません。";

  private final UUID hana = UUID.randomUUID();
  private final UUID home = UUID.randomUUID();
  private final TestTablet school = new TestTablet(SCHOOL, EVENING);
  private Checkin checkin;
  private Inquiries inquiries;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    checkin = TestCheckin.on(database.database(), List.of(SCHOOL), PlaceKind.SHELTER);
    inquiries =
        new Inquiries(
            database.database(),
            TestKeys.cipher(database.database(), Inquiries.ROOM),
            checkin.evacuees(),
            _ -> "長岡小学校",
            InstantSource.system());
    take(
        school.writes(
            new Fact.EvacueeWritten(
                hana, home, List.of(), TestCheckin.person("見本 花", "ミホン ハナ", BIRTH))),
        school.takesIn(home, hana));
  }

  @AfterEach
  void close() {
    checkin.close();
  }

  private void take(CheckinEvent... events) {
    checkin.take(List.of(events)).join();
  }

  private void householdSays(Disclosure disclosure) {
    take(
        school.writes(
            new Fact.HouseholdWritten(
                home, List.of(), TestCheckin.household("長岡", "南 2丁目", disclosure))));
  }

  private UUID asks(Relation relation) {
    return inquiries
        .take(
            relation,
            Proof.DRIVING_LICENCE,
            new Inquiry.Content(
                "試験 次郎",
                "沼津市",
                "000-0000-0009",
                "見本 花",
                "ミホン ハナ",
                Optional.of(BIRTH),
                "長岡",
                "安否の確認"),
            "welfare")
        .id();
  }

  private Inquiries.Candidate candidate(UUID inquiry) {
    return inquiries.open(inquiry, "welfare").candidates().getFirst();
  }

  private String answer(UUID inquiry, Scope scope) {
    return inquiries.answer(inquiry, Optional.of(hana), scope, "welfare");
  }

  @Test
  void whoLivesWithThemHearsWhereTheyAreAndHow() {
    householdSays(Disclosure.UNANSWERED);
    UUID inquiry = asks(Relation.LIVING_TOGETHER);
    assertThat(candidate(inquiry).verdict().widest()).isEqualTo(Scope.WHEREABOUTS);
    assertThat(answer(inquiry, Scope.WHEREABOUTS))
        .isEqualTo("居所：長岡小学校\n負傷・疾病の状況：なし（無事）\n連絡先：000-0000-0001");
  }

  @Test
  void aRelativeElsewhereHearsHowTheyAreAndNotWhere() {
    UUID inquiry = asks(Relation.RELATIVE);
    assertThatThrownBy(() -> answer(inquiry, Scope.WHEREABOUTS))
        .isInstanceOfSatisfying(
            InquiryRefusedException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(InquiryRefusal.BEYOND_SCOPE));
    assertThat(answer(inquiry, Scope.CONDITION)).isEqualTo("負傷・疾病の状況：なし（無事）");
  }

  @Test
  void anAcquaintanceHearsOnlyWhetherSomethingIsKnown() {
    assertThat(answer(asks(Relation.ACQUAINTANCE), Scope.EXISTENCE)).isEqualTo("安否情報を保有しています。");
  }

  @Test
  void aRefusalSoundsLikeNobodyBeingKnown() {
    householdSays(Disclosure.NO);
    UUID refused = asks(Relation.LIVING_TOGETHER);
    assertThat(candidate(refused).verdict().reasons()).containsExactly(Reason.REFUSED);
    assertThat(answer(refused, Scope.NOTHING)).isEqualTo(NOTHING);
    assertThat(
            inquiries.answer(asks(Relation.RELATIVE), Optional.empty(), Scope.NOTHING, "welfare"))
        .isEqualTo(NOTHING);
  }

  @Test
  void somebodyNotedBeforeTheyCameIsUnderProtectionWhenTheyAreThere() {
    inquiries
        .protections()
        .note(
            new Protections.Who("見本 花", "みほん はな", Optional.of(BIRTH), "支援措置"),
            Optional.empty(),
            "welfare");
    UUID inquiry = asks(Relation.LIVING_TOGETHER);
    assertThat(candidate(inquiry).verdict().reasons()).containsExactly(Reason.PROTECTED);
    assertThatThrownBy(() -> answer(inquiry, Scope.EXISTENCE))
        .isInstanceOf(InquiryRefusedException.class);
    UUID protection = inquiries.protections().list().getFirst().id();
    assertThat(inquiries.protections().lift(protection, "welfare")).isTrue();
    assertThat(candidate(inquiry).verdict().widest()).isEqualTo(Scope.WHEREABOUTS);
  }

  @Test
  void somebodyIsProtectedByTheirRecordToo() {
    inquiries
        .protections()
        .note(new Protections.Who("見本 花", "", Optional.empty(), ""), Optional.of(hana), "shelter");
    assertThat(candidate(asks(Relation.LIVING_TOGETHER)).verdict().widest())
        .isEqualTo(Scope.NOTHING);
    assertThatThrownBy(
            () ->
                inquiries
                    .protections()
                    .note(
                        new Protections.Who("だれか", "", Optional.empty(), ""),
                        Optional.empty(),
                        "shelter"))
        .isInstanceOf(InquiryRefusedException.class);
  }

  @Test
  void anInquiryIsNumberedAndAnsweredOnce() {
    UUID first = asks(Relation.RELATIVE);
    UUID second = asks(Relation.RELATIVE);
    answer(first, Scope.CONDITION);
    assertThatThrownBy(() -> answer(first, Scope.CONDITION))
        .isInstanceOfSatisfying(
            InquiryRefusedException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(InquiryRefusal.ALREADY_ANSWERED));
    List<Inquiry> all = inquiries.list(10);
    assertThat(all).extracting(Inquiry::id).containsExactly(second, first);
    assertThat(all.getFirst().number()).isEqualTo(all.getLast().number() + 1);
    assertThat(all.getLast().answer().orElseThrow().scope()).isEqualTo(Scope.CONDITION);
    assertThat(inquiries.open(first, "welfare").answer()).contains("負傷・疾病の状況：なし（無事）");
  }

  @Test
  void whoeverIsOpenedForAnInquiryStandsInTheLog() {
    inquiries.open(asks(Relation.RELATIVE), "welfare");
    List<UUID> looks =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select unnest(records) from shelters.card_look where purpose = 'INQUIRY'")
                        .mapTo(UUID.class)
                        .list());
    assertThat(looks).containsExactly(hana);
  }
}
