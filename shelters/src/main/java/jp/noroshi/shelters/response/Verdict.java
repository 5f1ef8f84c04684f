package jp.noroshi.shelters.response;

/** What became of a word. */
public enum Verdict {
  /** It changed something. */
  TAKEN,
  /** It says what stands already, or something stronger stands. */
  NOTHING_NEW,
  /** Somebody else took the task before. */
  TAKEN_BY_ANOTHER,
  /** The person is safe, or the response is over: nothing is to be done any more. */
  NOT_NEEDED,
  /** There is no such task or case. */
  UNKNOWN
}
