package jp.noroshi.channels.radio;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.noroshi.channels.radio.JobStatus.StationAnswer;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.DeliveryBatch;

/**
 * A job at the master station as it stands.
 *
 * @param batchId the batch, and the job's key
 * @param dispatchId the dispatch it belongs to
 * @param mode live or drill
 * @param state where it is
 * @param answers how many outdoor stations answered what
 * @param stations what each station answered, as far as it did
 * @param awaited how many have not answered yet
 * @param asOf when the console last said so
 * @param followed whether it is still asked about
 */
public record Broadcast(
    UUID batchId,
    UUID dispatchId,
    Mode mode,
    JobState state,
    Map<StationState, Integer> answers,
    List<StationAnswer> stations,
    int awaited,
    Instant asOf,
    boolean followed) {

  /** Copies map and list. */
  public Broadcast {
    answers = Map.copyOf(answers);
    stations = List.copyOf(stations);
  }

  static Broadcast begin(DeliveryBatch batch, JobStatus status) {
    return new Broadcast(
            batch.id(),
            batch.dispatchId(),
            batch.mode(),
            status.state(),
            Map.of(),
            List.of(),
            status.awaited(),
            status.asOf(),
            true)
        .at(status);
  }

  /** Returns it after the console said this. */
  Broadcast at(JobStatus status) {
    Map<StationState, Integer> counts = new EnumMap<>(StationState.class);
    status.stations().forEach(answer -> counts.merge(answer.state(), 1, Integer::sum));
    return new Broadcast(
        batchId,
        dispatchId,
        mode,
        status.state(),
        counts,
        status.stations(),
        status.awaited(),
        status.asOf(),
        followed);
  }

  Broadcast ended() {
    return new Broadcast(batchId, dispatchId, mode, state, answers, stations, awaited, asOf, false);
  }

  boolean isComplete() {
    return state.isFinal() && awaited == 0;
  }
}
