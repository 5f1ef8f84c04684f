package jp.noroshi.core.message;

import java.time.Duration;
import java.time.Instant;

/**
 * What lets the hub answer in the talk on LINE what somebody just did there. Such an answer is
 * free; LINE takes a token once, and for certain only within a minute after it was handed in.
 *
 * @param value LINE's own
 * @param until from then on it is not worth trying
 */
public record ReplyToken(String value, Instant until) {

  /** A minute, less the time a request may take. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(50);

  /** A token that came at a moment. */
  public static ReplyToken cameAt(Instant moment, String value) {
    return new ReplyToken(value, moment.plus(GOOD_FOR));
  }

  /** Hides the token. */
  @Override
  public String toString() {
    return "ReplyToken[" + until + "]";
  }
}
