package jp.noroshi.channels.radio;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import jp.noroshi.core.delivery.DeliveryReason;

/** No usable answer came from the master station. */
public final class MasterStationException extends IOException {

  private final DeliveryReason reason;
  private final boolean reached;
  private final Optional<Duration> retryAfter;

  /**
   * Describes the failure.
   *
   * @param reason what went wrong
   * @param reached whether the request may have reached the console. Only when this is false is it
   *     certain that nothing can go on the air
   * @param retryAfter how long the console asks to wait, if it does
   */
  public MasterStationException(
      DeliveryReason reason,
      boolean reached,
      Optional<Duration> retryAfter,
      String message,
      Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.reached = reached;
    this.retryAfter = retryAfter;
  }

  /** Returns what went wrong. */
  public DeliveryReason reason() {
    return reason;
  }

  /** Tells whether the request may have reached the console. */
  public boolean mayHaveReached() {
    return reached;
  }

  /** Returns how long the console asks to wait, if it does. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
