package jp.noroshi.channels.radio;

import static jp.noroshi.channels.radio.RadioBench.afterCrash;
import static jp.noroshi.channels.radio.RadioBench.batch;
import static jp.noroshi.channels.radio.RadioBench.siren;
import static jp.noroshi.channels.radio.RadioBench.speech;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.noroshi.channels.radio.RadioProgress.LastAnswer;
import jp.noroshi.channels.simulator.Fault;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryOutcome.Unknown;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.message.Rendering.Radio.Priority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sirens, modes, priorities and answer-backs at a simulated master station. */
@Timeout(60)
class RadioChannelTest {

  private RadioBench bench = new RadioBench(Mode.LIVE, RadioBench.INSTANT, false);

  @AfterEach
  void close() {
    bench.close();
  }

  private void useBench(Mode mode, double speed, boolean sirensInDrills) {
    bench.close();
    bench = new RadioBench(mode, speed, sirensInDrills);
  }

  @Test
  void aSirenSoundsOnceHoweverOftenItIsHandedOver() throws InterruptedException {
    DeliveryBatch batch = batch(siren(Mode.LIVE, "tsunami_warning"));
    bench.deliver(batch);
    bench.ended.poll(10, TimeUnit.SECONDS);
    assertThat(bench.deliver(afterCrash(batch))).isInstanceOf(Accepted.class);
    assertThat(bench.deliver(batch)).isInstanceOf(Accepted.class);
    assertThat(bench.simulator.sirensSounded(batch.id().toString())).isOne();
  }

  @Test
  void aSirenWhoseFateNobodyKnowsIsNeverResent() throws InterruptedException {
    DeliveryBatch batch = afterCrash(batch(siren(Mode.LIVE, "tsunami_warning")));
    bench.simulator.faults().order(Fault.answering(503));
    assertThat(bench.deliver(batch)).isEqualTo(new Unknown(DeliveryReason.INTERRUPTED));
    assertThat(bench.simulator.jobsTaken()).isZero();
  }

  @Test
  void aSirenHandedOverWithoutAnswerIsUnknownWhenTheConsoleStaysSilent()
      throws InterruptedException {
    DeliveryBatch batch = batch(siren(Mode.LIVE, "tsunami_warning"));
    bench.simulator.faults().order(Fault.slow(Duration.ZERO).times(1)); // the question before
    bench.simulator.faults().order(Fault.resetting().havingTaken());
    assertThat(bench.deliver(batch)).isEqualTo(new Unknown(DeliveryReason.CONNECTION_LOST));
  }

  @Test
  void aLostAnswerIsFoundAgainByTheKey() throws InterruptedException {
    DeliveryBatch batch = batch(siren(Mode.LIVE, "fire_near"));
    bench.simulator.faults().order(Fault.slow(Duration.ZERO).times(1));
    bench.simulator.faults().order(Fault.resetting().havingTaken().times(1));
    assertThat(bench.deliver(batch)).isEqualTo(new Accepted(Optional.of(batch.id().toString())));
  }

  @Test
  void aConsoleThatIsDownCostsASirenOnlyAWait() throws InterruptedException {
    DeliveryBatch batch = batch(siren(Mode.LIVE, "tsunami_warning"));
    bench.simulator.faults().order(Fault.down());
    assertThat(bench.deliver(batch)).isInstanceOf(RetryLater.class);
    bench.simulator.faults().clear();
    assertThat(bench.deliver(batch)).isInstanceOf(Accepted.class);
  }

  @Test
  void aSirenOutsideTheLegalTableIsRefused() throws InterruptedException {
    assertThat(bench.deliver(batch(siren(Mode.LIVE, "our_own_tune"))))
        .isEqualTo(new Refused(DeliveryReason.INVALID_MESSAGE));
  }

  @Test
  void aDrillSoundsNoLegalSiren() throws InterruptedException {
    useBench(Mode.DRILL, RadioBench.INSTANT, false);
    assertThat(bench.deliver(batch(siren(Mode.DRILL, "tsunami_warning"))))
        .isEqualTo(new Refused(DeliveryReason.NOT_ALLOWED));
    assertThat(bench.simulator.jobsTaken()).isZero();
  }

