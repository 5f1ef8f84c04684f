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
 * @param mostCalls how often who was not reached by telephone is called in all, 1 to 10; absent: 3
 * @param callAgainAfter how long after such a call the next one is made; absent: three minutes
 */
public record ResponseSettings(
    Integer startLevel,
    Duration answerWithin,
    Duration groupAnswerWithin,
    Duration claimWithin,
    Duration onTheWayWithin,
    Duration tokenLasts,
    Integer mostCalls,
    Duration callAgainAfter) {

  /** As an office begins. */
  public static final ResponseSettings USUAL =
      new ResponseSettings(null, null, null, null, null, null, null, null);

  private static final int USUAL_CALLS = 3;
  private static final int MOST_CALLS = 10;

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
    mostCalls = mostCalls == null ? Integer.valueOf(USUAL_CALLS) : mostCalls;
    if (mostCalls < 1 || mostCalls > MOST_CALLS) {
      throw new IllegalArgumentException("response.mostCalls: must be 1 to 10");
    }
    callAgainAfter = positive(callAgainAfter, Duration.ofMinutes(3), "callAgainAfter");
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
        tokenLasts,
        mostCalls,
        faster(callAgainAfter, speed));
  }

  private static Duration faster(Duration time, double speed) {
    return Duration.ofNanos(Math.max(1, (long) (time.toNanos() / speed)));
  }

  /** Tells whether an order of this level starts a response. */
  boolean startsAt(AlertLevel level) {
    return level.number() >= startLevel;
  }

  /** Returns how long whoever was asked has to answer. */
  public Duration answerWithin(SupportTask asked) {
    return asked.group() ? groupAnswerWithin : answerWithin;
  }
}
