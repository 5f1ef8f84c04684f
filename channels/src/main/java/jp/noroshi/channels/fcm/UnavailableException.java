package jp.noroshi.channels.fcm;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * FCM answered 503. Handed to the Admin SDK as a broken connection: an answer of 503 it would
 * repeat four times by itself, sleeping in between, while the outbox already knows how to come
 * back.
 */
final class UnavailableException extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Optional<Instant> retryAfter;

  UnavailableException(Optional<Instant> retryAfter) {
    super("the service is unavailable");
    this.retryAfter = retryAfter;
  }

  Optional<Instant> retryAfter() {
    return retryAfter;
  }
}
