package jp.noroshi.shelters.checkin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who checked in, with what was written down. Personal as a whole.
 *
 * @param id the record that stands for them
 * @param household the record that stands for it
 * @param card blank where nobody wrote one
 * @param householdCard blank where nobody wrote one
 * @param where empty where only a card was written
 */
public record Evacuee(
    UUID id, UUID household, PersonCard card, HouseholdCard householdCard, Optional<Where> where) {

  /**
   * Where they are, or were last.
   *
   * @param out out for a while
   * @param left where they went for good; empty = still there
   * @param note where exactly they went
   * @param since by the clock of who said it
   */
  public record Where(
      UUID shelter,
      StayForm form,
      boolean out,
      Optional<LeftFor> left,
      String note,
      Instant since) {}

  /** Hides everything: it is personal data. */
  @Override
  public String toString() {
    return "Evacuee[" + id + "]";
  }
}
