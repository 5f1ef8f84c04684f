package jp.noroshi.shelters.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.AccessHistory;
import jp.noroshi.gis.register.AccessLine;
import jp.noroshi.gis.register.People;
import jp.noroshi.gis.register.PersonEntry;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RegisterBed;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.shelters.checkin.Recognitions.SafetySign;
import jp.noroshi.shelters.tally.PlaceKind;
import jp.noroshi.shelters.tally.TallyBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecognitionsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID SCHOOL = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID HALL = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final Instant EVENING = Instant.parse("2026-09-01T10:00:00Z");
  private static final LocalDate BIRTH = LocalDate.of(1941, 4, 5);

  private final UUID evacuee = UUID.randomUUID();
  private final UUID household = UUID.randomUUID();
  private final TestTablet school = new TestTablet(SCHOOL, EVENING);
  private final TestTablet hall = new TestTablet(HALL, EVENING.plusSeconds(3600));
  private RegisterBed register;
  private Checkin checkin;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    database.truncate("gis");
    database.truncate("core");
    register = RegisterBed.on(database.database());
    checkin = open();
  }

  private Checkin open() {
    return Checkin.start(
        new Checkin.Parts(
            database.database(),
            new RoomCipher(register.services().cipher(), Checkin.ROOM),
            new Recognition(register.services().cipher(), register.services().log()),
            List.of(SCHOOL, HALL)::contains,
            register),
        new LiveStays(new TallyBook(_ -> PlaceKind.SHELTER)));
  }

  @AfterEach
  void close() {
    checkin.close();
  }

  private PersonId onTheRegister(String name, String kana) {
    PersonEntry entry = People.entry("r-" + name, name, kana, People.NAGAOKA);
    register.services().register().enter(entry, RegisterBed.UPDATE);
    return entry.id();
  }

  private CheckinEvent card(TestTablet tablet, String kana, LocalDate birth) {
    return tablet.writes(
        new Fact.EvacueeWritten(
            evacuee,
            household,
            List.of(),
            new PersonCard(
                "見本",
                kana,
                Optional.of(birth),
                Optional.empty(),
                PersonCard.Sex.FEMALE,
                "",
                Set.of(),
                PersonCard.Condition.WELL,
                "",
                "",
                Optional.empty(),
                "",
                "",
                "")));
  }

  private List<SafetySign> signsAfter(CheckinEvent... events) {
    checkin.take(List.of(events)).join();
    checkin.recognitions().goOn(Long.MAX_VALUE);
    return checkin.recognitions().after(0, 100);
  }

  @Test
  void whoChecksInWithNameAndBirthDateOfSomebodyOnTheRegisterIsRecognised() {
    PersonId hana = onTheRegister("見本 花", "ミホン ハナ");
    assertThat(signsAfter(card(school, "みほん　はな", BIRTH), school.takesIn(household, evacuee)))
        .singleElement()
        .satisfies(
            sign -> {
              assertThat(sign.person()).isEqualTo(hana);
              assertThat(sign.shelter()).isEqualTo(SCHOOL);
              assertThat(sign.present()).isTrue();
            });
  }

  @Test
  void recognisingSomebodyIsALineInTheLogOfTheRegister() {
    PersonId hana = onTheRegister("見本 花", "ミホン ハナ");
    signsAfter(card(school, "ミホン ハナ", BIRTH), school.takesIn(household, evacuee));
    assertThat(
            register.services().history().listBefore(Long.MAX_VALUE, 10, AccessHistory.Filter.ALL))
        .filteredOn(line -> line.account().equals("hub"))
        .extracting(AccessLine::subject)
        .containsExactly(hana.value());
  }

  @Test
  void aNameAloneOrAnotherBirthDateRecognisesNobody() {
    onTheRegister("見本 花", "ミホン ハナ");
    assertThat(
            signsAfter(
                card(school, "ミホン ハナ", BIRTH.plusDays(1)), school.takesIn(household, evacuee)))
        .isEmpty();
  }

  @Test
  void ofTwoWithTheSameNameAndBirthDateNobodyIsGuessed() {
    onTheRegister("見本 花", "ミホン ハナ");
    onTheRegister("見本 華", "ミホン ハナ");
    assertThat(signsAfter(card(school, "ミホン ハナ", BIRTH), school.takesIn(household, evacuee)))
        .isEmpty();
  }

  @Test
  void whoLeavesOrMovesIsToldToo() {
    onTheRegister("見本 花", "ミホン ハナ");
    signsAfter(card(school, "ミホン ハナ", BIRTH), school.takesIn(household, evacuee));
    signsAfter(hall.takesOver(SCHOOL, household, evacuee));
    List<SafetySign> signs =
        signsAfter(hall.writes(new Fact.Left(List.of(evacuee), LeftFor.HOME, "")));
    assertThat(signs)
        .extracting(SafetySign::shelter, SafetySign::present)
        .containsExactly(tuple(SCHOOL, true), tuple(HALL, true), tuple(HALL, false));
  }

  @Test
  void aCardThatComesAfterTheArrivalRecognisesAllTheSame() {
    onTheRegister("見本 花", "ミホン ハナ");
    assertThat(signsAfter(school.takesIn(household, evacuee))).isEmpty();
    assertThat(signsAfter(card(school, "ミホン ハナ", BIRTH))).hasSize(1);
  }

  @Test
  void aHubThatStartsAgainTellsNothingTwice() {
    onTheRegister("見本 花", "ミホン ハナ");
    signsAfter(card(school, "ミホン ハナ", BIRTH), school.takesIn(household, evacuee));
    checkin.close();
    checkin = open();
    assertThat(signsAfter()).hasSize(1);
  }
}
