package jp.noroshi.gis.register;

/** What is opened together. The name is stored in the access log and in every ciphertext. */
public enum FieldGroup {
  /** 氏名・住所・連絡先. */
  IDENTITY,
  /** 事由・病気・障害・医療的ケア. */
  CONDITION,
  /** 緊急連絡先・世帯・住居. */
  CONTACTS,
  /** 同意の記録. */
  CONSENTS,
  /** 提供の記録. */
  DISCLOSURES,
  /** 名簿の変更の履歴. */
  HISTORY,
  /** 個別避難計画. */
  PLAN,
  /** 避難支援等実施者. */
  SUPPORTERS
}
