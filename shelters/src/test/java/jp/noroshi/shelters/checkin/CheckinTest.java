package jp.noroshi.shelters.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.shelters.tally.PlaceKind;
import jp.noroshi.shelters.tally.TallyBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckinTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID SCHOOL = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID HALL = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final Instant EVENING = Instant.parse("2026-09-01T10:00:00Z");

  private final UUID yamada = UUID.randomUUID();
  private final UUID suzuki = UUID.randomUUID();
  private final UUID household = UUID.randomUUID();
  private final TestTablet school = new TestTablet(SCHOOL, EVENING);
  private final TestTablet hall = new TestTablet(HALL, EVENING.plusSeconds(3600));
  private TallyBook book;
  private LiveStays stays;
  private Checkin checkin;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    open(TestKeys.cipher(database.database()));
  }

  private void open(RoomCipher cipher) {
    book = new TallyBook(_ -> PlaceKind.SHELTER);
    stays = new LiveStays(book);
    checkin =
        Checkin.start(
            new Checkin.Parts(
                database.database(),
                cipher,
                TestKeys.recognition(database.database(), () -> EVENING),
                List.of(SCHOOL, HALL)::contains,
                () -> EVENING),
            stays);
  }

  @AfterEach
  void close() {
    checkin.close();
  }

  private Checkin.Taken take(CheckinEvent... events) {
    return checkin.take(List.of(events)).join();
  }

  private int peopleAt(UUID shelter) {
    return stays.read(_ -> book.figuresOf(shelter).people());
  }

  private List<CheckinEvent> feedOf(UUID shelter) {
    return checkin.read(shelter, 0, 1000, "tablet:x").events();
  }

  private long looks() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from shelters.card_look")
                    .mapTo(Long.class)
                    .one());
  }

  @Test
  void whatIsTakenIsCountedAtOnce() {
    assertThat(take(school.counts(3, 1))).isEqualTo(new Checkin.Taken(1, 0, List.of()));
    assertThat(peopleAt(SCHOOL)).isEqualTo(3);
  }

  @Test
  void whatComesTwiceIsCountedOnce() {
    CheckinEvent event = school.counts(3, 1);
    take(event);
    assertThat(take(event, event)).isEqualTo(new Checkin.Taken(0, 2, List.of()));
    assertThat(peopleAt(SCHOOL)).isEqualTo(3);
  }

  @Test
  void aHubThatStartsAgainCountsTheSame() {
    take(school.counts(3, 1), school.takesIn(household, yamada, suzuki));
    checkin.close();
    open(TestKeys.cipher(database.database()));
    assertThat(peopleAt(SCHOOL)).isEqualTo(5);
  }

  @Test
  void anEventThatDoesNotFitKeepsNoOtherBack() {
    CheckinEvent elsewhere = new TestTablet(UUID.randomUUID(), EVENING).counts(1, 1);
    CheckinEvent tooMany = school.counts(10_000_000, 1);
    assertThat(take(elsewhere, school.counts(2, 1), tooMany).refused())
        .extracting(Refusal::code)
        .containsExactly(Refusal.Code.UNKNOWN_SHELTER, Refusal.Code.TOO_LONG);
    assertThat(peopleAt(SCHOOL)).isEqualTo(2);
  }

  @Test
  void jsonThatIsNoEventIsNamedByItsIdAndKeepsNoOtherBack() {
    UUID id = UUID.randomUUID();
    JsonNode broken = Json.mapper().valueToTree(Map.of("id", id, "fact", Map.of("type", "danced")));
    JsonNode whole = Json.mapper().valueToTree(school.counts(1, 1));
    Checkin.Taken taken = checkin.takeJson(List.of(broken, whole)).join();
    assertThat(taken.taken()).isEqualTo(1);
    assertThat(taken.refused()).singleElement().extracting(Refusal::id).isEqualTo(Optional.of(id));
  }

  @Test
  void anEventComesBackToTheTabletsOfItsShelterAsItWasWritten() {
    CheckinEvent card = school.names(yamada, household, "山田 花子", "ヤマダ ハナコ");
    take(card);
    assertThat(feedOf(SCHOOL)).containsExactly(card);
    assertThat(feedOf(HALL)).isEmpty();
  }

  @Test
  void openingCardsIsWrittenDownAndReadingCountsIsNot() {
    take(school.counts(1, 1));
    feedOf(SCHOOL);
    assertThat(looks()).isZero();
    take(school.names(yamada, household, "山田 花子", "ヤマダ ハナコ"));
    feedOf(SCHOOL);
    assertThat(looks()).isEqualTo(1);
  }

  @Test
  void noNameIsReadableInTheDatabase() {
    take(school.names(yamada, household, "山田 花子", "ヤマダ ハナコ"));
    long readable =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select count(*) from shelters.checkin_event e
                            where e::text like '%山田%' or position(convert_to('山田', 'UTF8') in e.sealed) > 0
                            """)
                        .mapTo(Long.class)
                        .one());
    assertThat(readable).isZero();
  }

  @Test
  void whoeverTakesSomebodyOverHasTheirCardAndWhoeverLetThemGoHearsOfIt() {
    CheckinEvent card = school.names(yamada, household, "山田 花子", "ヤマダ ハナコ");
    CheckinEvent arrival = school.takesIn(household, yamada);
    take(card, arrival);
    CheckinEvent move = hall.takesOver(SCHOOL, household, yamada);
    take(move);
    assertThat(feedOf(HALL)).containsExactlyInAnyOrder(card, arrival, move);
    assertThat(feedOf(SCHOOL)).containsExactlyInAnyOrder(card, arrival, move);
    assertThat(peopleAt(SCHOOL)).isZero();
    assertThat(peopleAt(HALL)).isEqualTo(1);
  }

  @Test
  void theSameHoldsWhenTheTabletThatLetThemGoWasOfflineUntilLater() {
    CheckinEvent card = school.names(yamada, household, "山田 花子", "ヤマダ ハナコ");
    CheckinEvent arrival = school.takesIn(household, yamada);
    CheckinEvent move = hall.takesOver(SCHOOL, household, yamada);
    take(move);
    take(card);
    take(arrival);
    assertThat(feedOf(HALL)).containsExactlyInAnyOrder(card, arrival, move);
    assertThat(feedOf(SCHOOL)).containsExactlyInAnyOrder(card, arrival, move);
  }

  @Test
  void theSameHoldsWhenEverythingComesAtOnce() {
    CheckinEvent card = school.names(yamada, household, "山田 花子", "ヤマダ ハナコ");
    CheckinEvent arrival = school.takesIn(household, yamada);
    CheckinEvent move = hall.takesOver(SCHOOL, household, yamada);
    take(card, arrival, move);
    assertThat(feedOf(HALL)).containsExactlyInAnyOrder(card, arrival, move);
    assertThat(feedOf(SCHOOL)).containsExactlyInAnyOrder(card, arrival, move);
  }

  @Test
  void aFeedIsReadInPiecesWithoutGapOrRepeat() {
    CheckinEvent[] events = new CheckinEvent[25];
    for (int i = 0; i < events.length; i++) {
      events[i] = school.counts(1, 0);
    }
    take(events);
    Checkin.Feed first = checkin.read(SCHOOL, 0, 10, "tablet:x");
    Checkin.Feed second = checkin.read(SCHOOL, first.next(), 10, "tablet:x");
    Checkin.Feed third = checkin.read(SCHOOL, second.next(), 10, "tablet:x");
    assertThat(first.more()).isTrue();
    assertThat(third.more()).isFalse();
    assertThat(List.of(first, second, third))
        .flatExtracting(Checkin.Feed::events)
        .containsExactly(events);
  }

  @Test
  void withoutTheKeyHeadsAreCountedAndCardsAreRefusedNotLost() {
    checkin.close();
    open(TestKeys.locked(database.database()));
    Checkin.Taken taken =
        take(school.counts(2, 1), school.names(yamada, household, "山田 花子", "ヤマダ ハナコ"));
    assertThat(taken.refused()).extracting(Refusal::code).containsExactly(Refusal.Code.LOCKED);
    assertThat(peopleAt(SCHOOL)).isEqualTo(2);
  }

  @Test
  void eventsAreAppendOnly() {
    take(school.counts(2, 1));
    assertThat(
            catchThrowable(
                () ->
                    database
                        .database()
                        .withHandle(
                            handle -> handle.execute("delete from shelters.checkin_event"))))
        .hasMessageContaining("append-only");
  }
}
