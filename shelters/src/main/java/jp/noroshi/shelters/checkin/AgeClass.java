package jp.noroshi.shelters.checkin;

import java.time.LocalDate;
import java.time.Period;

/** How old somebody is, as figures are reported (年齢階級). The name is stored. */
public enum AgeClass {
  /** 0–2歳. */
  INFANT(0),
  /** 3–5歳. */
  TODDLER(3),
  /** 6–14歳. */
  CHILD(6),
  /** 15–64歳. */
  ADULT(15),
  /** 65–74歳. */
  ELDERLY(65),
  /** 75歳以上. */
  VERY_ELDERLY(75),
  /** 不明. */
  UNKNOWN(Integer.MAX_VALUE);

  private final int from;

  AgeClass(int from) {
    this.from = from;
  }

  /** Returns the class on a day: the birth date counts, else the age as told. */
  public static AgeClass of(PersonCard card, LocalDate day) {
    return card.birth()
        .filter(birth -> !birth.isAfter(day))
        .map(birth -> of(Period.between(birth, day).getYears()))
        .or(() -> card.age().map(AgeClass::of))
        .orElse(UNKNOWN);
  }

  private static AgeClass of(int years) {
    AgeClass found = UNKNOWN;
    for (AgeClass each : values()) {
      if (each != UNKNOWN && years >= each.from) {
        found = each;
      }
    }
    return found;
  }
}
