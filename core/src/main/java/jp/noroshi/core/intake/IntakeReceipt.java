package jp.noroshi.core.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the intake did with one message.
 *
 * @param originalId where the original bytes are kept
 * @param items one per alert in the message
 */
public record IntakeReceipt(UUID originalId, List<Item> items) {

  /** Copies the list. */
  public IntakeReceipt {
    items = List.copyOf(items);
  }

  /**
   * What became of one alert.
   *
   * @param disposition what the intake decided
   * @param alertId the stored alert, empty when refused or a duplicate
   * @param dispatchId the draft or dispatch made from it, if any
   * @param title what a reader would call it
   * @param reason why, for staff, Japanese
   */
  public record Item(
      Disposition disposition,
      Optional<UUID> alertId,
      Optional<UUID> dispatchId,
      String title,
      String reason) {}

  /** What the intake decided about one alert. The name is also the metric label. */
  public enum Disposition {
    /** Stored; the rules say that nobody needs to be told. */
    RECORDED,
    /** Stored and a draft was made. */
    DRAFTED,
    /** Stored and sent by itself, as a rule says. */
    SENT,
    /** Stored, no area concerns this municipality. */
    NOT_CONCERNED,
    /** Stored, a newer message of the same stream had been taken in before. */
    OUTDATED,
    /** Stored, of a type the hub does not read. */
    NOT_READ,
    /** Stored and held: exercise or test in a live hub, a test sample, placeholder areas. */
    HELD,
    /** The same bytes or the same entry had been taken in before. */
    DUPLICATE,
    /** Kept in quarantine. */
    QUARANTINED
  }
}
