package jp.noroshi.channels.radio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.noroshi.channels.radio.MasterStation.Submission;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.delivery.DeliveryResult;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;

/**
 * 防災行政無線. The batch's id is the job's key, so handing a job over again is harmless at a console
 * that keeps its keys; a siren is not staked on that: where nobody can tell whether it sounded, the
 * answer is {@link DeliveryOutcome.Unknown} and a person decides.
 *
 * <p>{@link DeliveryOutcome.Accepted} means that the master station accepted the job; what was
 * heard is followed by {@link RadioProgress}.
 *
 * <p>Thread-safe.
 */
public final class RadioChannel implements Channel {

  private static final int STATUS_INQUIRIES = 3;
  private static final Duration BETWEEN_INQUIRIES = Duration.ofSeconds(1);
  private static final int CONCURRENT_JOBS = 4;
  private static final double JOBS_PER_SECOND = 10;

  private final Mode mode;
  private final RadioConfig config;
  private final MasterStation station;
  private final RadioProgress progress;
  private final Function<UUID, RadioJob.Basis> basis;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Builds the channel for one mode; it closes the station and the progress with itself.
   *
   * @param station the driver, built with the credentials of this mode
   * @param progress follows accepted jobs
   * @param basis finds who ordered a dispatch, by the dispatch's id
   */
  public RadioChannel(
      Mode mode,
      RadioConfig config,
      MasterStation station,
      RadioProgress progress,
      Function<UUID, RadioJob.Basis> basis,
      Clock clock) {
    this.mode = mode;
    this.config = config;
    this.station = station;
    this.progress = progress;
    this.basis = basis;
    this.clock = clock;
  }

