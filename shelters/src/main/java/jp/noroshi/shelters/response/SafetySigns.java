package jp.noroshi.shelters.response;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.noroshi.gis.register.PersonId;

/** What shelters say of people on the register, in the order of numbers that never go back. */
@FunctionalInterface
public interface SafetySigns {

  /** No shelter says anything. */
  SafetySigns NONE = (_, _) -> List.of();

  /**
   * A person who was recognised.
   *
   * @param number its place in the order
   * @param shelter where
   * @param at when that was; tablets without a network tell later
   * @param present whether they are there from then on, or gone
   */
  record Sign(long number, PersonId person, UUID shelter, Instant at, boolean present) {}

  /** Reads at most so many that follow a number; blocking. */
  List<Sign> after(long cursor, int limit);
}
