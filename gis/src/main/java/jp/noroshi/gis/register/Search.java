package jp.noroshi.gis.register;

import java.time.LocalDate;
import java.util.Optional;
import jp.noroshi.core.place.AreaCode;

/**
 * How a person is looked for; what is given must all fit, at least one of them is given.
 *
 * @param kana how the name begins, two kana or more, of whatever kind
 * @param reference the office's number
 * @param birthDate the day of birth
 * @param phone the telephone number, whole
 * @param district where they live
 * @param state where they stand; empty = anywhere
 */
public record Search(
    Optional<String> kana,
    Optional<String> reference,
    Optional<LocalDate> birthDate,
    Optional<String> phone,
    Optional<AreaCode> district,
    Optional<PersonState> state) {

  /**
   * Checks that it asks for somebody.
   *
   * @throws RegisterRefusedException SEARCH_TOO_SHORT when nothing is given, or a single kana
   */
  public Search {
    boolean asks =
        kana.isPresent()
            || reference.isPresent()
            || birthDate.isPresent()
            || phone.isPresent()
            || district.isPresent();
    if (!asks || kana.filter(text -> Kana.plain(text).length() < Kana.SHORTEST).isPresent()) {
      throw new RegisterRefusedException(RegisterRefusal.SEARCH_TOO_SHORT);
    }
  }

  /** Looks for a beginning of the name in kana. */
  public static Search byKana(String kana) {
    return new Search(
        Optional.of(kana),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Looks for everybody listed in a district. */
  public static Search inDistrict(AreaCode district) {
    return new Search(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(district),
        Optional.of(PersonState.LISTED));
  }

  @Override
  public String toString() {
    return "Search[…]";
  }
}
