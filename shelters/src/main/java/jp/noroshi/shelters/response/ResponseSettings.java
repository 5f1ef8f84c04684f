package jp.noroshi.shelters.response;

import java.time.Duration;
import jp.noroshi.core.alert.AlertLevel;

/**
 * How a municipality lets its response run.
 *
 * @param startLevel from which level on an order starts a response, 3 to 5; tsunami orders always
 *     do; absent: 3
 * @param answerWithin how long a supporter has to answer before the next one is asked; absent: ten
 *     minutes
 * @param groupAnswerWithin how long a group has to answer before the next one is asked, or staff;
 *     absent: ten minutes
 * @param claimWithin how long who took a task may stay silent before staff look; absent: twenty
 *     minutes
 * @param onTheWayWithin how long who is on the way may stay silent before staff look; absent: an
 *     hour
 * @param tokenLasts how long an answer page can be opened; absent: a day
 */
public record ResponseSettings(
    Integer startLevel,
    Duration answerWithin,
    Duration groupAnswerWithin,
    Duration claimWithin,
    Duration onTheWayWithin,
    Duration tokenLasts) {

  /** As an office begins. */
  public static final ResponseSettings USUAL =
      new ResponseSettings(null, null, null, null, null, null);

  /**
   * Fills in what is absent.
   *
   * @throws IllegalArgumentException when no order has the level or a time is not positive
   */
  public ResponseSettings {
    startLevel = startLevel == null ? Integer.valueOf(AlertLevel.THREE.number()) : startLevel;
    if (startLevel < AlertLevel.THREE.number() || startLevel > AlertLevel.FIVE.number()) {
      throw new IllegalArgumentException("response.startLevel: must be 3, 4 or 5");
    }
    answerWithin = positive(answerWithin, Duration.ofMinutes(10), "answerWithin");
    groupAnswerWithin = positive(groupAnswerWithin, Duration.ofMinutes(10), "groupAnswerWithin");
    claimWithin = positive(claimWithin, Duration.ofMinutes(20), "claimWithin");
    onTheWayWithin = positive(onTheWayWithin, Duration.ofMinutes(60), "onTheWayWithin");
    tokenLasts = positive(tokenLasts, Duration.ofHours(24), "tokenLasts");
  }

  private static Duration positive(Duration given, Duration usual, String name) {
    Duration time = given == null ? usual : given;
    if (!time.isPositive()) {
      throw new IllegalArgumentException("response." + name + ": must be longer than 0");
    }
    return time;
  }

  /**
   * Returns the same with less patience, for a drill in which time passes faster; answer pages can
   * be opened as long as before.
   *
   * @param speed how many minutes pass in one
   */
  public ResponseSettings faster(double speed) {
    return new ResponseSettings(
        startLevel,
        faster(answerWithin, speed),
        faster(groupAnswerWithin, speed),
        faster(claimWithin, speed),
        faster(onTheWayWithin, speed),
        tokenLasts);
  }

  private static Duration faster(Duration time, double speed) {
    return Duration.ofNanos(Math.max(1, (long) (time.toNanos() / speed)));
  }

  /** Tells whether an order of this level starts a response. */
  boolean startsAt(AlertLevel level) {
    return level.number() >= startLevel;
  }

  /** Returns how long whoever was asked has to answer. */
  Duration answerWithin(SupportTask asked) {
    return asked.group() ? groupAnswerWithin : answerWithin;
  }
}
