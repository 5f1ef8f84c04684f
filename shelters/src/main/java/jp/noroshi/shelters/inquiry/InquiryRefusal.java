package jp.noroshi.shelters.inquiry;

/** Why something about an inquiry is refused. */
public enum InquiryRefusal {
  /** There is no such inquiry. */
  NOT_FOUND,
  /** It was answered already: who asks again makes another. */
  ALREADY_ANSWERED,
  /** More than may be answered to whoever asks. */
  BEYOND_SCOPE,
  /** Kana with birth date, or a record, is needed to know who is under protection. */
  NOT_RECOGNISABLE
}
