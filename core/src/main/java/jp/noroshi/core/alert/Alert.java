package jp.noroshi.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One alert as its sender wrote it, shaped after CAP 1.2. Immutable.
 *
 * @param format how it was written
 * @param telegramType JMA telegram ({@code VPWW56}), {@code CAP 1.2}, {@code CAP 1.1}, {@code
 *     fire-notice}, {@code notice}
 * @param status actual, exercise, test …
 * @param messageType alert, update, cancel …
 * @param identifier the sender's identifier. JMA: EventID, or type, office and report time where it
 *     is empty. Not unique: a cancel has the identifier and serial of what it cancels
 * @param serial the sender's serial, empty if none
 * @param sender who sent it (JMA: the publishing office)
 * @param sent the official time (JMA: ReportDateTime)
 * @param written when the message itself was made (JMA: Control/DateTime); breaks ties of {@code
 *     sent}
 * @param stream within a stream only the latest message counts (one office and hazard group, one
 *     river, one event)
 * @param event what happened, in the sender's words (JMA: Head/Title; CAP: event)
 * @param headline one sentence for people, may be empty
 * @param description the whole text for people, may be empty
 * @param expires when the sender says it ends
 * @param areas where, with what is said there
 * @param references earlier messages this one updates or cancels
 * @param restrictions why this may not be used for the public although it is {@code ACTUAL} (a test
 *     copy, placeholder areas); empty for an ordinary message
 * @param threat urgency, severity and certainty, where the format states them (CAP); the worst if
 *     the languages of one message disagree
 * @param waterLevels what it says that gauges measured (river forecasts); empty for everything else
 */
public record Alert(
    AlertFormat format,
    String telegramType,
    AlertStatus status,
    MessageType messageType,
    String identifier,
    String serial,
    String sender,
    Instant sent,
    Instant written,
    String stream,
    String event,
    String headline,
    String description,
    Optional<Instant> expires,
    List<AlertArea> areas,
    List<AlertReference> references,
    List<Restriction> restrictions,
    Optional<Threat> threat,
    List<WaterLevel> waterLevels) {

  /** A reason why an alert must be held although it says it is actual. */
  public enum Restriction {
    /** The notice says that the telegram is a test sample (「この電文はテストサンプルです」). */
    TEST_SAMPLE,
    /** Its areas are placeholders (990000, 123456789012) or unknown. */
    PLACEHOLDER_AREA,
    /** CAP scope is Restricted or Private: not for the public. */
    NOT_PUBLIC
  }

  /** Copies the lists. */
  public Alert {
    areas = List.copyOf(areas);
    references = List.copyOf(references);
    restrictions = List.copyOf(restrictions);
    // Alerts kept before levels were read say nothing of them.
    waterLevels = waterLevels == null ? List.of() : List.copyOf(waterLevels);
  }

  /** Returns the same alert with other areas. */
  public Alert withAreas(List<AlertArea> others) {
    return copy(stream, others);
  }

  /** Returns the same alert as a message of another stream. */
  public Alert withStream(String other) {
    return copy(other, areas);
  }

  private Alert copy(String newStream, List<AlertArea> newAreas) {
    return new Alert(
        format,
        telegramType,
        status,
        messageType,
        identifier,
        serial,
        sender,
        sent,
        written,
        newStream,
        event,
        headline,
        description,
        expires,
        newAreas,
        references,
        restrictions,
        threat,
        waterLevels);
  }

  /** Returns the highest level in force anywhere in the alert. */
  public Optional<AlertLevel> findHighestLevel() {
    return areas.stream()
        .flatMap(area -> area.kinds().stream())
        .filter(kind -> kind.state().isInForce())
        .flatMap(kind -> kind.level().stream())
        .max(AlertLevel::compareTo);
  }
}
