package jp.noroshi.core.chronology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyVerifier.Flaw;
import jp.noroshi.core.chronology.ChronologyVerifier.Verdict;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChronologyTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-11-05T03:00:00.123456789Z");

  private Chronology chronology;
  private ChronologyReader reader;
  private ChronologyVerifier verifier;

  @BeforeEach
  void startEmpty() {
    database.truncate("core");
    chronology = new Chronology(database.database());
    reader = new ChronologyReader(database.database());
    verifier = new ChronologyVerifier(database.database());
  }

  @Test
  void readsWhatWasWritten() {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("recipients", 20000);
    detail.put("medium", "LINE");
    chronology.append(entry("dispatch:1", detail));
    assertThat(reader.listAfter(0, 10, ChronologyFilter.ALL))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.seq()).isEqualTo(1);
              assertThat(line.entry().at()).isEqualTo("2026-11-05T03:00:00.123456Z");
              assertThat(line.entry().detail()).isEqualTo(detail);
              assertThat(line.entry().kind()).isEqualTo(ChronologyKind.DISPATCH_APPROVED);
            });
  }

  @Test
  void standsOnlyIfTheCallersTransactionCommits() {
    chronology.append(entry("dispatch:1"));
    assertThatThrownBy(
            () ->
                database
                    .database()
                    .useTransaction(
                        handle -> {
                          chronology.append(handle, entry("dispatch:2"));
                          throw new IllegalStateException("refused");
                        }))
        .hasMessage("refused");
    chronology.append(entry("dispatch:3"));
    assertThat(subjects()).containsExactly("dispatch:1", "dispatch:3");
    assertIntact(2);
  }

  @Test
  void demandsATransaction() {
    assertThatThrownBy(
            () ->
                database
                    .database()
                    .withHandle(handle -> chronology.append(handle, entry("dispatch:1"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(subjects()).isEmpty();
  }

  @Test
  void concurrentWritersKeepTheChainWithoutGaps() {
    Chronology ofAnotherHub = new Chronology(database.database());
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 200)
          .mapToObj(
              i ->
                  CompletableFuture.runAsync(
                      () -> (i % 2 == 0 ? chronology : ofAnotherHub).append(entry("dispatch:" + i)),
                      writers))
          .toList()
          .forEach(CompletableFuture::join);
    }
    assertIntact(200);
  }

  @Test
  void pagesForwardsAndBackwardsThroughWhatIsAskedFor() {
    for (int i = 1; i <= 6; i++) {
      chronology.append(entry(i % 2 == 0 ? "dispatch:even" : "dispatch:odd"));
    }
    ChronologyFilter even = ChronologyFilter.ALL.about("dispatch:even").of(Mode.DRILL);
    assertThat(reader.listAfter(2, 10, even))
        .extracting(ChronologyLine::seq)
        .containsExactly(4L, 6L);
    assertThat(reader.listBefore(Long.MAX_VALUE, 2, even))
        .extracting(ChronologyLine::seq)
        .containsExactly(6L, 4L);
    assertThat(reader.listAfter(0, 10, even.of(Set.of(ChronologyKind.HUB_STARTED)))).isEmpty();
    assertThat(reader.listAfter(0, 10, even.of(Mode.LIVE))).isEmpty();
    assertThat(reader.lastSeq()).isEqualTo(6);
  }

  @Test
  void refusesChanges() {
    chronology.append(entry("dispatch:1"));
    assertThatThrownBy(
            () ->
                database
                    .database()
                    .withHandle(handle -> handle.execute("delete from core.chronology")))
        .hasMessageContaining("append-only");
  }

  @Test
  void anEmptyChronologyIsIntact() {
    assertIntact(0);
  }

  @Test
  void findsAnAlteredLine() {
    appendFive();
    tamper("update core.chronology set actor = 'somebody else' where seq = 3");
    assertThat(verifier.verify()).isEqualTo(new Verdict.Broken(3, Flaw.ALTERED));
  }

  @Test
  void findsARemovedLine() {
    appendFive();
    tamper("delete from core.chronology where seq = 2");
    assertThat(verifier.verify()).isEqualTo(new Verdict.Broken(2, Flaw.REMOVED));
  }

  @Test
  void findsLinesCutOffAtTheEnd() {
    appendFive();
    tamper("delete from core.chronology where seq = 5");
    assertThat(verifier.verify()).isEqualTo(new Verdict.Broken(5, Flaw.REMOVED));
  }

  @Test
  void findsReorderedLines() {
    appendFive();
    tamper("update core.chronology set seq = -2 where seq = 2");
    tamper("update core.chronology set seq = 2 where seq = 3");
    tamper("update core.chronology set seq = 3 where seq = -2");
    assertThat(verifier.verify()).isEqualTo(new Verdict.Broken(2, Flaw.REORDERED));
  }

  @Test
  void theTailJoinsHistoryAndLiveWithoutGapOrRepeat() {
    appendFive();
    List<Long> heard = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> all = new CompletableFuture<>();
    try (ChronologyTail tail = ChronologyTail.start(chronology, reader, Duration.ofMinutes(5));
        var following =
            tail.follow(
                2,
                line -> {
                  heard.add(line.seq());
                  if (line.seq() == 105) {
                    all.complete(null);
                  }
                })) {
      assertThat(following).isNotNull();
      IntStream.range(0, 100).parallel().forEach(i -> chronology.append(entry("dispatch:" + i)));
      all.join();
    }
    assertThat(heard).containsExactlyElementsOf(LongStream.rangeClosed(3, 105).boxed().toList());
  }

  @Test
  void theTailHearsOtherHubs() {
    CompletableFuture<ChronologyLine> heard = new CompletableFuture<>();
    try (ChronologyTail tail = ChronologyTail.start(chronology, reader, Duration.ofMillis(20))) {
      tail.follow(0, heard::complete);
      new Chronology(database.database()).append(entry("dispatch:7"));
      assertThat(heard.join().entry().subject()).isEqualTo("dispatch:7");
    }
  }

  @Test
  void aFailingListenerIsHandedTheNextLine() {
    CompletableFuture<ChronologyLine> heard = new CompletableFuture<>();
    try (ChronologyTail tail = ChronologyTail.start(chronology, reader, Duration.ofMinutes(5))) {
      tail.follow(
          0,
          line -> {
            if (line.seq() == 1) {
              throw new IllegalArgumentException("cannot read line 1");
            }
            heard.complete(line);
          });
      chronology.append(entry("dispatch:1"));
      chronology.append(entry("dispatch:2"));
      assertThat(heard.join().seq()).isEqualTo(2);
    }
  }

  private void appendFive() {
    IntStream.rangeClosed(1, 5).forEach(i -> chronology.append(entry("dispatch:" + i)));
  }

  /** Changes rows as the owner of the server could, past the triggers. */
  private static void tamper(String sql) {
    database
        .database()
        .useTransaction(
            handle -> {
              handle.execute("set local session_replication_role = replica");
              handle.execute(sql);
            });
  }

  private List<String> subjects() {
    return reader.listAfter(0, 1000, ChronologyFilter.ALL).stream()
        .map(line -> line.entry().subject())
        .toList();
  }

  private void assertIntact(long lines) {
    assertThat(verifier.verify())
        .isInstanceOfSatisfying(
            Verdict.Intact.class, intact -> assertThat(intact.lines()).isEqualTo(lines));
  }

  private static ChronologyEntry entry(String subject) {
    return entry(subject, Map.of("medium", "LINE"));
  }

  private static ChronologyEntry entry(String subject, Map<String, Object> detail) {
    return new ChronologyEntry(
        NOON, Mode.DRILL, ChronologyKind.DISPATCH_APPROVED, "account:sato", subject, detail);
  }
}
