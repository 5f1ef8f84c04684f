package jp.noroshi.core.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.place.AreaCode;

/**
 * An alert that was taken in, is the latest of its stream and concerns this municipality.
 *
 * @param id its row in {@code core.alert}
 * @param mode live or drill; whatever is made from the alert inherits it
 * @param alert the alert as its sender wrote it
 * @param takenInAt when the hub took it in
 * @param changes what it changed here, the gravest first
 * @param predecessor the message of the same stream that was the latest before it
 */
public record StoredAlert(
    UUID id,
    Mode mode,
    Alert alert,
    Instant takenInAt,
    List<KindChange> changes,
    Optional<UUID> predecessor) {

  /** Copies the list. */
  public StoredAlert {
    changes = List.copyOf(changes);
  }

  /**
   * Returns what the alerts of one event, river or office and hazard group have in common: messages
   * of one thread are told in their order.
   */
  public String thread() {
    return alert.stream();
  }

  /** Returns the districts that any of the changes concerns, each once. */
  public List<AreaCode> districts() {
    return changes.stream()
        .flatMap(change -> change.concerned().districts().stream())
        .distinct()
        .toList();
  }
}
