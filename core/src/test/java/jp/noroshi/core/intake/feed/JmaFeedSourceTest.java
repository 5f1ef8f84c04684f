package jp.noroshi.core.intake.feed;

import static jp.noroshi.core.alert.AlertBuilder.NINE_O_CLOCK;
import static jp.noroshi.core.intake.TelegramText.aTelegram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.AlertSourceContractTest;
import jp.noroshi.core.intake.HandRounds;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.SeenEntries;
import jp.noroshi.core.intake.SourceHealth.State;
import jp.noroshi.core.intake.SourceWatch;
import org.junit.jupiter.api.Test;

class JmaFeedSourceTest extends AlertSourceContractTest {
  private static final String FIRST = "20260813000000_0_VPWW56_220000.xml";
  private static final String SECOND = "20260813000100_0_VPWW56_220000.xml";
  private static final String THIRD = "20260813000200_0_VPWW56_220000.xml";

  private SimulatedJmaFeed jma;
  private HandRounds rounds;
  private JmaFeedSource feed;

  @Override
  protected AlertSource source() {
    jma = new SimulatedJmaFeed();
    jma.renewedAt(clock.instant());
    feed = newSource(2_000_000_000L);
    return feed;
  }

  private JmaFeedSource newSource(long dailyBytes) {
    rounds = new HandRounds();
    Map<String, Set<String>> telegrams = Map.of("VPWW5", Set.of("220000"), "VTSE41", Set.of());
    return new JmaFeedSource(
        new JmaFeedSettings(
            jma.baseUrl(),
            List.of("extra", "eqvol"),
            telegrams,
            Duration.ofMinutes(30),
            dailyBytes),
        new SeenEntries(Mode.LIVE, "jma-feed", database.database()),
        new SourceWatch("jma-feed", Mode.LIVE, new Chronology(database.database()), clock),
        clock,
        rounds);
  }

  private void restart(long dailyBytes) throws Exception {
    await(feed.stop());
    feed = newSource(dailyBytes);
    await(feed.start(intake));
  }

  @Override
  protected void offer(String name, byte[] bytes) {
    jma.publish("extra", name, clock.instant(), bytes);
    look();
  }

  @Override
  protected void close() throws Exception {
    await(feed.stop());
    jma.close();
  }

  private void look() {
    clock.advance(Duration.ofMinutes(1));
    jma.renewedAt(clock.instant());
    rounds.turn();
  }

  private static byte[] telegram(int minute, String status) {
    return aTelegram().sent(NINE_O_CLOCK.plusSeconds(60L * minute)).kindStatus(status).bytes();
  }

