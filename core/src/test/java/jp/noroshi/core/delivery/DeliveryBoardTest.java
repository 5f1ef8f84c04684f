package jp.noroshi.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryResult.Part;
import jp.noroshi.core.delivery.MediumFigures.Progress;
import jp.noroshi.core.delivery.MediumFigures.ReasonCount;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class DeliveryBoardTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

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
  void showsNothingBeforeAnythingIsEnqueued() {
    DispatchFigures figures = bed.board.getDispatch(bed.dispatch("a").id());
    assertThat(figures.media()).isEmpty();
    assertThat(figures.asOf()).isEqualTo(DeliveryBed.NOON);
  }

  @Test
  void showsWhatWaits() {
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 7, 3);
    bed.enqueueEveryone(dispatch, Medium.RADIO);
    assertThat(bed.board.getDispatch(dispatch.id()).media())
        .extracting(MediumFigures::medium, MediumFigures::waiting, MediumFigures::progress)
        .containsExactly(
            tuple(Medium.LINE, 7, Progress.WAITING), tuple(Medium.RADIO, 1, Progress.WAITING));
  }

  @Test
  void tellsHowFarEachOfManyDispatchesCame() {
    line.answering(
        batch ->
            new DeliveryResult(
                List.of(
                    new Part(new Accepted(Optional.empty()), List.of("r0", "r1")),
                    new Part(new Refused(DeliveryReason.INVALID_MESSAGE), List.of("r2")),
                    new Part(
                        new RetryLater(
                            DeliveryBed.NOON.plusSeconds(60), DeliveryReason.RATE_LIMITED),
                        List.of("r3")))));
    bed.hub(line);
    DispatchFacts underWay = bed.dispatch("a");
    bed.enqueue(underWay, Medium.LINE, 4, 4);
    bed.enqueueEveryone(underWay, Medium.RADIO);
    DispatchFacts waiting = bed.dispatch("b");
    bed.enqueue(waiting, Medium.FCM, 5, 3);
    DispatchFacts draft = bed.dispatch("c");
    bed.awaitOutcomes(underWay, 3);
    assertThat(bed.board.getReach(List.of(underWay.id(), waiting.id(), draft.id())))
        .containsOnly(
            entry(
                underWay.id(),
                List.of(
                    new MediumReach(Medium.LINE, 2, 1, 0, 1),
                    new MediumReach(Medium.RADIO, 0, 0, 0, 1))),
            entry(waiting.id(), List.of(new MediumReach(Medium.FCM, 0, 0, 0, 5))));
  }

  @Test
  void aMediumWithoutRecipientsIsComplete() {
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.FCM, 0, 500);
    DispatchFigures figures = bed.board.getDispatch(dispatch.id());
    assertThat(figures.isComplete()).isTrue();
    assertThat(figures.media())
        .singleElement()
        .satisfies(row -> assertThat(row.recipients()).isZero());
  }

  @Test
  void splitsWhatWasAnsweredByReason() {
    line.answering(
        batch ->
            new DeliveryResult(
                List.of(
                    new Part(new Accepted(Optional.empty()), List.of("r0", "r1", "r2")),
                    new Part(new Refused(DeliveryReason.INVALID_MESSAGE), List.of("r3")),
                    new Part(
                        new RetryLater(
                            DeliveryBed.NOON.plusSeconds(60), DeliveryReason.RATE_LIMITED),
                        List.of("r4", "r5")))));
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 6, 500);
    bed.awaitOutcomes(dispatch, 3);
    assertThat(bed.board.getDispatch(dispatch.id()).media())
        .containsExactly(
            new MediumFigures(
                Medium.LINE,
                6,
                4,
                3,
                1,
                0,
                2,
                Optional.of(DeliveryBed.NOON),
                Optional.empty(),
                dispatch.expiresAt(),
                Progress.UNDER_WAY,
                List.of(
                    new ReasonCount(OutcomeKind.REFUSED, DeliveryReason.INVALID_MESSAGE, 1),
                    new ReasonCount(OutcomeKind.RETRY_LATER, DeliveryReason.RATE_LIMITED, 2))));
  }

  @Test
  void whatExpiredWasNeverHandedOver() {
    bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueueEveryone(dispatch, Medium.RADIO);
    bed.pass(Duration.ofHours(1));
    bed.awaitDone(dispatch);
    assertThat(bed.board.getDispatch(dispatch.id()).media())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.handedOver()).isZero();
              assertThat(row.refused()).isEqualTo(1);
              assertThat(row.progress()).isEqualTo(Progress.COMPLETE);
            });
  }

  @Test
  void showsHowAMediumFares() {
    line.answering(new RetryLater(DeliveryBed.NOON.plusSeconds(60), DeliveryReason.RATE_LIMITED));
    DeliveryWorkers hub = bed.hub(line);
    DispatchFacts dispatch = bed.dispatch("a");
    bed.enqueue(dispatch, Medium.LINE, 6, 3);
    bed.awaitOutcomes(dispatch, 2);
    assertThat(bed.board.listHealth(hub.listChannels()))
        .singleElement()
        .satisfies(
            health -> {
              assertThat(health.channel().paused()).isFalse();
              assertThat(health.channel().lastAccepted()).isEmpty();
              assertThat(health.waitingBatches()).isEqualTo(2);
              assertThat(health.waitingRecipients()).isEqualTo(6);
              assertThat(health.oldestWaitingSince()).contains(DeliveryBed.NOON);
              assertThat(health.asOf()).isEqualTo(DeliveryBed.NOON);
            });
  }
}
