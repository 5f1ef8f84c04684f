package jp.noroshi.channels.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.channels.Backoff;
import jp.noroshi.core.delivery.DeliveryBatch;
import jp.noroshi.core.delivery.DeliveryOutcome;
import jp.noroshi.core.delivery.DeliveryOutcome.Accepted;
import jp.noroshi.core.delivery.DeliveryOutcome.RecipientGone;
import jp.noroshi.core.delivery.DeliveryOutcome.Refused;
import jp.noroshi.core.delivery.DeliveryOutcome.RetryLater;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.storage.Json;

/**
 * Reads what Twilio answered (Twilio, "Error and Warning Dictionary"): the status first, then, of a
 * 400, the {@code code} in its JSON.
 */
final class VoiceAnswers {

  /** An officer can put an account right while the call is still worth making. */
  private static final Duration UNTIL_SOMEBODY_LOOKS = Duration.ofSeconds(30);

  /**
   * 21211 invalid "To" number, 21214 it cannot be reached, 21217 it does not appear to be valid.
   */
  private static final Set<Integer> NO_SUCH_NUMBER = Set.of(21211, 21214, 21217);

  /**
   * 21210 "From" is not verified, 21212 invalid "From" number, 21213 "From" is missing, 21215 the
   * account may not call this country, 21219 a trial account may not call this number: our
   * settings, not the callee.
   */
  private static final Set<Integer> ACCOUNT_MAY_NOT = Set.of(21210, 21212, 21213, 21215, 21219);

  private static final JsonNode NONE = Json.read("{}", JsonNode.class);

  private final InstantSource clock;

  VoiceAnswers(InstantSource clock) {
    this.clock = clock;
  }

  DeliveryOutcome read(IOException failure, DeliveryBatch batch) {
    return switch (failure) {
      case HttpConnectTimeoutException _ -> later(DeliveryReason.UNREACHABLE, batch);
      case HttpTimeoutException _ -> later(DeliveryReason.TIMEOUT, batch);
      case ConnectException _ -> later(DeliveryReason.UNREACHABLE, batch);
      default -> later(DeliveryReason.CONNECTION_LOST, batch);
    };
  }

  DeliveryOutcome read(HttpResponse<String> answer, DeliveryBatch batch) {
    int status = answer.statusCode();
    return switch (status) {
      case 200, 201 -> accepted(answer, batch);
      case 400, 422 -> readCode(body(answer).path("code").asInt());
      case 401, 403, 404 -> later(UNTIL_SOMEBODY_LOOKS, DeliveryReason.UNAUTHORISED);
      case 429 -> afterHeaderOr(answer, DeliveryReason.RATE_LIMITED, batch);
      default ->
          status >= 500
              ? afterHeaderOr(answer, DeliveryReason.PROVIDER_ERROR, batch)
              : later(UNTIL_SOMEBODY_LOOKS, DeliveryReason.UNEXPECTED_ANSWER);
    };
  }

  private DeliveryOutcome accepted(HttpResponse<String> answer, DeliveryBatch batch) {
    String call = body(answer).path("sid").asText("");
    return call.isEmpty()
        ? later(DeliveryReason.UNEXPECTED_ANSWER, batch)
        : new Accepted(Optional.of(call));
  }

  private DeliveryOutcome readCode(int code) {
    if (NO_SUCH_NUMBER.contains(code)) {
      return new RecipientGone(DeliveryReason.UNREGISTERED);
    }
    return ACCOUNT_MAY_NOT.contains(code)
        ? later(UNTIL_SOMEBODY_LOOKS, DeliveryReason.UNAUTHORISED)
        : new Refused(DeliveryReason.INVALID_MESSAGE);
  }

  /** An answer that is no JSON object is of a proxy on the way: then the status alone counts. */
  private static JsonNode body(HttpResponse<String> answer) {
    try {
      return Optional.ofNullable(Json.read(answer.body(), JsonNode.class)).orElse(NONE);
    } catch (IllegalArgumentException _) {
      return NONE;
    }
  }

  private DeliveryOutcome later(DeliveryReason reason, DeliveryBatch batch) {
    return later(Backoff.after(batch.attempt(), batch.id().getLeastSignificantBits()), reason);
  }

  private RetryLater later(Duration time, DeliveryReason reason) {
    return new RetryLater(clock.instant().plus(time), reason);
  }

  private DeliveryOutcome afterHeaderOr(
      HttpResponse<String> answer, DeliveryReason reason, DeliveryBatch batch) {
    Optional<Instant> said =
        Backoff.retryAfter(answer.headers().firstValue("Retry-After").orElse(""), clock.instant());
    return said.<DeliveryOutcome>map(moment -> new RetryLater(moment, reason))
        .orElseGet(() -> later(reason, batch));
  }
}
