package jp.noroshi.shelters.checkin;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says of themselves (世帯票の一人分). Personal as a whole.
 *
 * @param age as told, in years, where the birth date is not known
 * @param relation to the head of the household (続柄)
 * @param powerHours how long the battery of a device they need lasts, in hours; empty = no such
 *     device
 */
public record PersonCard(
    String name,
    String kana,
    Optional<LocalDate> birth,
    Optional<Integer> age,
    Sex sex,
    String relation,
    Set<Need> needs,
    Condition condition,
    String medicine,
    String allergies,
    Optional<Integer> powerHours,
    String contact,
    String skills,
    String note) {

  /** Nothing is known. */
  public static final PersonCard BLANK =
      new PersonCard(
          "",
          "",
          Optional.empty(),
          Optional.empty(),
          Sex.UNKNOWN,
          "",
          Set.of(),
          Condition.UNKNOWN,
          "",
          "",
          Optional.empty(),
          "",
          "",
          "");

  /** What is left out is not known. */
  public PersonCard {
    name = orEmpty(name);
    kana = orEmpty(kana);
    birth = birth == null ? Optional.empty() : birth;
    age = age == null ? Optional.empty() : age;
    sex = sex == null ? Sex.UNKNOWN : sex;
    relation = orEmpty(relation);
    needs = needs == null ? Set.of() : Set.copyOf(needs);
    condition = condition == null ? Condition.UNKNOWN : condition;
    medicine = orEmpty(medicine);
    allergies = orEmpty(allergies);
    powerHours = powerHours == null ? Optional.empty() : powerHours;
    contact = orEmpty(contact);
    skills = orEmpty(skills);
    note = orEmpty(note);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Hides everything: it is personal data. */
  @Override
  public String toString() {
    return "PersonCard[…]";
  }

  /** Sex as the person says it. */
  public enum Sex {
    /** 男. */
    MALE,
    /** 女. */
    FEMALE,
    /** 答えない. */
    UNSTATED,
    /** 不明: not asked. */
    UNKNOWN
  }

  /** How the person is. */
  public enum Condition {
    /** 無事. */
    WELL,
    /** けが. */
    INJURED,
    /** 重いけが. */
    SEVERELY_INJURED,
    /** 病気・体調不良. */
    ILL,
    /** 不明. */
    UNKNOWN
  }
}
