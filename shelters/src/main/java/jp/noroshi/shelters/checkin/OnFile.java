package jp.noroshi.shelters.checkin;

import java.util.Optional;
import java.util.UUID;
import jp.noroshi.shelters.checkin.Records.Stay;

/**
 * What there is about somebody, without opening it.
 *
 * @param evacuee the record that stands for them
 * @param household the record that stands for it
 * @param card the event that is the latest card
 * @param householdCard the event that is the latest card of the household
 * @param stay the latest word of where they are
 * @param form how they stay
 */
record OnFile(
    UUID evacuee,
    UUID household,
    Optional<UUID> card,
    Optional<UUID> householdCard,
    Optional<Stay> stay,
    StayForm form) {

  static OnFile of(Words words, UUID record) {
    UUID evacuee = words.evacuees.joined.standsFor(record);
    UUID household =
        words.findHousehold(evacuee).map(words.households.joined::standsFor).orElse(evacuee);
    return new OnFile(
        evacuee,
        household,
        words.evacuees.latestCard(evacuee).map(card -> card.getKey().id()),
        words.households.latestCard(household).map(card -> card.getKey().id()),
        words.evacuees.latestStay(evacuee),
        words.formOf(evacuee));
  }

  /** Tells whether anything was ever said of them: a household's record is nobody's. */
  boolean isSomebody() {
    return card.isPresent() || stay.isPresent();
  }

  boolean isPresent() {
    return stay.filter(Stay::isPresent).isPresent();
  }

  /** Tells whether they are, or were last, at a shelter. */
  boolean isOf(UUID shelter) {
    return stay.filter(each -> each.shelter().equals(shelter)).isPresent();
  }
}
