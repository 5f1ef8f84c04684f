package jp.noroshi.channels.fcm;

import com.google.api.client.http.HttpResponseException;
import com.google.common.base.Throwables;
import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.MessagingErrorCode;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import jp.noroshi.channels.Backoff;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryOutcome.RecipientGone;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryReason;

/**
 * Reads what FCM answered to one message (FCM v1 reference, ErrorCode). One object per attempt at a
 * batch, so that all messages that shall come again come again together.
 *
 * @param now when the attempt was made
 * @param backoff when to come back unless FCM says
 */
record FcmAnswers(Instant now, Duration backoff) {

  /** FCM's documented wait where a 429 does not say. */
  private static final Duration QUOTA_WAIT = Duration.ofSeconds(60);

  /** An officer can put a key or certificate right while the message is still worth sending. */
  private static final Duration UNTIL_SOMEBODY_LOOKS = Duration.ofSeconds(30);

  DeliveryOutcome read(FirebaseMessagingException refusal) {
    MessagingErrorCode code = refusal.getMessagingErrorCode();
    return code == null ? readWithoutCode(refusal) : readCode(code, refusal);
  }

  private DeliveryOutcome readCode(MessagingErrorCode code, FirebaseMessagingException refusal) {
    return switch (code) {
      case UNREGISTERED -> new RecipientGone(DeliveryReason.UNREGISTERED);
      case INVALID_ARGUMENT -> new Refused(DeliveryReason.INVALID_MESSAGE);
      case QUOTA_EXCEEDED -> later(retryAfter(refusal, QUOTA_WAIT), DeliveryReason.RATE_LIMITED);
      case UNAVAILABLE, INTERNAL ->
          later(retryAfter(refusal, backoff), DeliveryReason.PROVIDER_ERROR);
      // Our project or Apple's key is wrong, not the token: nobody is forgotten for it.
      case THIRD_PARTY_AUTH_ERROR, SENDER_ID_MISMATCH -> unauthorised();
    };
  }

  private DeliveryOutcome readWithoutCode(FirebaseMessagingException failure) {
    IncomingHttpResponse answer = failure.getHttpResponse();
    return answer == null ? readBreakage(failure) : readStatus(answer.getStatusCode(), failure);
  }

  private DeliveryOutcome readStatus(int status, FirebaseMessagingException failure) {
    return switch (status) {
      case 400, 413 -> new Refused(DeliveryReason.INVALID_MESSAGE);
      case 401, 403 -> unauthorised();
      case 429 -> later(retryAfter(failure, QUOTA_WAIT), DeliveryReason.RATE_LIMITED);
      default ->
          status >= 500
              ? later(retryAfter(failure, backoff), DeliveryReason.PROVIDER_ERROR)
              : later(now.plus(UNTIL_SOMEBODY_LOOKS), DeliveryReason.UNEXPECTED_ANSWER);
    };
  }

  /** No answer from FCM. A message that comes twice replaces itself on the phone. */
  private DeliveryOutcome readBreakage(FirebaseMessagingException failure) {
    for (Throwable cause : Throwables.getCausalChain(failure)) {
      Optional<DeliveryOutcome> known = readCause(cause);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return later(now.plus(backoff), DeliveryReason.CONNECTION_LOST);
  }

  private Optional<DeliveryOutcome> readCause(Throwable cause) {
    return Optional.ofNullable(
        switch (cause) {
          case UnavailableException unavailable ->
              later(
                  unavailable.retryAfter().orElse(now.plus(backoff)),
                  DeliveryReason.PROVIDER_ERROR);
          case HttpResponseException token -> readTokenRefusal(token.getStatusCode());
          case TimeoutException _ -> later(now.plus(backoff), DeliveryReason.TIMEOUT);
          case ConnectException _ -> later(now.plus(backoff), DeliveryReason.UNREACHABLE);
          case UnknownHostException _ -> later(now.plus(backoff), DeliveryReason.UNREACHABLE);
          case HttpClosedException _ -> later(now.plus(backoff), DeliveryReason.CONNECTION_LOST);
          case StreamResetException _ -> later(now.plus(backoff), DeliveryReason.CONNECTION_LOST);
          default -> null;
        });
  }

  /** The token endpoint refused us, so FCM was not even asked. */
  private DeliveryOutcome readTokenRefusal(int status) {
    return status >= 500 ? later(now.plus(backoff), DeliveryReason.PROVIDER_ERROR) : unauthorised();
  }

  RetryLater timedOut() {
    return later(now.plus(backoff), DeliveryReason.TIMEOUT);
  }

  private RetryLater unauthorised() {
    return later(now.plus(UNTIL_SOMEBODY_LOOKS), DeliveryReason.UNAUTHORISED);
  }

  private static RetryLater later(Instant notBefore, DeliveryReason reason) {
    return new RetryLater(notBefore, reason);
  }

  private Instant retryAfter(FirebaseMessagingException refusal, Duration otherwise) {
    return Optional.ofNullable(refusal.getHttpResponse())
        .map(response -> response.getHeaders().get("retry-after"))
        .map(value -> value instanceof List<?> list ? list.getFirst() : value)
        .flatMap(value -> Backoff.retryAfter(value.toString(), now))
        .orElse(now.plus(otherwise));
  }
}
