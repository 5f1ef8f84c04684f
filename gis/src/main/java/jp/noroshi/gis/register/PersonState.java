package jp.noroshi.gis.register;

/** Where a person stands in the register. The name is stored. */
public enum PersonState {
  /** 登載. */
  LISTED,
  /** 転出. */
  MOVED_AWAY,
  /** 死亡. */
  DIED,
  /** 施設入所: the facility looks after them. */
  IN_FACILITY,
  /** 登載の要件に当たらなくなった. */
  REMOVED
}
