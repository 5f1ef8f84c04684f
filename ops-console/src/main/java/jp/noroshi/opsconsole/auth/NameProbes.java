package jp.noroshi.opsconsole.auth;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down who asks for name after name whether somebody has a plan. A reception asks for
 * everybody it receives, and for nearly all of them the answer is no: a bus of households may come
 * at once, and one person every ten seconds for hours. Whoever tries hundreds in minutes is no
 * reception. What was answered yes does not count: it is logged, each by name.
 *
 * <p>Thread-safe. Kept in memory: with several nodes each allows as much.
 */
public final class NameProbes {

  /** How many may be asked for in vain at once. */
  static final int AT_ONCE = 60;

  private static final int A_MINUTE = 6;
  private static final int MOST_REMEMBERED = 20_000;

  private final TimeMeter meter;
  private final Map<String, Bucket> byAsker =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /** Counts by a clock. */
  public NameProbes(InstantSource clock) {
    this.meter = new ClockMeter(clock);
  }

  /**
   * Counts a question.
   *
   * @param asker a tablet or an account
   * @return how long to wait when there were too many; empty = it may be asked
   */
  public Optional<Duration> findWait(String asker) {
    ConsumptionProbe probe = bucket(asker).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Gives a question back: who was found was no guess. */
  public void forgive(String asker) {
    bucket(asker).addTokens(1);
  }

  private Bucket bucket(String asker) {
    synchronized (byAsker) {
      return byAsker.computeIfAbsent(
          asker,
          _ ->
              Bucket.builder()
                  .addLimit(
                      limit ->
                          limit.capacity(AT_ONCE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                  .withCustomTimePrecision(meter)
                  .build());
    }
  }
}
