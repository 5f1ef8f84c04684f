package jp.noroshi.channels.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.channels.radio.JobState;
import jp.noroshi.channels.radio.JobStatus;
import jp.noroshi.channels.radio.JobStatus.StationAnswer;
import jp.noroshi.channels.radio.OutdoorStation;
import jp.noroshi.channels.radio.RadioJob;
import jp.noroshi.core.message.Rendering.Radio.Part;

/** A job at a simulated master station. Guarded by its {@link SimulatedAir}. */
final class SimulatedJob {

  private static final Duration CHIME = Duration.ofSeconds(8);
  // About seven characters a second: the slow, separate speech of loudspeakers.
  private static final Duration PER_CHARACTER = Duration.ofMillis(140);

  private final RadioJob job;
  private final int arrival;
  private final List<OutdoorStation> target;
  private JobState state = JobState.ACCEPTED;
  private Instant asOf;
  private List<StationAnswer> answers = List.of();
  private int nextPart;
  private int sirensSounded;

  SimulatedJob(RadioJob job, int arrival, List<OutdoorStation> target, Instant asOf) {
    this.job = job;
    this.arrival = arrival;
    this.target = target;
    this.asOf = asOf;
  }

  RadioJob job() {
    return job;
  }

  int arrival() {
    return arrival;
  }

  JobState state() {
    return state;
  }

  /** How many siren parts really sounded. */
  int sirensSounded() {
    return sirensSounded;
  }

  JobStatus status() {
    boolean answersWillCome = !state.isFinal() || state == JobState.COMPLETED;
    int awaited = answersWillCome ? target.size() - answers.size() : 0;
    return new JobStatus(job.key(), state, asOf, answers, awaited);
  }

  boolean mayBegin(Instant now) {
    return job.notBefore().map(time -> !now.isBefore(time)).orElse(true);
  }

  void move(JobState to, Instant at) {
    state = to;
    asOf = at;
  }

  /** Begins the next part and returns how long it sounds, empty after the last. */
  Optional<Duration> beginNextPart() {
    if (nextPart == job.parts().size()) {
      return Optional.empty();
    }
    Part part = job.parts().get(nextPart++);
    if (part instanceof Part.Siren) {
      sirensSounded++;
    }
    return Optional.of(duration(part));
  }

  private Duration duration(Part part) {
    return switch (part) {
      case Part.Chime _ -> CHIME;
      case Part.Siren(String code, int repeats) ->
          SirenPattern.find(code).orElseThrow().length().multipliedBy(repeats);
      case Part.Pause(int milliseconds) -> Duration.ofMillis(milliseconds);
      case Part.Speech speech ->
          PER_CHARACTER.multipliedBy((long) speech.text().length() * job.repeatSpeech());
    };
  }

  List<StationAnswer> answerBack(Instant at) {
    answers =
        target.stream().map(station -> new StationAnswer(station.id(), station.state())).toList();
    asOf = at;
    return answers;
  }
}
