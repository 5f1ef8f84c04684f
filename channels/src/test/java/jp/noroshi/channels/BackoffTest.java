package jp.noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Instant NOW = Instant.parse("2026-07-08T09:00:00Z");

  @Test
  void waitsTwiceAsLongAfterEveryFailureUpToHalfAMinute() {
    assertThat(Backoff.after(1, 0)).isEqualTo(Duration.ofMillis(500));
    assertThat(Backoff.after(2, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Backoff.after(3, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Backoff.after(1_000, 0)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void spreadsTheBatchesOfOneAlertByAQuarterAtMost() {
    assertThat(Backoff.after(1, 124)).isEqualTo(Duration.ofMillis(624));
    assertThat(Backoff.after(1, 125)).isEqualTo(Duration.ofMillis(500));
    assertThat(Backoff.after(1, Long.MIN_VALUE))
        .isBetween(Duration.ofMillis(500), Duration.ofMillis(625));
  }

  @Test
  void readsRetryAfterInSecondsAndAsADate() {
    assertThat(Backoff.retryAfter("120", NOW)).contains(NOW.plusSeconds(120));
    assertThat(Backoff.retryAfter("Wed, 08 Jul 2026 09:05:00 GMT", NOW))
        .contains(NOW.plusSeconds(300));
  }

  @Test
  void aRetryAfterThatMakesNoSenseIsNone() {
    assertThat(Backoff.retryAfter(null, NOW)).isEmpty();
    assertThat(Backoff.retryAfter(" ", NOW)).isEmpty();
    assertThat(Backoff.retryAfter("soon", NOW)).isEmpty();
    assertThat(Backoff.retryAfter("9".repeat(30), NOW)).isEmpty();
    assertThat(Backoff.retryAfter(Long.toString(Long.MAX_VALUE), NOW)).isEmpty();
  }
}
