package jp.noroshi.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private static final Instant NOW = Instant.parse("2026-11-05T03:00:00Z");

  private final Backoff backoff = new Backoff(new Random(1));

  @ParameterizedTest
  @CsvSource({"1, 500, 1000", "2, 1000, 2000", "5, 8000, 16000", "9, 30000, 60000"})
  void waitsTwiceAsLongEachTimeHalfOfItAtRandom(int attempt, long shortest, long longest) {
    RetryLater later = new RetryLater(NOW, DeliveryReason.PROVIDER_ERROR);
    for (int i = 0; i < 200; i++) {
      assertThat(Duration.between(NOW, backoff.notBefore(later, attempt, NOW)))
          .isBetween(Duration.ofMillis(shortest), Duration.ofMillis(longest));
    }
  }

  @Test
  void neverWaitsLongerThanAMinuteByItself() {
    RetryLater later = new RetryLater(NOW.minusSeconds(5), DeliveryReason.PROVIDER_ERROR);
    assertThat(backoff.notBefore(later, 1_000_000, NOW)).isBeforeOrEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void theProvidersOwnMomentCounts() {
    Instant inAnHour = NOW.plus(Duration.ofHours(1));
    RetryLater later = new RetryLater(inAnHour, DeliveryReason.RATE_LIMITED);
    assertThat(backoff.notBefore(later, 1, NOW)).isEqualTo(inAnHour);
  }
}
