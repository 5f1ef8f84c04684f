package jp.noroshi.shelters.checkin;

/** Where somebody went who left a shelter (退所先). The name is stored. */
public enum LeftFor {
  /** 自宅. */
  HOME,
  /** 親族・知人宅. */
  RELATIVES,
  /** 別の避難所. */
  SHELTER,
  /** 病院. */
  HOSPITAL,
  /** 福祉施設. */
  FACILITY,
  /** 仮設住宅など. */
  TEMPORARY_HOUSING,
  /** その他. */
  OTHER,
  /** 不明. */
  UNKNOWN
}
