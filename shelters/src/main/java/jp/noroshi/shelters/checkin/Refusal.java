package jp.noroshi.shelters.checkin;

import java.util.Optional;
import java.util.UUID;

/**
 * An event that was not taken in. The tablet keeps it and shows it to somebody.
 *
 * @param id of the event; empty where not even that could be read
 */
public record Refusal(Optional<UUID> id, Code code) {

  /** Why. The name is part of the contract. */
  public enum Code {
    /** No such shelter here. */
    UNKNOWN_SHELTER,
    /** A text or a number is beyond its bounds. */
    TOO_LONG,
    /** It is no event. */
    UNREADABLE,
    /** It holds something personal and this hub has no key to seal it with. */
    LOCKED
  }
}
