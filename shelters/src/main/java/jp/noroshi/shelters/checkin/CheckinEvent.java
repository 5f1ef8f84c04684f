package jp.noroshi.shelters.checkin;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened at a shelter, as the device that saw it wrote it down. Never changed
 * afterwards.
 *
 * @param id made by the device; the same event handed in twice is one
 * @param device that made it
 * @param shelter where
 * @param clock of the device, hybrid logical
 * @param at what the device's own clock showed, for people to read
 * @param by who held the device; may be empty
 * @param fact what happened
 */
public record CheckinEvent(
    UUID id, UUID device, UUID shelter, Clock clock, Instant at, String by, Fact fact) {

  /**
   * A stamp of a hybrid logical clock.
   *
   * @param wall milliseconds since 1970
   * @param count within the millisecond
   */
  public record Clock(long wall, int count) {}

  /** Returns where it stands among all events. */
  public EventOrder order() {
    return new EventOrder(clock.wall(), clock.count(), device, id);
  }
}
