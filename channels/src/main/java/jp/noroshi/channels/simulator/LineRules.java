package jp.noroshi.channels.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The documented limits of a LINE request (Messaging API reference: send multicast message, send
 * reply message, Flex Message).
 */
final class LineRules {

  private static final int MOST_RECIPIENTS = 500;
  private static final int MOST_MESSAGES = 5;
  private static final int LONGEST_ALT_TEXT = 1_500;
  private static final int LARGEST_BUBBLE = 30 * 1024;
  private static final Pattern USER_ID = Pattern.compile("U[0-9a-f]{32}");
  private static final Pattern RETRY_KEY =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private LineRules() {}

  static boolean isRetryKey(String value) {
    return RETRY_KEY.matcher(value).matches();
  }

  static Optional<JsonArray> multicastErrors(JsonObject request) {
    JsonArray errors = new JsonArray();
    if (!(request.getValue("to") instanceof JsonArray to)
        || to.isEmpty()
        || to.size() > MOST_RECIPIENTS) {
      errors.add(error("Size must be between 1 and " + MOST_RECIPIENTS, "to"));
    } else if (!to.stream().allMatch(LineRules::isUserId)) {
      errors.add(error("The property must be a valid user ID", "to"));
    }
    checkMessages(request, errors);
    return found(errors);
  }

  static Optional<JsonArray> replyErrors(JsonObject request) {
    JsonArray errors = new JsonArray();
    if (request.getString("replyToken", "").isEmpty()) {
      errors.add(error("May not be empty", "replyToken"));
    }
    checkMessages(request, errors);
    return found(errors);
  }

  static Optional<JsonArray> broadcastErrors(JsonObject request) {
    JsonArray errors = new JsonArray();
    checkMessages(request, errors);
    return found(errors);
  }

  private static Optional<JsonArray> found(JsonArray errors) {
    return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
  }

  private static boolean isUserId(Object value) {
    return value instanceof String id && USER_ID.matcher(id).matches();
  }

  private static void checkMessages(JsonObject request, JsonArray errors) {
    if (!(request.getValue("messages") instanceof JsonArray messages)
        || messages.isEmpty()
        || messages.size() > MOST_MESSAGES) {
      errors.add(error("Size must be between 1 and " + MOST_MESSAGES, "messages"));
      return;
    }
    for (int i = 0; i < messages.size(); i++) {
      checkMessage(messages.getJsonObject(i), "messages[" + i + "]", errors);
    }
  }

  private static void checkMessage(JsonObject message, String at, JsonArray errors) {
    switch (message.getString("type", "")) {
      case "text" -> checkLength(message.getString("text", ""), 5_000, at + ".text", errors);
      case "flex" -> checkFlex(message, at, errors);
      default -> errors.add(error("The property must be one of text, flex", at + ".type"));
    }
  }

  private static void checkFlex(JsonObject message, String at, JsonArray errors) {
    checkLength(message.getString("altText", ""), LONGEST_ALT_TEXT, at + ".altText", errors);
    JsonObject contents = message.getJsonObject("contents");
    if (contents == null || !"bubble".equals(contents.getString("type"))) {
      errors.add(error("May not be empty", at + ".contents"));
    } else if (contents.toBuffer().length() > LARGEST_BUBBLE) {
      errors.add(error("The bubble must be within 30 KB", at + ".contents"));
    } else {
      checkTexts(contents, at + ".contents", errors);
    }
  }

  private static void checkTexts(JsonObject component, String at, JsonArray errors) {
    if ("text".equals(component.getString("type")) && component.getString("text", "").isEmpty()) {
      errors.add(error("May not be empty", at + ".text"));
    }
    for (String part : component.fieldNames()) {
      switch (component.getValue(part)) {
        case JsonObject inner -> checkTexts(inner, at + "." + part, errors);
        case JsonArray list -> {
          for (int i = 0; i < list.size(); i++) {
            if (list.getValue(i) instanceof JsonObject inner) {
              checkTexts(inner, at + "." + part + "[" + i + "]", errors);
            }
          }
        }
        case null, default -> {}
      }
    }
  }

  private static void checkLength(String text, int most, String at, JsonArray errors) {
    if (text.isEmpty() || text.length() > most) {
      errors.add(error("Length must be between 1 and " + most, at));
    }
  }

  private static JsonObject error(String message, String property) {
    return new JsonObject().put("message", message).put("property", property);
  }
}
