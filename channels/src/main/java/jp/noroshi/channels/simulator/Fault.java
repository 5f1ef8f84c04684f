package jp.noroshi.channels.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * An order to a simulated provider to misbehave.
 *
 * @param kind how
 * @param afterTaking whether the request takes effect before it goes wrong: the vicious half of
 *     every fault, which only retry keys survive
 * @param status the HTTP status of {@link Kind#ANSWER}
 * @param retryAfter the Retry-After of {@link Kind#ANSWER}
 * @param delay how long {@link Kind#SLOW} and {@link Kind#HOLD} wait
 * @param probability the share of requests it strikes, above 0 and up to 1
 * @param times how many requests it strikes before it is used up
 */
public record Fault(
    Kind kind,
    boolean afterTaking,
    int status,
    Optional<Duration> retryAfter,
    Duration delay,
    double probability,
    long times) {

  /** How a provider misbehaves. */
  public enum Kind {
    /** Answers with an error status. */
    ANSWER,
    /** Says nothing for as long as the delay, then drops the request. */
    HOLD,
    /** Breaks this request off. */
    RESET,
    /** Answers properly, but late. */
    SLOW,
    /** Closes the connection with everything on it. */
    DOWN
  }

  /** Checks that the order can be carried out. */
  public Fault {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is above 0 and up to 1");
    }
    if (times < 1) {
      throw new IllegalArgumentException("times is at least 1");
    }
    if (kind == Kind.ANSWER && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("status is an error, 400 to 599");
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("the delay is not negative");
    }
  }

  private static Fault always(Kind kind, int status, Duration delay) {
    return new Fault(kind, false, status, Optional.empty(), delay, 1, Long.MAX_VALUE);
  }

  /** Answers 429. */
  public static Fault rateLimited(Duration retryAfter) {
    return new Fault(
        Kind.ANSWER, false, 429, Optional.of(retryAfter), Duration.ZERO, 1, Long.MAX_VALUE);
  }

  /** Answers this error without having taken anything. */
  public static Fault answering(int status) {
    return always(Kind.ANSWER, status, Duration.ZERO);
  }

  /** Keeps the client waiting. */
  public static Fault holding(Duration delay) {
    return always(Kind.HOLD, 0, delay);
  }

  /** Breaks requests off. */
  public static Fault resetting() {
    return always(Kind.RESET, 0, Duration.ZERO);
  }

  /** Answers late. */
  public static Fault slow(Duration delay) {
    return always(Kind.SLOW, 0, delay);
  }

  /** Closes every connection that brings a request. */
  public static Fault down() {
    return always(Kind.DOWN, 0, Duration.ZERO);
  }

  /** The same fault, but the request takes effect first. */
  public Fault havingTaken() {
    return new Fault(kind, true, status, retryAfter, delay, probability, times);
  }

  /** The same fault for a share of the requests. */
  public Fault withProbability(double share) {
    return new Fault(kind, afterTaking, status, retryAfter, delay, share, times);
  }

  /** The same fault for so many requests. */
  public Fault times(long count) {
    return new Fault(kind, afterTaking, status, retryAfter, delay, probability, count);
  }

  /**
   * Reads an order as {@code POST /control/faults} takes it: {@code kind} and, where they differ
   * from the usual, {@code afterTaking}, {@code status}, {@code retryAfterSeconds}, {@code
   * delayMillis}, {@code probability}, {@code times}.
   *
   * @throws IllegalArgumentException when it cannot be carried out
   */
  public static Fault fromJson(JsonObject json) {
    return new Fault(
        Kind.valueOf(json.getString("kind", "").toUpperCase(Locale.ROOT)),
        json.getBoolean("afterTaking", false),
        json.getInteger("status", 503),
        Optional.ofNullable(json.getLong("retryAfterSeconds")).map(Duration::ofSeconds),
        Duration.ofMillis(json.getLong("delayMillis", 0L)),
        json.getDouble("probability", 1.0),
        json.getLong("times", Long.MAX_VALUE));
  }

  /** Writes what {@link #fromJson} reads. */
  public JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("kind", kind.name())
            .put("afterTaking", afterTaking)
            .put("status", status)
            .put("delayMillis", delay.toMillis())
            .put("probability", probability)
            .put("times", times);
    retryAfter.ifPresent(after -> json.put("retryAfterSeconds", after.toSeconds()));
    return json;
  }
}