  @Test
  void looksAtSecondTwentyOfEveryMinuteAndAtOnceAfterTheStart() {
    assertThat(rounds.untilNext()).isZero();
    clock.set(Instant.parse("2026-08-13T00:00:05Z"));
    assertThat(rounds.untilNext()).isEqualTo(Duration.ofSeconds(15));
    clock.set(Instant.parse("2026-08-13T00:00:20Z"));
    assertThat(rounds.untilNext()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void aTelegramIsFetchedOnceEvenAcrossARestart() throws Exception {
    offer(FIRST, aTelegram().bytes());
    look();
    jma.publish("extra", SECOND, clock.instant(), telegram(1, "継続"));
    restart(2_000_000_000L);
    look();

    assertThat(jma.requestsOf(FIRST)).isEqualTo(1);
    assertThat(jma.requestsOf(SECOND)).isEqualTo(1);
  }

  @Test
  void entriesAreHandedOverOldestFirstWhateverTheirOrderAndRepeats() {
    jma.publish("extra", FIRST, NINE_O_CLOCK, telegram(0, "発表"));
    jma.publish("extra", THIRD, NINE_O_CLOCK.plusSeconds(120), telegram(2, "解除"));
    jma.publish("extra", SECOND, NINE_O_CLOCK.plusSeconds(60), telegram(1, "継続"));
    jma.list("extra", FIRST, NINE_O_CLOCK, true);
    look();

    assertThat(dispositions())
        .containsExactly(Disposition.DRAFTED, Disposition.RECORDED, Disposition.DRAFTED);
  }

  @Test
  void aLateEntryIsTakenInAndDoesNotUndoWhatIsNewer() {
    offer(SECOND, telegram(1, "継続"));
    offer(FIRST, telegram(0, "発表"));

    assertThat(dispositions()).containsExactly(Disposition.DRAFTED, Disposition.OUTDATED);
  }

  @Test
  void unchangedFeedsAreNotSentAgain() {
    rounds.turn();
    rounds.turn();

    assertThat(jma.saidNotModified("extra.xml")).isTrue();
    assertThat(jma.saidNotModified("eqvol.xml")).isTrue();
  }

  @Test
  void theLongFeedIsReadAtTheStartAndAfterAGap() {
    jma.publishInLongFeedOnly("extra", FIRST, NINE_O_CLOCK, telegram(0, "発表"));
    look();
    assertThat(dispositions()).containsExactly(Disposition.DRAFTED);

    look();
    assertThat(jma.requestsOf("extra_l.xml")).isEqualTo(1);

    clock.advance(Duration.ofMinutes(11));
    jma.publishInLongFeedOnly("extra", SECOND, NINE_O_CLOCK.plusSeconds(60), telegram(1, "継続"));
    look();
    assertThat(jma.requestsOf("extra_l.xml")).isEqualTo(2);
    assertThat(dispositions()).hasSize(2);
  }

  @Test
  void onlyTelegramsOfInterestAreFetched() {
    String elsewhere = "20260813000000_0_VPWW56_120000.xml";
    String notRead = "20260813000000_0_VPFD51_220000.xml";
    jma.publish("extra", elsewhere, NINE_O_CLOCK, aTelegram().bytes());
    jma.publish("extra", notRead, NINE_O_CLOCK, aTelegram().bytes());
    jma.listElsewhere("extra", URI.create("http://127.0.0.1:1/" + FIRST), NINE_O_CLOCK);
    look();

    assertThat(jma.requestsOf(elsewhere)).isZero();
    assertThat(jma.requestsOf(notRead)).isZero();
    assertThat(receipts).isEmpty();
    assertThat(feed.health().state()).isEqualTo(State.WELL);
  }

  @Test
  void aStaleFeedIsAlarmedOnceAlthoughItAnswers() {
    look();
    clock.advance(Duration.ofMinutes(31));
    rounds.turn();
    rounds.turn();
    assertThat(feed.health().state()).isEqualTo(State.STALE);
    look();

    assertThat(feed.health().state()).isEqualTo(State.WELL);
    assertThat(chronologyOfSource()).containsExactly("SOURCE_TROUBLED", "SOURCE_RECOVERED");
  }

  @Test
  void aRefusalIsAlarmedAndTheSourceBacksOff() {
    jma.refuse(".xml", 403);
    look();
    long asked = jma.requestsOf("extra_l.xml");
    assertThat(feed.health().state()).isEqualTo(State.FAILING);

    look();
    look();
    assertThat(jma.requestsOf("extra_l.xml")).isEqualTo(asked + 1);

    jma.answerAgain();
    clock.advance(Duration.ofMinutes(4));
    look();
    assertThat(feed.health().state()).isEqualTo(State.WELL);
  }

  @Test
  void aTelegramThatCannotBeFetchedYetStaysDue() {
    jma.list("extra", FIRST, NINE_O_CLOCK, true);
    look();
    assertThat(feed.health().state()).isEqualTo(State.WELL);

    jma.publish("extra", FIRST, NINE_O_CLOCK, aTelegram().bytes());
    look();
    assertThat(dispositions()).containsExactly(Disposition.DRAFTED);
  }

  @Test
  void aTelegramRefusedWithServerTroubleIsFetchedLater() {
    jma.publish("extra", FIRST, NINE_O_CLOCK, aTelegram().bytes());
    jma.refuse(FIRST, 503);
    look();
    assertThat(feed.health().state()).isEqualTo(State.FAILING);

    jma.answerAgain();
    look();
    assertThat(dispositions()).containsExactly(Disposition.DRAFTED);
    assertThat(feed.health().state()).isEqualTo(State.WELL);
  }

  @Test
  void aSickFeedKeepsNoOtherFromBeingRead() {
    jma.refuse("extra_l.xml", 503);
    jma.publish("eqvol", FIRST, NINE_O_CLOCK, aTelegram().bytes());
    look();

    assertThat(dispositions()).containsExactly(Disposition.DRAFTED);
    assertThat(feed.health().state()).isEqualTo(State.FAILING);
  }

  @Test
  void aBrokenFeedIsAlarmedAndReadAgainWhenItIsMended() {
    look();
    jma.replace(
        "extra", "<feed xmlns='http://www.w3.org/2005/Atom'><upd".getBytes(StandardCharsets.UTF_8));
    look();
    assertThat(feed.health().state()).isEqualTo(State.FAILING);

    jma.answerAgain();
    offer(FIRST, aTelegram().bytes());
    assertThat(dispositions()).containsExactly(Disposition.DRAFTED);
  }

  @Test
  void anOversizeTelegramIsQuarantinedWithoutBeingReadToItsEnd() {
    offer(FIRST, new byte[50 * 1024 * 1024]);

    assertThat(dispositions()).containsExactly(Disposition.QUARANTINED);
  }

  @Test
  void theDailyBudgetStopsTheSourceUntilTheNextDay() throws Exception {
    restart(100);
    look();
    offer(FIRST, aTelegram().bytes());
    assertThat(feed.health().state()).isEqualTo(State.FAILING);
    assertThat(feed.health().detail()).contains("通信量");
    assertThat(receipts).isEmpty();

    clock.advance(Duration.ofDays(1));
    look();
    assertThat(receipts).hasSize(1);
  }

  @Test
  void whatTheIntakeCannotStoreIsHandedOverAgain() throws Exception {
    await(feed.stop());
    feed = newSource(2_000_000_000L);
    int[] calls = {0};
    await(
        feed.start(
            message -> {
              if (calls[0]++ == 0) {
                throw new IllegalStateException("no database");
              }
              return intake.take(message);
            }));
    offer(FIRST, aTelegram().bytes());
    assertThat(feed.health().state()).isEqualTo(State.FAILING);
    look();

    assertThat(dispositions()).containsExactly(Disposition.DRAFTED);
  }

  @Test
  void onlyHttpsIsReadExceptOnThisMachine() {
    assertThatThrownBy(
            () ->
                new JmaFeedSettings(
                    URI.create("http://www.data.jma.go.jp/developer/xml/feed/"),
                    null,
                    null,
                    null,
                    null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://");
  }

  private static List<String> chronologyOfSource() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select kind from core.chronology where subject = 'source:jma-feed' order by seq")
                    .mapTo(String.class)
                    .list());
  }
}
