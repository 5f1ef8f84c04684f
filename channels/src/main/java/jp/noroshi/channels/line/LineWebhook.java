package jp.noroshi.channels.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.noroshi.core.audience.LineEvent;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Json;

/**
 * Reads what LINE hands in (Messaging API reference: webhook event objects). Whether it is LINE's
 * is known by the signature over the bytes as they came. Thread-safe.
 */
public final class LineWebhook {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern USER = Pattern.compile("U[0-9a-f]{32}");
  private static final Pattern EVENT = Pattern.compile("[0-9A-Za-z-]{1,64}");

  /** Letters and digits; how many is not documented. */
  private static final Pattern REPLY_TOKEN = Pattern.compile("[0-9A-Za-z_-]{1,255}");

  /** LINE allows 300 characters in a button. */
  private static final int LONGEST_DATA = 300;

  /** LINE allows 100 characters in the address of a position. */
  private static final int LONGEST_ADDRESS = 100;

  /** Whoever writes more than this writes to people, not to a machine. */
  private static final int LONGEST_TEXT = 500;

  private final SecretKeySpec key;

  /**
   * Checks by the channel secret.
   *
   * @throws IllegalArgumentException when it is empty
   */
  public LineWebhook(String channelSecret) {
    this.key = new SecretKeySpec(channelSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Returns the signature of a body: what LINE puts into {@code x-line-signature}. */
  public String sign(byte[] body) {
    return Base64.getEncoder().encodeToString(digest(body));
  }

  /**
   * Tells whether a body is from LINE; takes as long for a wrong signature as for the right one.
   *
   * @param signature of the header {@code x-line-signature}; null when there is none
   */
  public boolean isGenuine(byte[] body, String signature) {
    return signature != null
        && MessageDigest.isEqual(
            sign(body).getBytes(StandardCharsets.US_ASCII),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] digest(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /**
   * Reads the events that concern the hub, in their order. Kinds it does not know, groups and
   * whatever is not as documented are left out.
   *
   * @throws IllegalArgumentException when the body is no JSON object
   */
  public static List<LineEvent> read(byte[] body) {
    JsonNode whole = Json.read(new String(body, StandardCharsets.UTF_8), JsonNode.class);
    if (whole == null || !whole.isObject()) {
      throw new IllegalArgumentException("a webhook body is a JSON object");
    }
    return StreamSupport.stream(whole.path("events").spliterator(), false)
        .flatMap(event -> find(event).stream())
        .toList();
  }

  private static Optional<LineEvent> find(JsonNode event) {
    String id = event.path("webhookEventId").asText("");
    String user = event.path("source").path("userId").asText("");
    boolean ours =
        event.path("source").path("type").asText("").equals("user")
            && !event.path("mode").asText("").equals("standby")
            && EVENT.matcher(id).matches()
            && USER.matcher(user).matches();
    return ours ? find(event, id, user) : Optional.empty();
  }

  private static Optional<LineEvent> find(JsonNode event, String id, String user) {
    return switch (event.path("type").asText("")) {
      case "postback" ->
          text(event.path("postback").path("data"), LONGEST_DATA)
              .map(data -> new LineEvent.Pressed(id, user, data, reply(event)));
      case "message" -> message(event, id, user);
      case "follow" -> Optional.of(new LineEvent.Followed(id, user));
      case "unfollow" -> Optional.of(new LineEvent.Left(id, user));
      default -> Optional.empty();
    };
  }

  private static Optional<LineEvent> message(JsonNode event, String id, String user) {
    JsonNode message = event.path("message");
    return message.path("type").asText("").equals("location")
        ? point(message)
            .map(point -> new LineEvent.Located(id, user, point, address(message), reply(event)))
        : text(message.path("text"), LONGEST_TEXT)
            .map(text -> new LineEvent.Wrote(id, user, text, reply(event)));
  }

  private static Optional<String> reply(JsonNode event) {
    return Optional.of(event.path("replyToken").asText(""))
        .filter(token -> REPLY_TOKEN.matcher(token).matches());
  }

  private static Optional<LatLon> point(JsonNode message) {
    try {
      return Optional.of(
          new LatLon(
              message.path("latitude").asDouble(Double.NaN),
              message.path("longitude").asDouble(Double.NaN)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String address(JsonNode message) {
    return text(message.path("address"), LONGEST_ADDRESS).orElse("");
  }

  /** PostgreSQL keeps no NUL, and half a character is none. */
  private static Optional<String> text(JsonNode node, int longest) {
    return Optional.of(node.asText(""))
        .filter(text -> !text.isEmpty() && text.length() <= longest)
        .filter(text -> text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }
}
