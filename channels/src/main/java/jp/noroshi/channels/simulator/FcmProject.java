package jp.noroshi.channels.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The simulated Firebase project: what it took, which tokens have left, its quota. Answers in the
 * words of the FCM v1 reference (ErrorCode, google.rpc.Status). Thread-safe.
 */
final class FcmProject {

  /** FCM's limit of one message, its token aside. */
  private static final int LARGEST_PAYLOAD = 4_096;

  private static final long LONGEST_TTL_SECONDS = 2_419_200;
  private static final int LONGEST_COLLAPSE_ID = 64;
  private static final String FCM_ERROR = "type.googleapis.com/google.firebase.fcm.v1.FcmError";

  private final String projectId;
  private final RateWindow quota;
  private final TakenMessages taken = new TakenMessages();
  private final Set<String> unregistered = new HashSet<>();
  private final Map<String, Long> counters = new HashMap<>();

  FcmProject(String projectId, long messagesPerMinute, InstantSource clock) {
    this.projectId = projectId;
    this.quota = new RateWindow(messagesPerMinute, Duration.ofMinutes(1), clock);
  }

  TakenMessages taken() {
    return taken;
  }

  synchronized Answer send(JsonObject request) {
    JsonObject message = request.getJsonObject("message");
    if (message == null || !isToken(message.getString("token"))) {
      return refuse("The registration token is not a valid FCM registration token");
    }
    if (!quota.take()) {
      return error(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", "Quota exceeded");
    }
    String token = message.getString("token");
    if (unregistered.contains(token)) {
      return error(404, "NOT_FOUND", "UNREGISTERED", "Requested entity was not found.");
    }
    message.remove("token");
    String mistake = mistakeIn(message);
    return mistake.isEmpty() ? accept(message, token) : refuse(mistake);
  }

  private static boolean isToken(String token) {
    return token != null
        && !token.isBlank()
        && token.length() <= 4_096
        && token.chars().noneMatch(Character::isWhitespace);
  }

  private static String mistakeIn(JsonObject message) {
    if (message.toBuffer().length() > LARGEST_PAYLOAD) {
      return "Android message is too big";
    }
    if (!message.getJsonObject("data", new JsonObject()).stream()
        .allMatch(entry -> entry.getValue() instanceof String)) {
      return "Invalid value at 'message.data'";
    }
    String ttl = message.getJsonObject("android", new JsonObject()).getString("ttl", "0s");
    if (Double.parseDouble(ttl.substring(0, ttl.length() - 1)) > LONGEST_TTL_SECONDS) {
      return "Invalid value at 'message.android.ttl'";
    }
    JsonObject apns =
        message.getJsonObject("apns", new JsonObject()).getJsonObject("headers", new JsonObject());
    return apns.getString("apns-collapse-id", "").length() > LONGEST_COLLAPSE_ID
        ? "Invalid value at 'message.apns.headers'"
        : "";
  }

  private Answer accept(JsonObject message, String token) {
    JsonObject notification = message.getJsonObject("notification", new JsonObject());
    // The time to live differs between attempts at the same message, and the order of the fields
    // between two starts of the sender: neither is its identity.
    String identity =
        inOrder(notification) + inOrder(message.getJsonObject("data", new JsonObject()));
    taken.take(
        Digest.shortOf(identity), notification.getString("title", ""), message, List.of(token));
    count("accepted");
    return Answer.of(
        200,
        new JsonObject().put("name", "projects/" + projectId + "/messages/" + UUID.randomUUID()));
  }

  private static String inOrder(JsonObject fields) {
    return new TreeMap<>(fields.getMap()).toString();
  }

  synchronized void unregister(Collection<String> tokens) {
    unregistered.addAll(tokens);
  }

  synchronized void count(String what) {
    counters.merge(what, 1L, Long::sum);
  }

  synchronized long counted(String what) {
    return counters.getOrDefault(what, 0L);
  }

  synchronized JsonObject report() {
    JsonObject report = taken.toJson().put("provider", "fcm");
    counters.forEach(report::put);
    return report;
  }

  synchronized void forget() {
    taken.clear();
    unregistered.clear();
    counters.clear();
  }

  Answer unauthorised() {
    count("unauthorised");
    return Answer.of(
        401,
        status(
            401,
            "UNAUTHENTICATED",
            "Request had invalid authentication credentials.",
            new JsonArray()));
  }

  Answer refuse(String mistake) {
    return error(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT", mistake);
  }

  /** FCM's words for an error status ordered by a fault. */
  Answer error(int status) {
    return switch (status) {
      case 400 -> refuse("Request contains an invalid argument.");
      case 401 -> error(401, "UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR", "Auth error from APNS");
      case 403 -> error(403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH", "SenderId mismatch");
      case 404 -> error(404, "NOT_FOUND", "UNREGISTERED", "Requested entity was not found.");
      case 429 -> error(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", "Quota exceeded");
      case 503 -> error(503, "UNAVAILABLE", "UNAVAILABLE", "The service is currently unavailable.");
      default -> error(status, "INTERNAL", "INTERNAL", "Internal error encountered.");
    };
  }

  private Answer error(int code, String status, String fcmCode, String text) {
    count(fcmCode);
    JsonObject detail = new JsonObject().put("@type", FCM_ERROR).put("errorCode", fcmCode);
    return Answer.of(code, status(code, status, text, new JsonArray().add(detail)));
  }

  private static JsonObject status(int code, String status, String text, JsonArray details) {
    return new JsonObject()
        .put(
            "error",
            new JsonObject()
                .put("code", code)
                .put("message", text)
                .put("status", status)
                .put("details", details));
  }
}
