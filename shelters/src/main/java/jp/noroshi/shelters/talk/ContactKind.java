package jp.noroshi.shelters.talk;

/** Who can be reached by a message of their own. The name is stored. */
public enum ContactKind {
  /** 避難支援等実施者. */
  SUPPORTER,
  /** The person who needs assistance. */
  PERSON,
  /** 要配慮者利用施設. */
  FACILITY
}
