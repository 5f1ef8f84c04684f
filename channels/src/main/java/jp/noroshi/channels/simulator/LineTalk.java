package jp.noroshi.channels.simulator;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import jp.noroshi.channels.line.LineWebhook;
import jp.noroshi.core.place.LatLon;

/**
 * What invented people do in the talk with the simulated account, handed in to a webhook as LINE
 * does: signed, and answered with a status. Thread-safe.
 */
public final class LineTalk {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI webhook;
  private final LineWebhook signer;
  private final ReplyTokens replyTokens;
  private final InstantSource clock;

  LineTalk(URI webhook, String channelSecret, ReplyTokens replyTokens, InstantSource clock) {
    this.replyTokens = replyTokens;
    this.webhook = webhook;
    this.signer = new LineWebhook(channelSecret);
    this.clock = clock;
  }

  /** Presses a button of a message; completes with the status of the webhook's answer. */
  public Future<Integer> press(String user, String data) {
    return handIn(event("postback", user).put("postback", new JsonObject().put("data", data)));
  }

  /** Writes something. */
  public Future<Integer> write(String user, String text) {
    return handIn(
        event("message", user)
            .put("message", new JsonObject().put("type", "text").put("text", text)));
  }

  /** Sends a position, as the button of the talk does. */
  public Future<Integer> locate(String user, LatLon point, String address) {
    return handIn(
        event("message", user)
            .put(
                "message",
                new JsonObject()
                    .put("type", "location")
                    .put("address", address)
                    .put("latitude", point.latitude())
                    .put("longitude", point.longitude())));
  }

  /** Makes the account a friend. */
  public Future<Integer> follow(String user) {
    return handIn(event("follow", user));
  }

  /** Blocks the account. */
  public Future<Integer> block(String user) {
    return handIn(event("unfollow", user));
  }

  /** Returns an event with a number of its own, for tests that hand one in twice. */
  public JsonObject event(String type, String user) {
    JsonObject event =
        new JsonObject()
            .put("type", type)
            .put("mode", "active")
            .put("timestamp", clock.millis())
            .put("source", new JsonObject().put("type", "user").put("userId", user))
            .put("webhookEventId", UUID.randomUUID().toString())
            .put("deliveryContext", new JsonObject().put("isRedelivery", false));
    return type.equals("unfollow") ? event : event.put("replyToken", replyTokens.give(user));
  }

  /** Hands events in, in one request. */
  public Future<Integer> handIn(JsonObject... events) {
    JsonArray list = new JsonArray();
    for (JsonObject event : events) {
      list.add(event);
    }
    Buffer body =
        new JsonObject().put("destination", "U" + "0".repeat(32)).put("events", list).toBuffer();
    return handIn(body, signer.sign(body.getBytes()));
  }

  /** Hands a body in with a signature of choice. */
  public Future<Integer> handIn(Buffer body, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .header("Content-Type", "application/json")
            .header("x-line-signature", signature)
            .timeout(LONGEST_WAIT)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes()))
            .build();
    return Future.fromCompletionStage(
        client
            .sendAsync(request, HttpResponse.BodyHandlers.discarding())
            .thenApply(HttpResponse::statusCode));
  }
}
