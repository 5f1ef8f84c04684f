package jp.noroshi.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyVerifier;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.RecipientGone;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryOutcome.Unknown;
import jp.noroshi.core.delivery.DeliveryResult.Part;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class DeliveryWorkerTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ScriptedChannel line = new ScriptedChannel(Medium.LINE);
  private DeliveryBed bed;

  @BeforeEach
  void layOut() {
    database.truncate("core");
    bed = new DeliveryBed(database.database());
  }

  @AfterEach
  void clearAway() {
    bed.close();
  }

  @Test
  void handsEverybodyOverOnce() {
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 1050, 100);
    bed.awaitDone(dispatch);
    assertThat(line.addresses()).containsExactlyInAnyOrderElementsOf(DeliveryBed.addresses(1050));
    assertThat(bed.figures(dispatch))
        .isEqualTo("1050 accepted, 0 refused, 0 unknown, 0 remaining of 1050");
    assertThat(line.handed())
        .allSatisfy(
            batch -> {
              assertThat(batch.rendering()).isEqualTo(DeliveryBed.text());
              assertThat(batch.attempt()).isEqualTo(1);
              assertThat(batch.mayHaveBeenHandedOver()).isFalse();
            });
  }

  @Test
  void takesUpWhatWasEnqueuedBeforeTheStart() {
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 3, 500);
    bed.hub(line);
    bed.awaitDone(dispatch);
    assertThat(bed.outcomes(dispatch)).containsExactly("1 ACCEPTED 3");
  }

  @Test
  void notesTheFirstAndTheLastHandOverOnce() {
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 300, 10);
    bed.awaitDone(dispatch);
    assertThat(bed.milestones())
        .containsExactly(ChronologyKind.FIRST_HANDED_OVER, ChronologyKind.LAST_HANDED_OVER);
    assertThat(bed.detailOf(ChronologyKind.LAST_HANDED_OVER))
        .containsEntry("medium", "LINE")
        .containsEntry("accepted", 300)
        .containsEntry("refused", 0);
  }

  @Test
  void honoursRetryAfter() {
    Instant inFiveMinutes = DeliveryBed.NOON.plus(Duration.ofMinutes(5));
    line.answering(
        batch ->
            DeliveryResult.whole(
                line.handed().size() == 1
                    ? new RetryLater(inFiveMinutes, DeliveryReason.RATE_LIMITED)
                    : new Accepted(Optional.empty())));
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    bed.awaitOutcomes(dispatch, 1);
    DispatchFacts other = bed.dispatch("b");
    bed.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    bed.enqueue(other, Medium.LINE, 2, 500);
    bed.awaitDone(other);
    assertThat(bed.outcomes(dispatch)).containsExactly("1 RETRY_LATER RATE_LIMITED 2");
    bed.pass(Duration.ofMillis(1));
    bed.awaitDone(dispatch);
    assertThat(bed.outcomes(dispatch))
        .containsExactly("1 RETRY_LATER RATE_LIMITED 2", "2 ACCEPTED 2");
  }

  @Test
  void backsOffByItselfWhereTheProviderNamesNoMoment() {
    line.answering(
        batch ->
            DeliveryResult.whole(
                batch.attempt() < 3
                    ? new RetryLater(bed.clock.instant(), DeliveryReason.PROVIDER_ERROR)
                    : new Accepted(Optional.empty())));
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    bed.awaitOutcomes(dispatch, 1);
    assertThat(line.handed()).hasSize(1);
    bed.pass(MINUTE);
    bed.awaitOutcomes(dispatch, 2);
    bed.pass(MINUTE);
    bed.awaitDone(dispatch);
    assertThat(bed.outcomes(dispatch)).last().isEqualTo("3 ACCEPTED 2");
  }

  @Test
  void sameBatchIdOnEveryAttempt() {
    line.answering(
        batch ->
            DeliveryResult.whole(
                batch.attempt() == 1
                    ? new RetryLater(bed.clock.instant(), DeliveryReason.TIMEOUT)
                    : new Accepted(Optional.empty())));
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    bed.awaitOutcomes(dispatch, 1);
    bed.pass(MINUTE);
    bed.awaitDone(dispatch);
    assertThat(line.handed()).extracting(DeliveryBatch::attempt).containsExactly(1, 2);
    assertThat(line.handed())
        .extracting(DeliveryBatch::id)
        .containsOnly(line.handed().getFirst().id());
  }

  @Test
  void triesOnlyThoseAgainWhoHaveNoOutcome() {
    line.answering(
        batch ->
            batch.attempt() > 1
                ? ScriptedChannel.accepted()
                : new DeliveryResult(
                    List.of(
                        new Part(new Accepted(Optional.of("ref")), List.of("r0", "r3")),
                        new Part(new Refused(DeliveryReason.INVALID_MESSAGE), List.of("r1")),
                        new Part(
                            new RetryLater(bed.clock.instant(), DeliveryReason.RATE_LIMITED),
                            List.of("r2", "r4")))));
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 5, 500);
    bed.awaitOutcomes(dispatch, 3);
    assertThat(bed.figures(dispatch))
        .isEqualTo("2 accepted, 1 refused, 0 unknown, 2 remaining of 5");
    bed.pass(MINUTE);
    bed.awaitDone(dispatch);
    assertThat(ScriptedChannel.addresses(line.handed().getLast())).containsExactly("r2", "r4");
    assertThat(bed.figures(dispatch))
        .isEqualTo("4 accepted, 1 refused, 0 unknown, 0 remaining of 5");
  }

  @Test
  void stopsWhenAlertExpires() {
    line.answering(new RetryLater(DeliveryBed.NOON.plus(MINUTE), DeliveryReason.RATE_LIMITED));
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    bed.awaitOutcomes(dispatch, 1);
    bed.pass(Duration.ofHours(1));
    bed.awaitDone(dispatch);
    assertThat(line.handed()).hasSize(1);
    assertThat(bed.outcomes(dispatch))
        .containsExactly("1 RETRY_LATER RATE_LIMITED 2", "2 REFUSED EXPIRED 2");
    assertThat(bed.milestones())
        .containsExactly(ChronologyKind.DELIVERY_REFUSED, ChronologyKind.LAST_HANDED_OVER);
  }

  @Test
  void whatNobodyServesExpiresToo() {
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueueEveryone(dispatch, Medium.RADIO);
    bed.pass(Duration.ofHours(1));
    bed.awaitDone(dispatch);
    assertThat(bed.outcomes(dispatch)).containsExactly("1 REFUSED EXPIRED 1");
  }

  @Test
  void keepsUndeliveredWithReason() {
    line.answering(new Refused(DeliveryReason.INVALID_MESSAGE));
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    bed.awaitDone(dispatch);
    assertThat(bed.board.listUndelivered(dispatch.id(), Medium.LINE, 10))
        .extracting(DeliveryBoard.Undelivered::address, DeliveryBoard.Undelivered::reason)
        .containsExactly(
            tuple("r0", DeliveryReason.INVALID_MESSAGE),
            tuple("r1", DeliveryReason.INVALID_MESSAGE));
    assertThat(bed.detailOf(ChronologyKind.DELIVERY_REFUSED))
        .containsEntry("reason", "INVALID_MESSAGE")
        .containsEntry("recipients", 2);
  }

  @Test
  void anUnknownOutcomeIsNotRepeatedAndShownToAPerson() {
    ScriptedChannel radio =
        new ScriptedChannel(Medium.RADIO).answering(new Unknown(DeliveryReason.TIMEOUT));
    bed.hub(radio);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueueEveryone(dispatch, Medium.RADIO);
    bed.awaitDone(dispatch);
    bed.pass(MINUTE);
    assertThat(radio.handed()).hasSize(1);
    assertThat(bed.milestones())
        .containsExactly(ChronologyKind.DELIVERY_UNKNOWN, ChronologyKind.LAST_HANDED_OVER);
    assertThat(bed.figures(dispatch))
        .isEqualTo("0 accepted, 0 refused, 1 unknown, 0 remaining of 1");
  }

  @Test
  void aChannelThatThrowsLosesNothing() {
    line.answering(
        batch -> {
          throw new IllegalStateException("a fault of the channel");
        });
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    bed.awaitDone(dispatch);
    assertThat(bed.outcomes(dispatch)).containsExactly("1 UNKNOWN UNEXPECTED_ANSWER 2");
    line.answering(batch -> ScriptedChannel.accepted());
    DispatchFacts next = bed.dispatch("b");
    bed.enqueue(next, Medium.LINE, 2, 500);
    bed.awaitDone(next);
    assertThat(bed.outcomes(next)).containsExactly("1 ACCEPTED 2");
  }

  @Test
  void aChannelThatHangsKeepsNoPlace() {
    ScriptedChannel hanging =
        new ScriptedChannel(Medium.LINE, new Channel.Limits(500, 1, 1000, Duration.ofMillis(50)));
    CountDownLatch never = new CountDownLatch(1);
    hanging.answering(
        batch -> {
          if (hanging.handed().size() == 1) {
            never.await();
          }
          return ScriptedChannel.accepted();
        });
    DeliverySettings usual = DeliveryBed.settings(UUID.randomUUID());
    bed.hub(
        new DeliverySettings(
            usual.hub(), Duration.ofMillis(100), usual.poll(), usual.pause(), usual.drain()),
        hanging);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 1);
    bed.awaitDone(dispatch);
    assertThat(bed.outcomes(dispatch)).containsExactly("1 UNKNOWN TIMEOUT 1", "1 ACCEPTED 1");
  }

  @Test
  void oneSickChannelDelaysNoOther() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    ScriptedChannel sick = new ScriptedChannel(Medium.FCM);
    sick.answering(
        batch -> {
          end.await();
          return ScriptedChannel.accepted();
        });
    bed.hub(sick, line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.FCM, 1000, 10);
    bed.enqueue(dispatch, Medium.LINE, 1000, 10);
    bed.await("LINE is complete", () -> complete(dispatch, Medium.LINE));
    assertThat(complete(dispatch, Medium.FCM)).isFalse();
    end.countDown();
    bed.awaitDone(dispatch);
  }

  @Test
  void aMediumThatKeepsFailingIsLeftAloneAndNotedOnce() {
    line.answering(
        batch ->
            DeliveryResult.whole(
                new RetryLater(bed.clock.instant(), DeliveryReason.PROVIDER_ERROR)));
    DeliveryWorkers hub = bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 5, 1);
    bed.await(
        "the trouble is noted", () -> bed.milestones().contains(ChronologyKind.MEDIUM_TROUBLED));
    bed.awaitOutcomes(dispatch, 5);
    assertThat(hub.listChannels()).singleElement().matches(ChannelState::paused);
    bed.pass(MINUTE);
    bed.awaitOutcomes(dispatch, 6);
    assertThat(line.handed()).as("one batch finds out").hasSize(6);
    line.answering(batch -> ScriptedChannel.accepted());
    bed.pass(MINUTE);
    bed.awaitDone(dispatch);
    bed.await(
        "the recovery is noted", () -> bed.milestones().contains(ChronologyKind.MEDIUM_RECOVERED));
    assertThat(bed.milestones())
        .containsOnlyOnce(ChronologyKind.MEDIUM_TROUBLED, ChronologyKind.MEDIUM_RECOVERED);
  }

  @Test
  void updateNeverOvertakesItsAlert() {
    line.answering(
        batch ->
            DeliveryResult.whole(
                batch.attempt() == 1 && line.handed().size() == 1
                    ? new RetryLater(bed.clock.instant(), DeliveryReason.PROVIDER_ERROR)
                    : new Accepted(Optional.empty())));
    bed.hub(line);
    DispatchFacts alert = bed.dispatch("thread");
    bed.enqueue(alert, Medium.LINE, 2, 500);
    bed.awaitOutcomes(alert, 1);
    DispatchFacts update = bed.urgentDispatch("thread");
    DispatchFacts other = bed.dispatch("other");
    bed.enqueue(update, Medium.LINE, 2, 500);
    bed.enqueue(other, Medium.LINE, 2, 500);
    bed.awaitDone(other);
    assertThat(bed.outcomes(update)).isEmpty();
    bed.pass(MINUTE);
    bed.awaitDone(update);
    assertThat(line.dispatches()).containsExactly(alert.id(), other.id(), alert.id(), update.id());
  }

  @Test
  void theOrderOfAThreadHoldsWithinEachMediumOnly() {
    bed.hub(line);
    DispatchFacts alert = bed.dispatch("thread");
    bed.enqueueEveryone(alert, Medium.RADIO);
    DispatchFacts update = bed.dispatch("thread");
    bed.enqueue(update, Medium.LINE, 2, 500);
    bed.awaitDone(update);
    assertThat(bed.openBatches(alert)).isEqualTo(1);
  }

  @Test
  void urgentOvertakes() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ScriptedChannel narrow =
        new ScriptedChannel(
            Medium.LINE, new Channel.Limits(500, 1, 100_000, Duration.ofSeconds(30)));
    narrow.answering(
        batch -> {
          begun.countDown();
          go.await();
          return ScriptedChannel.accepted();
        });
    bed.hub(narrow);
    DispatchFacts usual = bed.dispatch("a");
    bed.enqueue(usual, Medium.LINE, 3, 1);
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    DispatchFacts urgent = bed.urgentDispatch("b");
    bed.enqueue(urgent, Medium.LINE, 1, 1);
    go.countDown();
    bed.awaitDone(usual);
    assertThat(narrow.dispatches())
        .containsExactly(usual.id(), urgent.id(), usual.id(), usual.id());
  }

  @Test
  void withdrawnIsNotHandedOverAndLetsItsSuccessorPass() {
    line.answering(new RetryLater(DeliveryBed.NOON.plus(MINUTE), DeliveryReason.RATE_LIMITED));
    bed.hub(line);
    DispatchFacts wrong = bed.dispatch("thread");
    bed.enqueue(wrong, Medium.LINE, 2, 500);
    bed.awaitOutcomes(wrong, 1);
    line.answering(batch -> ScriptedChannel.accepted());
    DispatchFacts right = bed.dispatch("thread");
    database.database().useTransaction(handle -> bed.outbox.withdraw(handle, wrong.id()));
    bed.enqueue(right, Medium.LINE, 2, 500);
    bed.awaitDone(right);
    assertThat(bed.outcomes(wrong))
        .containsExactly("1 RETRY_LATER RATE_LIMITED 2", "2 REFUSED REPLACED 2");
    assertThat(line.dispatches()).containsExactly(wrong.id(), right.id());
  }

  @Test
  void leaseOfDeadHubIsTakenOver() {
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    diesWhileHandingOver(UUID.randomUUID());
    bed.hub(line);
    bed.pass(Duration.ofSeconds(24));
    assertThat(line.handed()).isEmpty();
    bed.pass(Duration.ofSeconds(2));
    bed.awaitDone(dispatch);
    assertThat(line.handed())
        .singleElement()
        .satisfies(
            batch -> {
              assertThat(batch.attempt()).isEqualTo(2);
              assertThat(batch.mayHaveBeenHandedOver()).isTrue();
            });
    assertThat(bed.outcomes(dispatch)).containsExactly("1 UNKNOWN INTERRUPTED 2", "2 ACCEPTED 2");
    assertThat(bed.detailOf(ChronologyKind.DELIVERY_RECOVERED))
        .containsEntry("batches", 1)
        .containsEntry("recipients", 2);
  }

  @Test
  void aRestartedHubTakesItsOwnLeasesUpAtOnce() {
    UUID hub = UUID.randomUUID();
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    diesWhileHandingOver(hub);
    bed.hub(DeliveryBed.settings(hub), line);
    bed.awaitDone(dispatch);
    assertThat(bed.outcomes(dispatch)).containsExactly("1 UNKNOWN INTERRUPTED 2", "2 ACCEPTED 2");
  }

  @Test
  void whatMayHaveBeenHandedOverAndExpiredIsUnknown() {
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    diesWhileHandingOver(UUID.randomUUID());
    bed.clock.advance(Duration.ofHours(2));
    bed.hub(line);
    bed.awaitDone(dispatch);
    assertThat(line.handed()).isEmpty();
    assertThat(bed.outcomes(dispatch))
        .containsExactly("1 UNKNOWN INTERRUPTED 2", "2 UNKNOWN EXPIRED 2");
    assertThat(bed.milestones()).contains(ChronologyKind.DELIVERY_UNKNOWN);
  }

  @Test
  void anAnswerAfterTheLeaseWasTakenOverIsKeptButNotCounted() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    ScriptedChannel slow = new ScriptedChannel(Medium.LINE);
    slow.answering(
        batch -> {
          if (begun.getCount() == 0) {
            return ScriptedChannel.accepted(); // either hub may be the one that takes it over
          }
          begun.countDown();
          answer.await();
          return ScriptedChannel.accepted();
        });
    bed.hub(slow);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    bed.clock.advance(Duration.ofSeconds(26));
    bed.hub(line);
    bed.awaitDone(dispatch);
    answer.countDown();
    bed.awaitOutcomes(dispatch, 3);
    assertThat(bed.outcomes(dispatch))
        .containsExactly("1 ACCEPTED 2", "1 UNKNOWN INTERRUPTED 2", "2 ACCEPTED 2");
    assertThat(bed.figures(dispatch))
        .isEqualTo("2 accepted, 0 refused, 0 unknown, 0 remaining of 2");
    assertThat(bed.milestones()).containsOnlyOnce(ChronologyKind.LAST_HANDED_OVER);
  }

  @Test
  void severalHubsShareTheWork() {
    ScriptedChannel there = new ScriptedChannel(Medium.LINE);
    bed.hub(line);
    bed.hub(there);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 600, 2);
    bed.awaitDone(dispatch);
    assertThat(line.addresses()).doesNotContainAnyElementsOf(there.addresses());
    assertThat(line.addresses().size() + there.addresses().size()).isEqualTo(600);
    assertThat(bed.milestones())
        .containsExactly(ChronologyKind.FIRST_HANDED_OVER, ChronologyKind.LAST_HANDED_OVER);
    assertThat(new ChronologyVerifier(database.database()).verify())
        .isInstanceOf(ChronologyVerifier.Verdict.Intact.class);
  }

  @Test
  void finishesDeliveriesInFlightWhenItStops() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    line.answering(
        batch -> {
          begun.countDown();
          answer.await();
          return ScriptedChannel.accepted();
        });
    DeliveryWorkers hub = bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    Thread stop = Thread.ofVirtual().start(hub::close);
    answer.countDown();
    stop.join();
    assertThat(bed.outcomes(dispatch)).containsExactly("1 ACCEPTED 2");
    assertThat(line.isClosed()).isTrue();
  }

  @Test
  void whatIsBrokenOffByAStopIsTakenUpByTheNextStart() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    line.answering(
        batch -> {
          begun.countDown();
          new CountDownLatch(1).await();
          return ScriptedChannel.accepted();
        });
    DeliverySettings usual = DeliveryBed.settings(UUID.randomUUID());
    DeliveryWorkers hub =
        bed.hub(
            new DeliverySettings(
                usual.hub(),
                usual.leaseMargin(),
                usual.poll(),
                usual.pause(),
                Duration.ofMillis(50)),
            line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    hub.close();
    ScriptedChannel next = new ScriptedChannel(Medium.LINE);
    bed.hub(next);
    bed.awaitDone(dispatch);
    assertThat(next.handed()).singleElement().matches(DeliveryBatch::mayHaveBeenHandedOver);
    assertThat(bed.outcomes(dispatch)).containsExactly("1 UNKNOWN INTERRUPTED 2", "2 ACCEPTED 2");
  }

  @Test
  void forgetsOnlyUnchangedRecipients() {
    subscribe("r0", DeliveryBed.NOON.minus(MINUTE));
    subscribe("r1", DeliveryBed.NOON.plus(MINUTE));
    subscribe("r2", DeliveryBed.NOON.minus(MINUTE));
    line.answering(
        batch ->
            new DeliveryResult(
                List.of(
                    new Part(new RecipientGone(DeliveryReason.UNREGISTERED), List.of("r0", "r1")),
                    new Part(new Accepted(Optional.empty()), List.of("r2")))));
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 3, 500);
    bed.awaitDone(dispatch);
    assertThat(subscribers()).containsExactly("r1", "r2");
    assertThat(bed.milestones()).doesNotContain(ChronologyKind.DELIVERY_REFUSED);
  }

  @Test
  void outcomesWaitForTheDatabase() {
    database
        .database()
        .withHandle(handle -> handle.execute("alter table core.delivery_outcome rename to away"));
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 2, 500);
    bed.changed();
    bed.await(
        "the batch is leased and handed over",
        () -> {
          bed.changed();
          return !line.handed().isEmpty();
        });
    database
        .database()
        .withHandle(handle -> handle.execute("alter table core.away rename to delivery_outcome"));
    bed.awaitDone(dispatch);
    assertThat(line.handed()).hasSize(1);
    assertThat(bed.outcomes(dispatch)).containsExactly("1 ACCEPTED 2");
  }

  /** Leases everything as a hub that is killed before it could record an answer. */
  private void diesWhileHandingOver(UUID hub) {
    List<Lease> leases =
        new Leases(database.database(), bed.chronology, hub, bed.clock)
            .claim(Mode.DRILL, Medium.LINE, 10, Duration.ofSeconds(25));
    assertThat(leases).isNotEmpty();
  }

  private boolean complete(DispatchFacts dispatch, Medium medium) {
    return bed.board.getDispatch(dispatch.id()).media().stream()
        .filter(figures -> figures.medium() == medium)
        .allMatch(figures -> figures.progress() == MediumFigures.Progress.COMPLETE);
  }

  private static void subscribe(String address, Instant registeredAt) {
    database
        .database()
        .withHandle(
            handle ->
                handle.execute(
                    """
                    insert into core.subscriber (mode, medium, address, registered_at)
                    values ('DRILL', 'LINE', ?, ?)
                    """,
                    address,
                    registeredAt));
  }

  private static List<String> subscribers() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select address from core.subscriber order by address")
                    .mapTo(String.class)
                    .list());
  }
}
