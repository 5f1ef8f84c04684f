package jp.noroshi.shelters.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.shelters.checkin.CheckinEvent;
import jp.noroshi.shelters.checkin.Doubt;
import jp.noroshi.shelters.checkin.Presence;
import jp.noroshi.shelters.checkin.SignReading;
import jp.noroshi.shelters.checkin.Stays;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Histories on which tablets and hub must agree: the tablet's tests read the same file. */
class ExamplesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** A history and what follows from it. */
  record Example(String name, List<CheckinEvent> events, Expected expected) {}

  /** What follows: figures by shelter, who is where, and what a person has to look at. */
  record Expected(Map<String, Count> shelters, List<Here> present, List<Look> doubts) {}

  /** The figures of a shelter a tablet shows. */
  record Count(int people, int households, int named, int unnamed) {}

  /** Somebody at a shelter. */
  record Here(UUID evacuee, UUID shelter, UUID household, boolean out) {}

  /** Something to look at. */
  record Look(Doubt.Kind kind, List<UUID> records, List<UUID> shelters) {}

  @TestFactory
  Stream<DynamicTest> fromTheEventsFollowsWhatTheExampleSays() {
    return read().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.name(),
                    () ->
                        assertThat(follow(database, example.events()))
                            .isEqualTo(example.expected())));
  }

  static Expected follow(TestDatabase database, List<CheckinEvent> events) {
    TallyBook book = new TallyBook(_ -> PlaceKind.SHELTER);
    Stays stays = new Stays(book);
    SignReading reading = new SignReading(database.database());
    events.forEach(event -> stays.take(event.order(), event.shelter(), reading.signOf(event)));
    Map<String, Count> shelters = new TreeMap<>();
    book.all()
        .forEach(
            (shelter, figures) ->
                shelters.put(
                    shelter.toString(),
                    new Count(
                        figures.people(),
                        figures.households(),
                        figures.named(),
                        figures.unnamed())));
    return new Expected(
        shelters,
        events.stream()
            .map(CheckinEvent::shelter)
            .distinct()
            .flatMap(shelter -> stays.presentAt(shelter).stream())
            .map(ExamplesTest::here)
            .sorted(Comparator.comparing(each -> each.evacuee().toString()))
            .toList(),
        stays.doubts().stream()
            .map(ExamplesTest::look)
            .sorted(Comparator.comparing(Look::toString))
            .toList());
  }

  private static Here here(Presence person) {
    return new Here(person.evacuee(), person.shelter(), person.household(), person.out());
  }

  private static Look look(Doubt doubt) {
    return new Look(doubt.kind(), doubt.records(), doubt.shelters());
  }

  private static List<Example> read() {
    try (InputStream file = ExamplesTest.class.getResourceAsStream("/checkin/histories.json")) {
      return Json.read(
          new String(file.readAllBytes(), StandardCharsets.UTF_8), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
