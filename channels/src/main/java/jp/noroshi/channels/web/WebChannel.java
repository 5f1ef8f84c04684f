package jp.noroshi.channels.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.delivery.Channel;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.delivery.DeliveryResult;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;

/**
 * The residents' page as a medium. A notice is published by its line in the chronology, which is
 * what the page shows and what its live stream replays; the line's number is the event's id.
 *
 * <p>One line per batch, however often the batch comes. Thread-safe.
 */
public final class WebChannel implements Channel {

  private static final int CONCURRENT = 2;
  private static final double PER_SECOND = 50;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Mode mode;
  private final Chronology chronology;
  private final Clock clock;

  /** Builds the channel for one mode. */
  public WebChannel(Mode mode, Chronology chronology, Clock clock) {
    this.mode = mode;
    this.chronology = chronology;
    this.clock = clock;
  }

  @Override
  public Medium medium() {
    return Medium.WEB;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public Limits limits() {
    return new Limits(Integer.MAX_VALUE, CONCURRENT, PER_SECOND, TIMEOUT);
  }

  @Override
  public DeliveryResult deliver(DeliveryBatch batch) {
    return DeliveryResult.whole(
        batch.rendering() instanceof Rendering.Web notice
            ? deliver(batch, notice)
            : new DeliveryOutcome.Refused(DeliveryReason.INVALID_MESSAGE));
  }

  private DeliveryOutcome deliver(DeliveryBatch batch, Rendering.Web notice) {
    if (batch.mode() != mode || notice.mode() != mode) {
      return new DeliveryOutcome.Refused(DeliveryReason.NOT_ALLOWED);
    }
    if (!clock.instant().isBefore(batch.expiresAt())) {
      return new DeliveryOutcome.Refused(DeliveryReason.EXPIRED);
    }
    // Where the database cannot take the notice it cannot take the outcome either: that is no
    // answer
    // of the medium, and the worker's lease brings the batch back.
    long number = chronology.appendOnce(PublishedNotice.entry(batch, notice, clock.instant()));
    return new DeliveryOutcome.Accepted(Optional.of(Long.toString(number)));
  }

  @Override
  public void close() {
    // Holds nothing of its own.
  }
}
