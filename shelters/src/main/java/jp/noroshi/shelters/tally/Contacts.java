package jp.noroshi.shelters.tally;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Answers how long ago the tablets of a shelter told everything they had. Implemented by who knows
 * them.
 */
@FunctionalInterface
public interface Contacts {

  /** Returns the contact with every shelter that has tablets. */
  Map<UUID, Contact> now();

  /**
   * The contact with a shelter.
   *
   * @param upToDate until then all its tablets have told everything they had
   * @param unsent events they last said they still hold
   */
  record Contact(Instant upToDate, int unsent) {}
}
