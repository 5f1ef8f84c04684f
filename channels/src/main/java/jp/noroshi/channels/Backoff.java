package jp.noroshi.channels;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When to come back: the provider's Retry-After if it said one, else twice as long after every
 * failure, spread so that the batches of one alert do not come back all at once.
 */
public final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Backoff() {}

  /**
   * Returns how long to wait after this attempt.
   *
   * @param attempt 1, 2, …
   * @param spread any number that differs from batch to batch; up to a quarter is added by it
   */
  public static Duration after(int attempt, long spread) {
    long doubled = FIRST.toMillis() << Math.clamp(attempt - 1, 0, 10);
    long base = Math.min(doubled, LONGEST.toMillis());
    return Duration.ofMillis(base + Math.floorMod(spread, base / 4));
  }

  /**
   * Reads a Retry-After header (RFC 9110 §10.2.3: seconds or an HTTP date), empty when there is
   * none or it makes no sense.
   */
  public static Optional<Instant> retryAfter(String header, Instant now) {
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    String value = header.strip();
    try {
      return value.chars().allMatch(Character::isDigit)
          ? Optional.of(now.plusSeconds(Long.parseLong(value)))
          : Optional.of(
              ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
