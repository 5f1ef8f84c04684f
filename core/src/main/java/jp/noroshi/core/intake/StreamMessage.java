package jp.noroshi.core.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertReference;
import jp.noroshi.core.alert.MessageType;

/**
 * What the state of a stream needs to know of one of its messages.
 *
 * @param concerned what it says of this municipality
 */
record StreamMessage(
    UUID alertId,
    String telegramType,
    String identifier,
    MessageType type,
    Instant sent,
    Instant written,
    Optional<Instant> expires,
    List<AlertReference> references,
    List<ConcernedKind> concerned) {

  /**
   * The order in which messages count: by the official time, then by when they were made (a
   * correction keeps the official time of what it corrects), and a cancel after what it cancels (a
   * correction and its cancel have been seen in the same minute).
   */
  static final Comparator<StreamMessage> ORDER =
      Comparator.comparing(StreamMessage::sent)
          .thenComparing(StreamMessage::written)
          .thenComparing(StreamMessage::isCancel);

  static StreamMessage of(UUID alertId, Alert alert, List<ConcernedKind> concerned) {
    return new StreamMessage(
        alertId,
        alert.telegramType(),
        alert.identifier(),
        alert.messageType(),
        alert.sent(),
        alert.written(),
        alert.expires(),
        alert.references(),
        concerned);
  }

  boolean isCancel() {
    return type == MessageType.CANCEL;
  }

  /** Tells whether this cancel names the other message. */
  boolean names(StreamMessage other) {
    return references.isEmpty()
        ? other.telegramType.equals(telegramType) && other.identifier.equals(identifier)
        : references.stream()
            .anyMatch(reference -> reference.identifier().equals(other.identifier));
  }
}
