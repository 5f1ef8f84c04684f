package jp.noroshi.shelters.checkin;

import java.util.Optional;

/**
 * What a household says of itself (世帯票). Personal as a whole.
 *
 * @param number as it stands on paper
 * @param district in words
 * @param address in words
 * @param phone as written
 * @param community neighbourhood association (自治会)
 * @param damage of the house
 * @param car where it stands, its plate
 * @param disclosure whether those who ask may be told that they are safe (安否の公表)
 * @param helpWanted empty = not asked
 * @param language they want to be spoken to in
 */
public record HouseholdCard(
    String number,
    Residence residence,
    String district,
    String address,
    String phone,
    String community,
    Damage damage,
    String car,
    Pets pets,
    Disclosure disclosure,
    Optional<Boolean> helpWanted,
    String language,
    String note) {

  /** Nothing is known. */
  public static final HouseholdCard BLANK =
      new HouseholdCard(
          "",
          Residence.UNKNOWN,
          "",
          "",
          "",
          "",
          Damage.UNKNOWN,
          "",
          Pets.NONE,
          Disclosure.UNANSWERED,
          Optional.empty(),
          "",
          "");

  /** What is left out is not known. */
  public HouseholdCard {
    number = orEmpty(number);
    residence = residence == null ? Residence.UNKNOWN : residence;
    district = orEmpty(district);
    address = orEmpty(address);
    phone = orEmpty(phone);
    community = orEmpty(community);
    damage = damage == null ? Damage.UNKNOWN : damage;
    car = orEmpty(car);
    pets = pets == null ? Pets.NONE : pets;
    disclosure = disclosure == null ? Disclosure.UNANSWERED : disclosure;
    helpWanted = helpWanted == null ? Optional.empty() : helpWanted;
    language = orEmpty(language);
    note = orEmpty(note);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Hides everything: it is personal data. */
  @Override
  public String toString() {
    return "HouseholdCard[…]";
  }

  /** Where the home is. */
  public enum Residence {
    /** 市内. */
    IN_CITY,
    /** 県内. */
    IN_PREFECTURE,
    /** 県外. */
    OUTSIDE,
    /** 不明. */
    UNKNOWN
  }

  /** What happened to the house, as the household says; no official finding. */
  public enum Damage {
    /** 被害なし. */
    NONE,
    /** 一部損壊. */
    PARTIAL,
    /** 半壊. */
    HALF,
    /** 全壊. */
    TOTAL,
    /** 床下浸水. */
    FLOODED_BELOW_FLOOR,
    /** 床上浸水. */
    FLOODED_ABOVE_FLOOR,
    /** 不明. */
    UNKNOWN
  }

  /** Whether those who ask after them may be told. What was not answered is no yes. */
  public enum Disclosure {
    /** 公表してよい. */
    YES,
    /** 公表しない. */
    NO,
    /** 未回答. */
    UNANSWERED
  }

  /** Animals with them. */
  public record Pets(int dogs, int cats, int others) {
    /** None. */
    public static final Pets NONE = new Pets(0, 0, 0);
  }
}
