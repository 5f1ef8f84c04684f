package jp.noroshi.channels.line;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.MessageQuotaResponse;
import com.linecorp.bot.messaging.model.QuotaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left of the month's messages. LINE counts recipients and is asked every half minute;
 * between the questions the hub counts down itself, so that a fan-out of hundreds of requests stops
 * at the limit and not somewhere behind it. Thread-safe.
 */
final class LineQuota {

  private static final Logger LOG = LoggerFactory.getLogger(LineQuota.class);
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final MessagingApiClient client;
  private final InstantSource clock;
  private final Duration timeout;
  private final ReentrantLock lock = new ReentrantLock();
  private Instant askedAt = Instant.MIN;
  private long left = Long.MAX_VALUE;

  LineQuota(MessagingApiClient client, InstantSource clock, Duration timeout) {
    this.client = client;
    this.clock = clock;
    this.timeout = timeout;
  }

  /**
   * Sets messages aside for a request, false when the month has not enough left. When LINE does not
   * say how much is left, the request is let through: LINE itself refuses what exceeds the limit.
   */
  boolean reserve(long messages) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!clock.instant().isBefore(askedAt.plus(FRESH))) {
        ask();
      }
      if (left < messages) {
        return false;
      }
      left = left == Long.MAX_VALUE ? left : left - messages;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void ask() throws InterruptedException {
    askedAt = clock.instant();
    try {
      MessageQuotaResponse quota =
          client.getMessageQuota().get(timeout.toMillis(), TimeUnit.MILLISECONDS).body();
      left =
          quota.type() == QuotaType.LIMITED && quota.value() != null
              ? unused(quota)
              : Long.MAX_VALUE;
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("LINE did not say how many messages are left: {}", kindOf(e));
      left = Long.MAX_VALUE;
    }
  }

  private long unused(MessageQuotaResponse quota)
      throws InterruptedException, ExecutionException, TimeoutException {
    Long used =
        client
            .getMessageQuotaConsumption()
            .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .body()
            .totalUsage();
    return used == null ? Long.MAX_VALUE : quota.value() - used;
  }

  /** The kind alone: the SDK's messages repeat what was sent. */
  private static String kindOf(Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getClass().getSimpleName();
  }
}
