package jp.noroshi.channels.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.client.MessagingApiClientException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.noroshi.channels.Backoff;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryReason;

/**
 * Reads what LINE answered when it did not simply take a request (Messaging API reference, "Status
 * codes" and "Retry failed API requests"). Everything that is not final comes again with the same
 * key and body, which LINE takes once.
 */
final class LineAnswers {

  /** An officer can put a token right while the message is still worth sending. */
  private static final Duration UNTIL_SOMEBODY_LOOKS = Duration.ofSeconds(30);

  private final InstantSource clock;

  LineAnswers(InstantSource clock) {
    this.clock = clock;
  }

  DeliveryOutcome read(Throwable failure, DeliveryBatch batch) {
    return switch (failure) {
      case AbstractLineClientException answer -> readStatus(answer, batch);
      case InterruptedIOException _ -> later(DeliveryReason.TIMEOUT, batch);
      case ConnectException _ -> later(DeliveryReason.UNREACHABLE, batch);
      case UnknownHostException _ -> later(DeliveryReason.UNREACHABLE, batch);
      case NoRouteToHostException _ -> later(DeliveryReason.UNREACHABLE, batch);
      case JsonProcessingException _ -> later(DeliveryReason.UNEXPECTED_ANSWER, batch);
      case IOException _ -> later(DeliveryReason.CONNECTION_LOST, batch);
      default -> throw new IllegalStateException("the LINE client failed", failure);
    };
  }

  /** Come back after our own back-off. */
  DeliveryOutcome later(DeliveryReason reason, DeliveryBatch batch) {
    return laterAfter(Backoff.after(batch.attempt(), batch.id().getLeastSignificantBits()), reason);
  }

  private RetryLater laterAfter(Duration time, DeliveryReason reason) {
    return new RetryLater(clock.instant().plus(time), reason);
  }

  private DeliveryOutcome readStatus(AbstractLineClientException answer, DeliveryBatch batch) {
    return switch (answer.getCode()) {
      case 409 -> new Accepted(Optional.ofNullable(answer.getHeader("X-Line-Accepted-Request-Id")));
      case 429 -> readTooMany(answer, batch);
      case 400, 413 -> new Refused(DeliveryReason.INVALID_MESSAGE);
      case 401, 403 -> laterAfter(UNTIL_SOMEBODY_LOOKS, DeliveryReason.UNAUTHORISED);
      default ->
          answer.getCode() >= 500
              ? afterHeaderOr(answer, DeliveryReason.PROVIDER_ERROR, batch)
              : laterAfter(UNTIL_SOMEBODY_LOOKS, DeliveryReason.UNEXPECTED_ANSWER);
    };
  }

  /** 429 means two things: too fast, or no messages left this month. Only the words tell. */
  private DeliveryOutcome readTooMany(AbstractLineClientException answer, DeliveryBatch batch) {
    if (answer instanceof MessagingApiClientException refusal
        && refusal.getError() != null
        && refusal.getError().contains("monthly limit")) {
      return new Refused(DeliveryReason.QUOTA_EXHAUSTED);
    }
    return afterHeaderOr(answer, DeliveryReason.RATE_LIMITED, batch);
  }

  private DeliveryOutcome afterHeaderOr(
      AbstractLineClientException answer, DeliveryReason reason, DeliveryBatch batch) {
    Optional<Instant> said = Backoff.retryAfter(answer.getHeader("Retry-After"), clock.instant());
    return said.<DeliveryOutcome>map(moment -> new RetryLater(moment, reason))
        .orElseGet(() -> later(reason, batch));
  }
}
