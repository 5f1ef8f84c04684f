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
 * Slows down who guesses passwords. Counted per account <i>and</i> address, so that nobody can lock
 * an officer out from elsewhere, and per address, so that nobody tries every account once.
 *
 * <p>Thread-safe. Kept in memory: with several nodes each allows as much.
 */
final class SignInLimits {

  private static final int MOST_REMEMBERED = 20_000;

  private final AuthSettings settings;
  private final TimeMeter meter;
  private final Map<String, Bucket> byAccount = remembered();
  private final Map<String, Bucket> byAddress = remembered();

  SignInLimits(AuthSettings settings, InstantSource clock) {
    this.settings = settings;
    this.meter = new ClockMeter(clock);
  }

  /** Counts an attempt; answers how long to wait when there were too many. */
  Optional<Duration> findWait(String account, String address) {
    Bucket mine = accountBucket(account, address);
    Bucket shared = addressBucket(address);
    return wait(shared).or(() -> wait(mine));
  }

  /** Gives the attempt back: signing in correctly is no guess. */
  void forgive(String account, String address) {
    accountBucket(account, address).reset();
    addressBucket(address).addTokens(1);
  }

  private static Optional<Duration> wait(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket accountBucket(String account, String address) {
    return bucket(byAccount, address + " " + account, settings.attempts(), 1);
  }

  private Bucket addressBucket(String address) {
    return bucket(byAddress, address, settings.attemptsPerAddress(), 30);
  }

  private Bucket bucket(Map<String, Bucket> known, String key, int capacity, int perMinute) {
    synchronized (known) {
      return known.computeIfAbsent(
          key,
          _ ->
              Bucket.builder()
                  .addLimit(
                      limit ->
                          limit.capacity(capacity).refillGreedy(perMinute, Duration.ofMinutes(1)))
                  .withCustomTimePrecision(meter)
                  .build());
    }
  }

  private static Map<String, Bucket> remembered() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
        return size() > MOST_REMEMBERED;
      }
    };
  }
}
