package jp.noroshi.shelters.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.shelters.checkin.Evacuees.Question;
import jp.noroshi.shelters.tally.PlaceKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EvacueesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID SCHOOL = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID HALL = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final Instant EVENING = Instant.parse("2026-09-01T10:00:00Z");
  private static final String OFFICER = "duty";

  private final UUID hana = UUID.randomUUID();
  private final UUID taro = UUID.randomUUID();
  private final UUID home = UUID.randomUUID();
  private final UUID otherHome = UUID.randomUUID();
  private final TestTablet school = new TestTablet(SCHOOL, EVENING);
  private final TestTablet hall = new TestTablet(HALL, EVENING.plusSeconds(3600));
  private Checkin checkin;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    checkin = TestCheckin.on(database.database(), List.of(SCHOOL, HALL), PlaceKind.SHELTER);
    take(
        school.names(hana, home, "見本 花", "ミホン ハナ"),
        school.writes(
            new Fact.HouseholdWritten(home, List.of(), TestCheckin.household("長岡", "南 2丁目"))),
        school.takesIn(home, hana),
        school.names(taro, otherHome, "試験 太郎", "シケン タロウ"),
        school.takesIn(otherHome, taro));
  }

  @AfterEach
  void close() {
    checkin.close();
  }

  private void take(CheckinEvent... events) {
    checkin.take(List.of(events)).join();
  }

  private List<Evacuee> find(Question question) {
    return checkin.evacuees().find(question, LookPurpose.RUNNING, OFFICER, 100).evacuees();
  }

  private static Question named(String name) {
    return new Question(name, "", Optional.empty(), false);
  }

  private List<UUID> looks() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select unnest(records) from shelters.card_look where account = :account and purpose = 'RUNNING'")
                    .bind("account", OFFICER)
                    .mapTo(UUID.class)
                    .list());
  }

  @Test
  void somebodyIsFoundByTheBeginningOfTheirNameWrittenOrReadAndTheLookIsLogged() {
    assertThat(find(named("みほん"))).extracting(Evacuee::id).containsExactly(hana);
    assertThat(find(named("見本花"))).extracting(Evacuee::id).containsExactly(hana);
    assertThat(find(named("シ"))).extracting(each -> each.card().name()).containsExactly("試験 太郎");
    assertThat(looks()).containsExactlyInAnyOrder(hana, hana, taro);
  }

  @Test
  void nobodyWhoIsNotFoundIsOpened() {
    assertThat(find(named("ヤマダ"))).isEmpty();
    assertThat(looks()).isEmpty();
  }

  @Test
  void aDistrictNamesItsHouseholdsAndAShelterWhoIsThere() {
    assertThat(find(new Question("", "長岡", Optional.empty(), false)))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.id()).isEqualTo(hana);
              assertThat(each.householdCard().address()).isEqualTo("南 2丁目");
            });
    assertThat(find(new Question("", "", Optional.of(SCHOOL), false)))
        .extracting(each -> each.card().kana())
        .containsExactly("シケン タロウ", "ミホン ハナ");
    assertThat(find(new Question("タ", "長岡", Optional.empty(), false))).isEmpty();
  }

  @Test
  void whoLeftIsFoundOnlyWhenAskedForAndWithWhereTheyWent() {
    take(school.writes(new Fact.Left(List.of(hana), LeftFor.RELATIVES, "となり町の妹宅")));
    assertThat(find(named("ミホン"))).isEmpty();
    assertThat(find(new Question("ミホン", "", Optional.empty(), true)))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.where().orElseThrow().left()).contains(LeftFor.RELATIVES);
              assertThat(each.where().orElseThrow().note()).isEqualTo("となり町の妹宅");
            });
  }

  @Test
  void nobodyLeafsThroughEverybody() {
    assertThatThrownBy(() -> find(new Question(" ", "", Optional.empty(), true)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoIsJoinedIsOnePersonUnderEitherName() {
    UUID again = UUID.randomUUID();
    take(
        hall.names(again, home, "ミホンハナコ", "ミホン ハナコ"),
        hall.takesIn(home, again),
        hall.writes(new Sign.Same(Sign.What.EVACUEE, hana, again)));
    assertThat(find(named("ミホン"))).extracting(Evacuee::id).containsExactly(hana);
  }

  @Test
  void cardsWrittenWithoutKnowingOfEachOtherAreShownSideBySide() {
    take(hall.names(hana, home, "見本 華", "ミホン ハナ"));
    Evacuees.Evidence evidence = checkin.evacuees().openDoubtful(List.of(hana), OFFICER);
    assertThat(evidence.versions())
        .extracting(each -> ((Fact.EvacueeWritten) each.fact()).card().name())
        .containsExactly("見本 花", "見本 華");
    assertThat(evidence.evacuees()).extracting(Evacuee::id).containsExactly(hana);
  }
}
