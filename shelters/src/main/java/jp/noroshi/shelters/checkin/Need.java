package jp.noroshi.shelters.checkin;

/**
 * What a person needs particular care for (要配慮). One person may have several: never to be summed.
 * The name is stored.
 */
public enum Need {
  /** 妊産婦. */
  PREGNANT,
  /** 乳幼児. */
  INFANT,
  /** 要介護. */
  NEEDS_CARE,
  /** 独居. */
  LIVES_ALONE,
  /** 認知症. */
  DEMENTIA,
  /** 身体障害. */
  PHYSICAL_DISABILITY,
  /** 知的障害. */
  INTELLECTUAL_DISABILITY,
  /** 精神障害. */
  MENTAL_DISABILITY,
  /** 視覚. */
  SIGHT,
  /** 聴覚. */
  HEARING,
  /** 医療機器・電源. */
  MEDICAL_DEVICE,
  /** アレルギー. */
  ALLERGY,
  /** 食事制限. */
  DIET,
  /** 日本語の支援. */
  LANGUAGE,
  /** その他. */
  OTHER
}
