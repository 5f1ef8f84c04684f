package jp.noroshi.channels.radio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.noroshi.core.delivery.DeliveryBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows accepted jobs until they are heard and every station has answered back, at most ten
 * minutes after their end. Kept in memory: what a restart forgets is only how the stations
 * answered, never that the job was accepted.
 *
 * <p>Thread-safe.
 */
public final class RadioProgress implements AutoCloseable {

  /** How long answer-backs are waited for. */
  static final Duration ANSWER_BACK_WITHIN = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(RadioProgress.class);
  private static final int KEPT = 500;

  private final MasterStation station;
  private final Consumer<Broadcast> onEnd;
  private final Clock clock;
  private final ConcurrentMap<UUID, Followed> jobs = new ConcurrentHashMap<>();
  private final ScheduledExecutorService poller =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("radio-progress").factory());

  /**
   * What a station answered last.
   *
   * @param asOf when the console said so
   */
  public record LastAnswer(StationState state, Instant asOf) {}

  private record Followed(Broadcast broadcast, Instant until) {}

  /**
   * Starts to follow.
   *
   * @param every how often the console is asked
   * @param onEnd told once per job, when no more is to be learned of it
   */
  public RadioProgress(
      MasterStation station, Duration every, Consumer<Broadcast> onEnd, Clock clock) {
    this.station = station;
    this.onEnd = onEnd;
    this.clock = clock;
    var _ =
        poller.scheduleWithFixedDelay(
            this::askAll, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Follows an accepted job; one that is followed already goes on. */
  void follow(DeliveryBatch batch, JobStatus status) {
    forgetOldest();
    Instant until = batch.expiresAt().plus(ANSWER_BACK_WITHIN);
    jobs.putIfAbsent(batch.id(), new Followed(Broadcast.begin(batch, status), until));
  }

  /** Finds a broadcast by its batch. */
  public Optional<Broadcast> find(UUID batchId) {
    return Optional.ofNullable(jobs.get(batchId)).map(Followed::broadcast);
  }

  /** Lists the broadcasts of a dispatch. */
  public List<Broadcast> list(UUID dispatchId) {
    return jobs.values().stream()
        .map(Followed::broadcast)
        .filter(broadcast -> broadcast.dispatchId().equals(dispatchId))
        .toList();
  }

  /**
   * Tells what each station answered last, by the console's number for it. A station that was never
   * asked since this hub started is not among them.
   */
  public Map<String, LastAnswer> lastAnswers() {
    Map<String, LastAnswer> last = new HashMap<>();
    jobs.values().stream()
        .map(Followed::broadcast)
        .sorted(Comparator.comparing(Broadcast::asOf))
        .forEach(
            broadcast ->
                broadcast
                    .stations()
                    .forEach(
                        answer ->
                            last.put(
                                answer.station(),
                                new LastAnswer(answer.state(), broadcast.asOf()))));
    return last;
  }

  private void askAll() {
    for (Map.Entry<UUID, Followed> entry : jobs.entrySet()) {
      if (entry.getValue().broadcast().followed() && !ask(entry.getKey(), entry.getValue())) {
        return;
      }
    }
  }

  /**
   * Returns whether to go on: a console that does not answer is left alone until the next round.
   */
  private boolean ask(UUID batchId, Followed followed) {
    try {
      Broadcast now =
          station
              .findStatus(batchId.toString())
              .map(followed.broadcast()::at)
              .orElse(followed.broadcast());
      update(batchId, followed, now);
      return true;
    } catch (MasterStationException e) {
      LOG.warn("answer-backs of job {} could not be asked: {}", batchId, e.getMessage());
      update(batchId, followed, followed.broadcast());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void update(UUID batchId, Followed followed, Broadcast now) {
    Instant time = clock.instant();
    Instant until =
        now.state().isFinal() && !followed.broadcast().state().isFinal()
            ? time.plus(ANSWER_BACK_WITHIN)
            : followed.until();
    boolean ended = now.isComplete() || !time.isBefore(until);
    jobs.put(batchId, new Followed(ended ? now.ended() : now, until));
    if (ended) {
      report(now.ended());
    }
  }

  private void report(Broadcast broadcast) {
    try {
      onEnd.accept(broadcast);
    } catch (RuntimeException e) {
      // A failing listener must not end the polling of all other jobs.
      LOG.error("the end of job {} could not be reported", broadcast.batchId(), e);
    }
  }

  private void forgetOldest() {
    if (jobs.size() < KEPT) {
      return;
    }
    jobs.values().stream()
        .map(Followed::broadcast)
        .filter(broadcast -> !broadcast.followed())
        .min((a, b) -> a.asOf().compareTo(b.asOf()))
        .ifPresent(oldest -> jobs.remove(oldest.batchId()));
  }

  @Override
  public void close() {
    poller.shutdownNow();
  }
}
