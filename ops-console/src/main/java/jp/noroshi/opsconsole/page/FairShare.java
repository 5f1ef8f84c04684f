package jp.noroshi.opsconsole.page;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps one reader's machine from taking what is there for everybody: each address may ask so often
 * a minute, and who asks more often is told when to come again (429 with {@code Retry-After}).
 * Thread-safe. Kept in memory: with several nodes each allows as much.
 */
public final class FairShare implements Handler<RoutingContext> {

  private static final int MOST_REMEMBERED = 20_000;

  private final int aMinute;
  private final Map<String, Bucket> byAddress =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /**
   * Lets each address ask as often.
   *
   * @param aMinute requests a minute; as many may come at once
   */
  public FairShare(int aMinute) {
    this.aMinute = aMinute;
  }

  /** Stands before everything below a path; what is mounted later is reached through it. */
  public void mount(Router router, String path) {
    router.route(path + "*").handler(this);
  }

  @Override
  public void handle(RoutingContext context) {
    ConsumptionProbe probe =
        bucket(context.request().remoteAddress().hostAddress()).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      context.next();
      return;
    }
    // Rounded up: who comes too early is refused once more.
    long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
    context
        .response()
        .setStatusCode(429)
        .putHeader("Retry-After", Long.toString(seconds))
        .putHeader("Cache-Control", "no-store")
        .end();
  }

  private Bucket bucket(String address) {
    synchronized (byAddress) {
      return byAddress.computeIfAbsent(
          address,
          _ ->
              Bucket.builder()
                  .addLimit(
                      limit -> limit.capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)))
                  .build());
    }
  }
}
