package jp.noroshi.shelters.response;

import java.time.Instant;
import java.util.UUID;

/** Why somebody is taken to be safe. What is weaker never takes the place of what is stronger. */
public sealed interface Evidence {

  /** How much a word is worth, the weakest first. The name is stored. */
  enum Strength {
    /** Staff assume it (the home is empty, relatives abroad say so). */
    ASSUMED,
    /** The person's own word. */
    OWN_WORD,
    /** A supporter's word. */
    SUPPORTER_WORD,
    /** Staff saw the person or spoke to who is with them. */
    STAFF_WORD,
    /** Somebody at a shelter took them in. */
    CHECK_IN
  }

  /** Returns when it was true. */
  Instant at();

  /** Returns what it is worth. */
  default Strength strength() {
    return switch (this) {
      case Assumed _ -> Strength.ASSUMED;
      case OwnWord _ -> Strength.OWN_WORD;
      case SupporterWord _ -> Strength.SUPPORTER_WORD;
      case StaffWord _ -> Strength.STAFF_WORD;
      case CheckIn _ -> Strength.CHECK_IN;
    };
  }

  /** Tells whether it takes the place of another one: stronger, or as strong and later. */
  default boolean outweighs(Evidence other) {
    int stronger = strength().compareTo(other.strength());
    return stronger > 0 || (stronger == 0 && at().isAfter(other.at()));
  }

  /**
   * Taken in at a shelter.
   *
   * @param shelter where
   */
  record CheckIn(UUID shelter, Instant at) implements Evidence {}

  /**
   * Seen or spoken to by staff.
   *
   * @param by the account
   */
  record StaffWord(String by, Instant at) implements Evidence {}

  /**
   * A supporter said so.
   *
   * @param supporter who
   */
  record SupporterWord(UUID supporter, Instant at) implements Evidence {}

  /** The person said so. */
  record OwnWord(Instant at) implements Evidence {}

  /**
   * Staff assume it.
   *
   * @param by the account
   */
  record Assumed(String by, Instant at) implements Evidence {}
}
