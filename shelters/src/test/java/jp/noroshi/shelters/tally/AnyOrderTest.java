package jp.noroshi.shelters.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.shelters.checkin.Doubt;
import jp.noroshi.shelters.checkin.Histories;
import jp.noroshi.shelters.checkin.Presence;
import jp.noroshi.shelters.checkin.SignedEvent;
import jp.noroshi.shelters.checkin.Stays;
import org.junit.jupiter.api.Test;

/** Over ten thousand invented histories of tablets that could not hear each other. */
class AnyOrderTest {

  private static final int HISTORIES = 10_000;
  private static final int EVENTS = 25;
  private static final List<UUID> SHELTERS = Histories.shelters();
  private static final Map<UUID, PlaceKind> KINDS =
      Map.of(
          SHELTERS.get(0), PlaceKind.SHELTER,
          SHELTERS.get(1), PlaceKind.SELF_OPENED,
          SHELTERS.get(2), PlaceKind.OUTSIDE);
  private static final Function<UUID, PlaceKind> KIND = KINDS::get;

  /** What somebody ends up with who took events in. */
  private record End(
      Map<UUID, Figures> figures, Figures city, Set<Presence> present, Set<Doubt> doubts) {}

  private static End take(List<SignedEvent> events) {
    TallyBook book = new TallyBook(KIND);
    Stays stays = new Stays(book);
    events.forEach(event -> stays.take(event.order(), event.shelter(), event.sign()));
    return new End(
        SHELTERS.stream().collect(Collectors.toMap(each -> each, book::figuresOf)),
        book.city(),
        SHELTERS.stream()
            .flatMap(each -> stays.presentAt(each).stream())
            .collect(Collectors.toSet()),
        new HashSet<>(stays.doubts()));
  }

  private static List<SignedEvent> shuffledWithRepeats(List<SignedEvent> history, Random random) {
    List<SignedEvent> events = new ArrayList<>(history);
    for (int i = 0; i < history.size() / 3; i++) {
      events.add(history.get(random.nextInt(history.size())));
    }
    Collections.shuffle(events, random);
    return events;
  }

  @Test
  void theSameEventsGiveTheSameStateInAnyOrderAndHoweverOften() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      List<SignedEvent> history = Histories.invent(seed, EVENTS);
      End asWritten = take(history);
      Random random = new Random(seed);
      assertThat(take(shuffledWithRepeats(history, random)))
          .as("seed %d", seed)
          .isEqualTo(asWritten);
    }
  }

  @Test
  void theTallyEqualsAnIndependentCount() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      List<SignedEvent> history = Histories.invent(seed, EVENTS);
      End end = take(history);
      PlainCount count = PlainCount.of(history);
      SHELTERS.forEach(
          shelter ->
              assertThat(end.figures().get(shelter)).isEqualTo(count.at(Set.of(shelter), KIND)));
      assertThat(end.city()).as("seed %d", seed).isEqualTo(count.at(Set.copyOf(SHELTERS), KIND));
    }
  }

  @Test
  void aShelterWhoseKindWasCorrectedCountsAsIfItHadAlwaysBeenThat() {
    UUID corrected = SHELTERS.get(1);
    Function<UUID, PlaceKind> right =
        shelter -> shelter.equals(corrected) ? PlaceKind.OUTSIDE : KIND.apply(shelter);
    for (long seed = 0; seed < HISTORIES / 10; seed++) {
      List<SignedEvent> history = Histories.invent(seed, EVENTS);
      TallyBook book = new TallyBook(KIND);
      Stays stays = new Stays(book);
      history.forEach(event -> stays.take(event.order(), event.shelter(), event.sign()));
      book.recount(corrected, PlaceKind.OUTSIDE, stays.presentAt(corrected));
      PlainCount count = PlainCount.of(history);
      assertThat(book.figuresOf(corrected)).isEqualTo(count.at(Set.of(corrected), right));
      assertThat(book.city()).as("seed %d", seed).isEqualTo(count.at(Set.copyOf(SHELTERS), right));
    }
  }

  @Test
  void partsOfASplitNetworkAddUpToTheWholeWheneverTheyMeet() {
    for (long seed = 0; seed < HISTORIES / 10; seed++) {
      List<SignedEvent> history = Histories.invent(seed, EVENTS);
      Random random = new Random(seed);
      Map<Boolean, List<SignedEvent>> split =
          history.stream().collect(Collectors.partitioningBy(_ -> random.nextBoolean()));
      List<SignedEvent> oneThenOther = new ArrayList<>(split.get(true));
      oneThenOther.addAll(split.get(false));
      List<SignedEvent> otherThenOne = new ArrayList<>(split.get(false));
      otherThenOne.addAll(split.get(true));
      assertThat(take(oneThenOther)).as("seed %d", seed).isEqualTo(take(otherThenOne));
    }
  }

  @Test
  void classesSumToThePeopleAndNobodyIsCountedTwice() {
    for (long seed = 0; seed < HISTORIES / 10; seed++) {
      Figures city = take(Histories.invent(seed, EVENTS)).city();
      assertThat(sum(city.sex())).isEqualTo(city.people());
      assertThat(sum(city.age())).isEqualTo(city.people());
      assertThat(sum(city.residence())).isEqualTo(city.people());
      assertThat(sum(city.condition())).isEqualTo(city.people());
      assertThat(city.outside()).isLessThanOrEqualTo(city.people());
      assertThat(city.selfOpened()).isLessThanOrEqualTo(city.people());
    }
  }

  private static int sum(Map<?, Integer> classes) {
    return classes.values().stream().mapToInt(Integer::intValue).sum();
  }
}
