package jp.noroshi.gis.register;

/**
 * What kind of change a version of a person brought; says never what exactly. The name is stored.
 */
public enum ChangeKind {
  /** 新規登載. */
  ENTERED,
  /** 転出. */
  MOVED_AWAY,
  /** 死亡. */
  DIED,
  /** 施設入所. */
  ENTERED_FACILITY,
  /** 登載要件から外れた. */
  REMOVED,
  /** 再登載. */
  RETURNED,
  /** 住所・居所 or the home's point. */
  ADDRESS,
  /** 氏名・連絡先など. */
  IDENTITY,
  /** 要介護度. */
  CARE_LEVEL,
  /** 手帳. */
  CERTIFICATE,
  /** 事由, illness, devices. */
  CONDITION,
  /** 緊急連絡先・世帯・住居. */
  CONTACTS,
  /** How the person moves. */
  MOBILITY,
  /** An import was undone. */
  UNDONE
}
