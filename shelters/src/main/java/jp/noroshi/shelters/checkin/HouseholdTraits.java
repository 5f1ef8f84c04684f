package jp.noroshi.shelters.checkin;

import java.util.Optional;

/**
 * The classes a household is counted in.
 *
 * @param phoneMark blind index of the telephone number
 */
public record HouseholdTraits(
    HouseholdCard.Residence residence,
    HouseholdCard.Damage damage,
    HouseholdCard.Pets pets,
    HouseholdCard.Disclosure disclosure,
    Optional<Boolean> helpWanted,
    Optional<String> phoneMark) {

  /** Nobody knows anything of this household yet. */
  public static final HouseholdTraits UNKNOWN =
      new HouseholdTraits(
          HouseholdCard.Residence.UNKNOWN,
          HouseholdCard.Damage.UNKNOWN,
          HouseholdCard.Pets.NONE,
          HouseholdCard.Disclosure.UNANSWERED,
          Optional.empty(),
          Optional.empty());
}
