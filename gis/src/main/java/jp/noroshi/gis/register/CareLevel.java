package jp.noroshi.gis.register;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/** 要介護状態区分 (介護保険法), lightest first. The name is stored. */
public enum CareLevel {
  /** 要支援1. */
  SUPPORT_1("要支援1"),
  /** 要支援2. */
  SUPPORT_2("要支援2"),
  /** 要介護1. */
  CARE_1("要介護1"),
  /** 要介護2. */
  CARE_2("要介護2"),
  /** 要介護3. */
  CARE_3("要介護3"),
  /** 要介護4. */
  CARE_4("要介護4"),
  /** 要介護5. */
  CARE_5("要介護5");

  private final String japanese;

  CareLevel(String japanese) {
    this.japanese = japanese;
  }

  /** Returns the law's word. */
  public String japanese() {
    return japanese;
  }

  /** Finds the level by its word, whatever the width of its digit ({@code 要介護３}). */
  public static Optional<CareLevel> find(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKC).strip();
    return Arrays.stream(values()).filter(level -> level.japanese.equals(plain)).findFirst();
  }
}