  @Override
  public Medium medium() {
    return Medium.RADIO;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public Limits limits() {
    // At worst: asked about an attempt without record, handed over, asked again.
    Duration slowest =
        config.acceptWithin().plus(BETWEEN_INQUIRIES).multipliedBy(2 * STATUS_INQUIRIES + 1L);
    return new Limits(Integer.MAX_VALUE, CONCURRENT_JOBS, JOBS_PER_SECOND, slowest);
  }

  @Override
  public DeliveryResult deliver(DeliveryBatch batch) throws InterruptedException {
    return DeliveryResult.whole(
        batch.rendering() instanceof Rendering.Radio radio
            ? deliver(batch, radio)
            : new DeliveryOutcome.Refused(DeliveryReason.INVALID_MESSAGE));
  }

  private DeliveryOutcome deliver(DeliveryBatch batch, Rendering.Radio radio)
      throws InterruptedException {
    if (!isAllowed(batch, radio)) {
      return new DeliveryOutcome.Refused(DeliveryReason.NOT_ALLOWED);
    }
    if (batch.mayHaveBeenHandedOver()) {
      return askFirst(batch, radio, STATUS_INQUIRIES);
    }
    if (isExpired(batch)) {
      return new DeliveryOutcome.Refused(DeliveryReason.EXPIRED);
    }
    return radio.hasSiren() ? askFirst(batch, radio, 1) : submit(batch, radio);
  }

  /**
   * Hands over only to a console that says that it does not have the job. For a siren that is so
   * even the first time: a console that is down then costs a wait instead of an outcome nobody
   * knows.
   */
  private DeliveryOutcome askFirst(DeliveryBatch batch, Rendering.Radio radio, int times)
      throws InterruptedException {
    return switch (inquire(batch, times)) {
      case Inquiry.Found(JobStatus status) -> outcomeOf(batch, status);
      case Inquiry.NoSuchJob _ when isExpired(batch) ->
          new DeliveryOutcome.Refused(DeliveryReason.EXPIRED);
      case Inquiry.NoSuchJob _ -> submit(batch, radio);
      case Inquiry.NoAnswer _ when radio.hasSiren() && batch.mayHaveBeenHandedOver() ->
          new DeliveryOutcome.Unknown(DeliveryReason.INTERRUPTED);
      case Inquiry.NoAnswer(MasterStationException failure) -> retryLater(batch, failure);
    };
  }

  private boolean isExpired(DeliveryBatch batch) {
    return !clock.instant().isBefore(batch.expiresAt());
  }

  private boolean isAllowed(DeliveryBatch batch, Rendering.Radio radio) {
    boolean sameMode = batch.mode() == mode && radio.mode() == mode;
    return sameMode && (mode == Mode.LIVE || !radio.hasSiren() || config.allowSirensInDrills());
  }

  private DeliveryOutcome submit(DeliveryBatch batch, Rendering.Radio radio)
      throws InterruptedException {
    try {
      return switch (station.submit(job(batch, radio))) {
        case Submission.Taken(JobStatus status) -> outcomeOf(batch, status);
        case Submission.Declined(Submission.Reason reason) ->
            new DeliveryOutcome.Refused(reasonOf(reason));
      };
    } catch (MasterStationException e) {
      return e.mayHaveReached() ? resolve(batch, radio, e) : retryLater(batch, e);
    }
  }

  /** The hand-over has no answer: only the console's own word tells what became of it. */
  private DeliveryOutcome resolve(
      DeliveryBatch batch, Rendering.Radio radio, MasterStationException failure)
      throws InterruptedException {
    return switch (inquire(batch, STATUS_INQUIRIES)) {
      case Inquiry.Found(JobStatus status) -> outcomeOf(batch, status);
      case Inquiry.NoSuchJob _ -> retryLater(batch, failure);
      case Inquiry.NoAnswer _ when radio.hasSiren() ->
          new DeliveryOutcome.Unknown(failure.reason());
      // Without a siren the worst is the same key again, which is the same job.
      case Inquiry.NoAnswer _ -> retryLater(batch, failure);
    };
  }

  private Inquiry inquire(DeliveryBatch batch, int times) throws InterruptedException {
    for (int asked = 1; ; asked++) {
      try {
        return station
            .findStatus(batch.id().toString())
            .<Inquiry>map(Inquiry.Found::new)
            .orElseGet(Inquiry.NoSuchJob::new);
      } catch (MasterStationException e) {
        if (asked >= times || closed.await(BETWEEN_INQUIRIES.toMillis(), TimeUnit.MILLISECONDS)) {
          return new Inquiry.NoAnswer(e);
        }
      }
    }
  }

  private DeliveryOutcome outcomeOf(DeliveryBatch batch, JobStatus status) {
    return switch (status.state()) {
      case ACCEPTED, QUEUED, ON_AIR, COMPLETED -> {
        progress.follow(batch, status);
        yield new DeliveryOutcome.Accepted(Optional.of(status.key()));
      }
      case PREEMPTED -> new DeliveryOutcome.Refused(DeliveryReason.PREEMPTED);
      case CANCELLED -> new DeliveryOutcome.Refused(DeliveryReason.CANCELLED_AT_MEDIUM);
      case FAILED -> new DeliveryOutcome.Refused(DeliveryReason.EQUIPMENT_FAULT);
      case EXPIRED -> new DeliveryOutcome.Refused(DeliveryReason.EXPIRED);
      case UNKNOWN -> new DeliveryOutcome.Unknown(DeliveryReason.UNEXPECTED_ANSWER);
    };
  }

  private static DeliveryReason reasonOf(Submission.Reason reason) {
    return switch (reason) {
      case UNKNOWN_SIREN, MALFORMED, KEY_CONFLICT -> DeliveryReason.INVALID_MESSAGE;
      case NOT_ALLOWED -> DeliveryReason.NOT_ALLOWED;
      case EXPIRED -> DeliveryReason.EXPIRED;
    };
  }

  private DeliveryOutcome retryLater(DeliveryBatch batch, MasterStationException failure) {
    Duration ours = Duration.ofSeconds(1L << Math.min(batch.attempt(), 5));
    return new DeliveryOutcome.RetryLater(
        clock.instant().plus(failure.retryAfter().orElse(ours)), failure.reason());
  }

  private RadioJob job(DeliveryBatch batch, Rendering.Radio radio) {
    boolean forceVolume =
        config.forceIndoorVolume()
            && radio.priority() == Rendering.Radio.Priority.EMERGENCY
            && mode == Mode.LIVE;
    return new RadioJob(
        batch.id().toString(),
        radio.priority(),
        mode == Mode.LIVE ? RadioJob.JobMode.LIVE : RadioJob.JobMode.DRILL,
        new RadioJob.Target(radio.groups(), List.of()),
        config.staggered(),
        radio.parts(),
        radio.repeatSpeech(),
        Optional.of(radio.display()).filter(text -> !text.isBlank()),
        Optional.of(new RadioJob.Indoor(forceVolume)),
        Optional.empty(),
        earlier(radio.expiresAt(), batch.expiresAt()),
        basis.apply(batch.dispatchId()));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  @Override
  public void close() {
    closed.countDown();
    progress.close();
    station.close();
  }

  /** What the console says when asked about a key. */
  private sealed interface Inquiry {
    record Found(JobStatus status) implements Inquiry {}

    record NoSuchJob() implements Inquiry {}

    record NoAnswer(MasterStationException failure) implements Inquiry {}
  }
}
