package jp.noroshi.core.intake.cap;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.Alert.Restriction;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.AlertReference;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.intake.UnreadableException;

/** Checks the rules of CAP, also those its schema cannot state, and makes the alert. */
record CapAlert(CapMessage message) {
  /** CAP 1.2, 3.2.1: neither spaces nor commas nor the signs XML reserves. */
  private static final Pattern NAME = Pattern.compile("[^\\s,<&]+");

  private static final Pattern BLANK = Pattern.compile("\\s+");

  Alert toAlert() throws UnreadableException {
    CapFields fields = message.fields();
    String identifier = name("identifier");
    String sender = name("sender");
    Instant sent = CapTime.parse(message.version(), "sent", fields.required("sent"));
    MessageType messageType = messageType(fields.required("msgType"));
    List<AlertReference> references = references(messageType);
    CapContent content = CapContent.of(message, messageType);
    return new Alert(
        AlertFormat.CAP,
        message.version().telegramType(),
        status(fields.required("status")),
        messageType,
        identifier,
        "",
        sender,
        sent,
        sent,
        stream(sender, identifier, references),
        content.event(),
        content.headline(),
        content.description(),
        content.expires(),
        content.areas(),
        references,
        restrictions(),
        content.threat(),
        List.of());
  }

  private String name(String field) throws UnreadableException {
    String value = message.fields().required(field);
    if (!NAME.matcher(value).matches()) {
      throw breaksTheFormat(field + quote(value) + "に空白・コンマ・「<」・「&」は使えません。");
    }
    return value;
  }

  private static AlertStatus status(String value) throws UnreadableException {
    return switch (value) {
      case "Actual" -> AlertStatus.ACTUAL;
      case "Exercise" -> AlertStatus.EXERCISE;
      case "System" -> AlertStatus.SYSTEM;
      case "Test" -> AlertStatus.TEST;
      case "Draft" -> AlertStatus.DRAFT;
      default -> throw unknown("status", value);
    };
  }

  private static MessageType messageType(String value) throws UnreadableException {
    return switch (value) {
      case "Alert" -> MessageType.ALERT;
      case "Update" -> MessageType.UPDATE;
      case "Cancel" -> MessageType.CANCEL;
      case "Ack" -> MessageType.ACK;
      case "Error" -> MessageType.ERROR;
      default -> throw unknown("msgType", value);
    };
  }

  private List<Restriction> restrictions() throws UnreadableException {
    CapFields fields = message.fields();
    return switch (fields.required("scope")) {
      case "Public" ->
          fields.optional("restriction").isEmpty() ? List.of() : List.of(Restriction.NOT_PUBLIC);
      case "Restricted" -> {
        fields.required("restriction");
        yield List.of(Restriction.NOT_PUBLIC);
      }
      case "Private" -> {
        fields.required("addresses");
        yield List.of(Restriction.NOT_PUBLIC);
      }
      default -> throw unknown("scope", fields.required("scope"));
    };
  }

  private List<AlertReference> references(MessageType messageType) throws UnreadableException {
    List<AlertReference> references = new ArrayList<>();
    String given = message.fields().optional("references");
    if (!given.isEmpty()) {
      for (String triple : BLANK.split(given, -1)) {
        references.add(reference(triple));
      }
    }
    if (references.isEmpty() && messageType != MessageType.ALERT) {
      throw breaksTheFormat("どの警報に対するものか(references)がありません。");
    }
    return references;
  }

  private AlertReference reference(String triple) throws UnreadableException {
    String[] parts = triple.split(",", -1);
    if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw breaksTheFormat("references" + quote(triple) + "は「送信者,識別子,日時」の形ではありません。");
    }
    return new AlertReference(
        parts[0], parts[1], CapTime.parse(message.version(), "references", parts[2]));
  }

  /** All messages of one event refer to the first, so the first names the stream. */
  private static String stream(String sender, String identifier, List<AlertReference> references) {
    Optional<AlertReference> first =
        references.stream().min(Comparator.comparing(AlertReference::sent));
    return "CAP/"
        + first
            .map(found -> found.sender() + "/" + found.identifier())
            .orElse(sender + "/" + identifier);
  }

  private static UnreadableException unknown(String name, String value) {
    return breaksTheFormat(name + quote(value) + "は決められた値ではありません。");
  }
}
