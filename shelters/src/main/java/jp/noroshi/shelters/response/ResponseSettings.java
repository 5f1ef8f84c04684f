package jp.noroshi.shelters.response;

import java.time.Duration;
import jp.noroshi.core.alert.AlertLevel;

/**
 * How a municipality lets its response run.
 *
 * @param startLevel from which level on an order starts a response; tsunami orders always do
 * @param answerWithin how long a supporter has to answer before the next one is asked
 * @param claimWithin how long who took a task may stay silent before staff look
 * @param onTheWayWithin how long who is on the way may stay silent before staff look
 * @param tokenLasts how long an answer page can be opened
 */
public record ResponseSettings(
    AlertLevel startLevel,
    Duration answerWithin,
    Duration claimWithin,
    Duration onTheWayWithin,
    Duration tokenLasts) {

  /** The usual ones. */
  public static final ResponseSettings USUAL =
      new ResponseSettings(
          AlertLevel.THREE,
          Duration.ofMinutes(10),
          Duration.ofMinutes(20),
          Duration.ofMinutes(60),
          Duration.ofHours(24));

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException when one is not positive
   */
  public ResponseSettings {
    if (!answerWithin.isPositive()
        || !claimWithin.isPositive()
        || !onTheWayWithin.isPositive()
        || !tokenLasts.isPositive()) {
      throw new IllegalArgumentException("the times of a response are longer than nothing");
    }
  }
}
