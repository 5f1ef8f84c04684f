package jp.noroshi.shelters.checkin;

import java.util.List;

/**
 * What a household wrote before there was a shelter to go to (事前登録).
 *
 * @param code shown at the reception: 10 characters of Crockford's base 32
 */
public record Preregistration(String code, HouseholdCard household, List<PersonCard> people) {

  /** Copies the list. */
  public Preregistration {
    people = List.copyOf(people);
  }

  /** Hides everything but the code: it is personal data. */
  @Override
  public String toString() {
    return "Preregistration[" + code + "]";
  }
}