  @Test
  void aSiteMayAllowSirensInDrills() throws InterruptedException {
    useBench(Mode.DRILL, RadioBench.INSTANT, true);
    assertThat(bench.deliver(batch(siren(Mode.DRILL, "tsunami_warning"))))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void stationsAnswerBackAndReceiveOnlyOnesAreNeverOk() throws InterruptedException {
    DeliveryBatch batch = batch(speech(Mode.LIVE, Priority.NORMAL));
    bench.deliver(batch);
    Broadcast broadcast = bench.ended.poll(20, TimeUnit.SECONDS);
    assertThat(broadcast.state()).isEqualTo(JobState.COMPLETED);
    assertThat(broadcast.dispatchId()).isEqualTo(batch.dispatchId());
    assertThat(broadcast.answers())
        .isEqualTo(
            Map.of(
                StationState.OK, 6,
                StationState.ON_BATTERY, 1,
                StationState.NO_ANSWER, 1,
                StationState.NOT_TWO_WAY, 2));
  }

  @Test
  void whatEachStationAnsweredLastIsKnownByItsNumberOnceItWasAsked() throws InterruptedException {
    assertThat(bench.progress.lastAnswers()).isEmpty();
    bench.deliver(batch(speech(Mode.LIVE, Priority.NORMAL)));
    Broadcast broadcast = bench.ended.poll(20, TimeUnit.SECONDS);
    assertThat(bench.progress.lastAnswers())
        .hasSize(10)
        .containsEntry("01", new LastAnswer(StationState.OK, broadcast.asOf()))
        .containsEntry("07", new LastAnswer(StationState.NO_ANSWER, broadcast.asOf()));
  }

  @Test
  void anEmergencyTakesTheAirAndTheOrdinaryJobIsNotResumed() throws InterruptedException {
    useBench(Mode.LIVE, RadioBench.REAL_PACE, false);
    DeliveryBatch ordinary = batch(speech(Mode.LIVE, Priority.NORMAL));
    bench.deliver(ordinary);
    bench.deliver(batch(speech(Mode.LIVE, Priority.EMERGENCY)));
    assertThat(bench.ended.poll(20, TimeUnit.SECONDS).state()).isEqualTo(JobState.PREEMPTED);
    assertThat(bench.deliver(ordinary)).isEqualTo(new Refused(DeliveryReason.PREEMPTED));
  }

  @Test
  void takingBackIsForWaitingJobsAndStoppingForTheOneOnTheAir() throws Exception {
    useBench(Mode.LIVE, RadioBench.REAL_PACE, false);
    DeliveryBatch heard = batch(speech(Mode.LIVE, Priority.NORMAL));
    DeliveryBatch waiting = batch(speech(Mode.LIVE, Priority.SCHEDULED));
    bench.deliver(heard);
    bench.deliver(waiting);
    bench.station.cancel(waiting.id().toString());
    assertThat(state(waiting)).contains(JobState.CANCELLED);
    assertThat(state(heard)).contains(JobState.ON_AIR);
    bench.station.stopOnAir();
    assertThat(state(heard)).contains(JobState.CANCELLED);
  }

  private Optional<JobState> state(DeliveryBatch batch) throws Exception {
    return bench.station.findStatus(batch.id().toString()).map(JobStatus::state);
  }

  @Test
  void theConsoleTellsWhatItCanDoItsStationsAndWhatHappened() throws Exception {
    assertThat(bench.station.capabilities().sirenCodes()).contains("tsunami_major", "flood_4");
    assertThat(bench.station.stations()).hasSize(10);
    DeliveryBatch batch = batch(speech(Mode.LIVE, Priority.NORMAL));
    bench.deliver(batch);
    bench.ended.poll(20, TimeUnit.SECONDS);
    assertThat(bench.station.events(0))
        .extracting(event -> event.jobState().map(Enum::name).orElse("answer"))
        .startsWith("QUEUED", "ON_AIR", "COMPLETED", "answer");
    assertThat(bench.station.events(3)).first().extracting(StationEvent::number).isEqualTo(4L);
  }
}
