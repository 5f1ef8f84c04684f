package jp.noroshi.channels.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import jp.noroshi.channels.radio.JobState;
import jp.noroshi.channels.radio.JobStatus.StationAnswer;
import jp.noroshi.channels.radio.OutdoorStation;
import jp.noroshi.channels.radio.RadioJob;
import jp.noroshi.channels.radio.StationEvent;

/**
 * The air of a simulated master station: one job is heard at a time, a higher priority takes the
 * air, and what lost it is not resumed by itself. Thread-safe.
 */
final class SimulatedAir {

  private static final Duration ANSWER_BACK_AFTER = Duration.ofSeconds(5);
  private static final Comparator<SimulatedJob> ORDER =
      Comparator.comparing((SimulatedJob job) -> job.job().priority())
          .thenComparingInt(SimulatedJob::arrival);

  private final List<OutdoorStation> stations;
  private final Clock clock;
  private final BiConsumer<Duration, Runnable> timer;
  private final Map<String, SimulatedJob> jobs = new LinkedHashMap<>();
  private final List<StationEvent> events = new ArrayList<>();
  private Optional<SimulatedJob> onAir = Optional.empty();

  /**
   * Opens the air.
   *
   * @param timer runs something after the time it takes in the real world, which a simulation may
   *     shorten
   */
  SimulatedAir(List<OutdoorStation> stations, Clock clock, BiConsumer<Duration, Runnable> timer) {
    this.stations = List.copyOf(stations);
    this.clock = clock;
    this.timer = timer;
  }

  /** Finds a job by its key. */
  synchronized Optional<SimulatedJob> find(String key) {
    expireQueued();
    return Optional.ofNullable(jobs.get(key));
  }

  /** Takes a job with a key not seen before. */
  synchronized SimulatedJob take(RadioJob job) {
    SimulatedJob taken = new SimulatedJob(job, jobs.size(), targeted(job), clock.instant());
    jobs.put(job.key(), taken);
    move(taken, JobState.QUEUED);
    job.notBefore()
        .filter(clock.instant()::isBefore)
        .ifPresent(time -> timer.accept(Duration.between(clock.instant(), time), this::advance));
    preemptFor(taken);
    advance();
    return taken;
  }

  /** Takes a queued job back; what is heard already needs {@link #stop}. */
  synchronized boolean cancel(SimulatedJob job) {
    boolean waiting = job.state() == JobState.QUEUED;
    if (waiting) {
      move(job, JobState.CANCELLED);
    }
    return waiting;
  }

  /** Stops what is heard now. */
  synchronized void stop() {
    onAir.ifPresent(job -> end(job, JobState.CANCELLED));
    advance();
  }

  synchronized List<StationEvent> events(long after) {
    return events.stream().filter(event -> event.number() > after).toList();
  }

  synchronized List<SimulatedJob> jobs() {
    return List.copyOf(jobs.values());
  }

  synchronized void forgetAll() {
    jobs.values().removeIf(job -> job.state().isFinal());
  }

  private List<OutdoorStation> targeted(RadioJob job) {
    List<String> groups = job.target().groups();
    List<String> named = job.target().stations();
    return stations.stream()
        .filter(
            station ->
                (groups.isEmpty() && named.isEmpty())
                    || named.contains(station.id())
                    || station.groups().stream().anyMatch(groups::contains))
        .toList();
  }

  private void preemptFor(SimulatedJob newcomer) {
    onAir
        .filter(current -> newcomer.job().priority().compareTo(current.job().priority()) < 0)
        .filter(_ -> newcomer.mayBegin(clock.instant()))
        .ifPresent(current -> end(current, JobState.PREEMPTED));
  }

  private synchronized void advance() {
    expireQueued();
    if (onAir.isPresent()) {
      return;
    }
    Optional<SimulatedJob> next =
        jobs.values().stream()
            .filter(job -> job.state() == JobState.QUEUED && job.mayBegin(clock.instant()))
            .min(ORDER);
    onAir = next;
    next.ifPresent(
        job -> {
          move(job, JobState.ON_AIR);
          play(job);
        });
  }

  private synchronized void play(SimulatedJob job) {
    if (job.state() != JobState.ON_AIR) {
      return; // preempted or stopped while its last part sounded
    }
    Optional<Duration> part = job.beginNextPart();
    if (part.isPresent()) {
      timer.accept(part.get(), () -> play(job));
    } else {
      end(job, JobState.COMPLETED);
      timer.accept(ANSWER_BACK_AFTER, () -> answerBack(job));
      advance();
    }
  }

  private synchronized void answerBack(SimulatedJob job) {
    Instant now = clock.instant();
    for (StationAnswer answer : job.answerBack(now)) {
      events.add(
          new StationEvent(
              events.size() + 1L, now, job.job().key(), Optional.empty(), Optional.of(answer)));
    }
  }

  private void end(SimulatedJob job, JobState state) {
    move(job, state);
    onAir = Optional.empty();
  }

  private void expireQueued() {
    Instant now = clock.instant();
    jobs.values().stream()
        .filter(job -> job.state() == JobState.QUEUED && !now.isBefore(job.job().expiresAt()))
        .forEach(job -> move(job, JobState.EXPIRED));
  }

  private void move(SimulatedJob job, JobState state) {
    Instant now = clock.instant();
    job.move(state, now);
    events.add(
        new StationEvent(
            events.size() + 1L, now, job.job().key(), Optional.of(state), Optional.empty()));
  }
}
