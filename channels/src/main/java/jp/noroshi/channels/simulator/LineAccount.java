package jp.noroshi.channels.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The simulated official account: what it took, its monthly allowance, the retry keys it has seen,
 * the reply tokens it gave. Thread-safe.
 */
final class LineAccount {

  private static final Duration KEY_LIFE = Duration.ofHours(24);

  private final LineSimulator.Settings settings;
  private final InstantSource clock;
  private final TakenMessages taken = new TakenMessages();
  private final Map<String, AcceptedRequest> keys = new HashMap<>();
  private final ReplyTokens replyTokens;
  private final Map<String, Long> counters = new HashMap<>();
  private final RateWindow multicasts;
  private final RateWindow broadcasts;
  private long quotaUsed;

  private record AcceptedRequest(String requestId, String body, Instant at) {}

  LineAccount(LineSimulator.Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.replyTokens = new ReplyTokens(clock);
    this.multicasts = new RateWindow(settings.multicastsPerSecond(), Duration.ofSeconds(1), clock);
    this.broadcasts = new RateWindow(settings.broadcastsPerHour(), Duration.ofHours(1), clock);
  }

  TakenMessages taken() {
    return taken;
  }

  synchronized Answer multicast(String retryKey, JsonObject request) {
    if (!multicasts.take()) {
      return rateLimited();
    }
    Optional<JsonArray> errors = LineRules.multicastErrors(request);
    return errors.isPresent()
        ? invalid(errors.get())
        : accept(retryKey, request, recipients(request));
  }

  synchronized Answer broadcast(String retryKey, JsonObject request) {
    if (!broadcasts.take()) {
      return rateLimited();
    }
    Optional<JsonArray> errors = LineRules.broadcastErrors(request);
    return errors.isPresent() ? invalid(errors.get()) : accept(retryKey, request, List.of("*"));
  }

  ReplyTokens replyTokens() {
    return replyTokens;
  }

  /** Takes a reply: to whoever was given the token, once, and for nothing. */
  synchronized Answer reply(JsonObject request) {
    Optional<JsonArray> errors = LineRules.replyErrors(request);
    if (errors.isPresent()) {
      return invalid(errors.get());
    }
    Optional<String> user = replyTokens.use(request.getString("replyToken"));
    if (user.isEmpty()) {
      count("repliesRefused");
      return message(400, "Invalid reply token");
    }
    count("replies");
    return taken(request, List.of(user.get()), UUID.randomUUID().toString());
  }

  private Answer accept(String retryKey, JsonObject request, Collection<String> recipients) {
    String requestId = UUID.randomUUID().toString();
    if (retryKey != null) {
      if (!LineRules.isRetryKey(retryKey)) {
        count("refused");
        return message(400, "Invalid retry key");
      }
      Optional<AcceptedRequest> earlier = findEarlier(retryKey);
      if (earlier.isPresent()) {
        return alreadyAccepted(earlier.get(), request, requestId);
      }
    }
    long cost = recipients.contains("*") ? settings.followers() : recipients.size();
    if (settings.monthlyQuota().isPresent()
        && quotaUsed + cost > settings.monthlyQuota().getAsLong()) {
      count("quotaExhausted");
      return message(429, "You have reached your monthly limit.");
    }
    quotaUsed += cost;
    count("accepted");
    if (retryKey != null) {
      keys.put(retryKey, new AcceptedRequest(requestId, bodyHash(request), clock.instant()));
    }
    return taken(request, recipients, requestId);
  }

  private Answer taken(JsonObject request, Collection<String> recipients, String requestId) {
    JsonArray messages = request.getJsonArray("messages");
    taken.take(
        Digest.shortOf(messages.encode()),
        messages.getJsonObject(0).getString("altText", ""),
        new JsonObject().put("messages", messages),
        recipients);
    return Answer.of(200, new JsonObject()).with("X-Line-Request-Id", requestId);
  }

  private Answer alreadyAccepted(AcceptedRequest earlier, JsonObject request, String requestId) {
    count("repeatsBlocked");
    if (!earlier.body().equals(bodyHash(request))) {
      count("changedBodies");
    }
    return message(409, "The retry key is already accepted")
        .with("X-Line-Request-Id", requestId)
        .with("X-Line-Accepted-Request-Id", earlier.requestId());
  }

  private Optional<AcceptedRequest> findEarlier(String retryKey) {
    return Optional.ofNullable(keys.get(retryKey))
        .filter(earlier -> clock.instant().isBefore(earlier.at().plus(KEY_LIFE)));
  }

  synchronized Answer quota() {
    JsonObject body =
        settings.monthlyQuota().isPresent()
            ? new JsonObject()
                .put("type", "limited")
                .put("value", settings.monthlyQuota().getAsLong())
            : new JsonObject().put("type", "none");
    return Answer.of(200, body);
  }

  synchronized Answer consumption() {
    count("consumptionAsked");
    return Answer.of(200, new JsonObject().put("totalUsage", quotaUsed));
  }

  synchronized Answer unauthorised() {
    count("unauthorised");
    return message(
        401,
        "Authentication failed. Confirm that the access token in the authorization header is"
            + " valid.");
  }

  private Answer rateLimited() {
    count("rateLimited");
    return message(429, "The API rate limit has been exceeded. Try again later.");
  }

  private Answer invalid(JsonArray errors) {
    count("refused");
    return Answer.of(
        400,
        new JsonObject()
            .put("message", "The request body has " + errors.size() + " error(s)")
            .put("details", errors));
  }

  static Answer message(int status, String text) {
    return Answer.of(status, new JsonObject().put("message", text));
  }

  synchronized void count(String what) {
    counters.merge(what, 1L, Long::sum);
  }

  synchronized long counted(String what) {
    return counters.getOrDefault(what, 0L);
  }

  synchronized JsonObject report() {
    JsonObject report = taken.toJson().put("provider", "line").put("quotaUsed", quotaUsed);
    counters.forEach(report::put);
    return report;
  }

  /** Forgets what was counted and taken; the allowance and the retry keys stay, as they would. */
  synchronized void forget() {
    taken.clear();
    counters.clear();
  }

  private static String bodyHash(JsonObject request) {
    return Digest.shortOf(request.encode());
  }

  private static List<String> recipients(JsonObject request) {
    return request.getJsonArray("to").stream().map(String.class::cast).toList();
  }
}
