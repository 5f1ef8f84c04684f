package jp.noroshi.gis.register;

import static jp.noroshi.gis.register.RegisterBed.CHIEF;
import static jp.noroshi.gis.register.RegisterBed.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looks at many are one entry each; whoever reads the log sees a line for everybody. */
class AccessHistoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Access BY_THE_CHIEF =
      Access.of(CHIEF, Purpose.REGISTER, LegalBasis.REGISTER_MAKING);

  private final Random random = new Random(5);
  private final List<PersonId> people =
      IntStream.range(0, 40).mapToObj(_ -> new PersonId(UUID.randomUUID())).toList();
  private RegisterBed bed;

  @BeforeEach
  void open() {
    database.truncate("gis");
    bed = RegisterBed.on(database.database());
  }

  @Test
  void aLookAtManyIsALineForEachOfThemInTheirOrder() {
    look(UPDATE, people.subList(0, 3));
    assertThat(history().listBefore(Long.MAX_VALUE, 10, AccessHistory.Filter.ALL))
        .extracting(AccessLine::subject)
        .containsExactly(people.get(2).value(), people.get(1).value(), people.get(0).value());
  }

  @Test
  void pagesOfAnySizeHoldEveryLineOnceNewestFirst() {
    List<UUID> looked = lookAtRandom();
    for (int size : new int[] {1, 2, 7, 50, 1_000}) {
      assertThat(subjects(size, AccessHistory.Filter.ALL)).isEqualTo(looked.reversed());
    }
  }

  @Test
  void whoWasLookedAtFindsEveryLookAtThemAndNoOther() {
    List<UUID> looked = lookAtRandom();
    UUID one = people.get(7).value();
    List<UUID> own = looked.stream().filter(one::equals).toList();
    assertThat(own).isNotEmpty();
    for (int size : new int[] {1, 3, 100}) {
      assertThat(subjects(size, of(Optional.empty(), Optional.of(one)))).isEqualTo(own);
    }
  }

  @Test
  void whatOneAccountLookedAtIsFound() {
    look(UPDATE, people.subList(0, 5));
    look(BY_THE_CHIEF, people.subList(5, 7));
    look(UPDATE, people.subList(7, 9));
    assertThat(subjects(1, of(Optional.of("welfare-chief"), Optional.empty())))
        .containsExactly(people.get(6).value(), people.get(5).value());
  }

  @Test
  void aLookAtAHundredThousandIsOneEntryAndEachOfThemFindsIt() {
    List<PersonId> everybody =
        Stream.generate(() -> new PersonId(new UUID(random.nextLong(), random.nextLong())))
            .limit(100_000)
            .toList();
    look(UPDATE, everybody);
    assertThat(entries()).isEqualTo(1);
    assertThat(bed.lines()).isEqualTo(100_000);
    UUID last = everybody.getLast().value();
    assertThat(subjects(5, of(Optional.empty(), Optional.of(last)))).containsExactly(last);
  }

  /** Looks at some people many times; returns whom, in order. */
  private List<UUID> lookAtRandom() {
    List<UUID> looked = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int from = random.nextInt(people.size());
      int to = from + 1 + random.nextInt(people.size() - from);
      look(UPDATE, people.subList(from, to));
      people.subList(from, to).forEach(person -> looked.add(person.value()));
    }
    return looked;
  }

  private void look(Access access, List<PersonId> at) {
    database
        .database()
        .useTransaction(
            handle ->
                bed.services().log().noteAll(handle, access, at, Set.of(FieldGroup.IDENTITY)));
  }

  private long entries() {
    return database
        .database()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from gis.access_look").mapTo(Long.class).one());
  }

  /** Reads the whole log page by page. */
  private List<UUID> subjects(int size, AccessHistory.Filter filter) {
    List<UUID> all = new ArrayList<>();
    long before = Long.MAX_VALUE;
    while (true) {
      List<AccessLine> page = history().listBefore(before, size, filter);
      page.forEach(line -> all.add(line.subject()));
      if (page.size() < size) {
        return all;
      }
      before = page.getLast().number();
    }
  }

  private AccessHistory history() {
    return bed.services().history();
  }

  private static AccessHistory.Filter of(Optional<String> account, Optional<UUID> subject) {
    return new AccessHistory.Filter(account, subject, Optional.empty());
  }
}
