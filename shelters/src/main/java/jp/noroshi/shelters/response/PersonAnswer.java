package jp.noroshi.shelters.response;

/** What a person can answer. The name stands in messages that were sent. */
public enum PersonAnswer {
  /** 安全です. */
  SAFE,
  /** 助けがほしい. */
  HELP
}
