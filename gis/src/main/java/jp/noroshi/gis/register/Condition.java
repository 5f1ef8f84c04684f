package jp.noroshi.gis.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a person needs assistance (避難支援等を必要とする事由) and what helpers have to know. Disability and
 * illness are 要配慮個人情報.
 *
 * @param reasons why the person is listed: the rules that matched, or the person's own wish
 * @param careLevel 要介護度
 * @param certificates 手帳
 * @param intractableDisease 難病
 * @param medicalCare 医療的ケア
 * @param considerations 配慮
 * @param diagnosis 病名
 * @param doctor かかりつけ
 * @param medication 服薬
 * @param allergies アレルギー
 * @param language 言語
 * @param communication 意思疎通手段
 */
public record Condition(
    List<String> reasons,
    Optional<CareLevel> careLevel,
    List<Certificate> certificates,
    Optional<String> intractableDisease,
    MedicalCare medicalCare,
    Set<Consideration> considerations,
    Optional<String> diagnosis,
    Optional<String> doctor,
    Optional<String> medication,
    Optional<String> allergies,
    Optional<String> language,
    Optional<String> communication) {

  /** Copies the collections. */
  public Condition {
    reasons = List.copyOf(reasons);
    certificates = List.copyOf(certificates);
    considerations = Set.copyOf(considerations);
  }

  /** Says nothing: personal data does not belong in a log. */
  @Override
  public String toString() {
    return "Condition[…]";
  }
}
