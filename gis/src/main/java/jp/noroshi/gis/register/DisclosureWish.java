package jp.noroshi.gis.register;

import java.time.LocalDate;
import java.util.List;
import jp.noroshi.core.place.AreaCode;

/**
 * What shall be handed over, to whom and why.
 *
 * @param kind what kind of body gets it
 * @param recipient which one
 * @param purpose what for, in words
 * @param districts of which districts; empty = of all
 * @param keepUntil until which day it may be kept
 * @param holders who answers for each copy, at least one
 */
public record DisclosureWish(
    Disclosure.RecipientKind kind,
    String recipient,
    String purpose,
    List<AreaCode> districts,
    LocalDate keepUntil,
    List<String> holders) {

  /** Returns the same, of other districts. */
  public DisclosureWish in(List<AreaCode> others) {
    return new DisclosureWish(kind, recipient, purpose, others, keepUntil, holders);
  }

  /**
   * Copies the lists.
   *
   * @throws RegisterRefusedException REASON_MISSING when recipient, purpose or holder is missing
   */
  public DisclosureWish {
    districts = List.copyOf(districts);
    holders = List.copyOf(holders);
    if (recipient.isBlank()
        || purpose.isBlank()
        || holders.isEmpty()
        || holders.stream().anyMatch(String::isBlank)) {
      throw new RegisterRefusedException(RegisterRefusal.REASON_MISSING);
    }
  }
}
