package jp.noroshi.core.intake;

/** Why bytes could not become an alert. The name is also the metric label. */
public enum Refusal {
  /** Nothing there. */
  EMPTY,
  /** Larger than any telegram. */
  TOO_LARGE,
  /** Neither XML nor JSON. */
  NOT_AN_ALERT,
  /** XML that is not well-formed, or cut off. */
  BROKEN_XML,
  /** A document type definition: forbidden by CAP 1.2, and the way of entity attacks. */
  DOCTYPE,
  /** The bytes are not in the encoding they claim, or the encoding is unknown. */
  WRONG_ENCODING,
  /** Well-formed, but a rule of the format is broken (a missing element, an open polygon). */
  BREAKS_THE_FORMAT,
  /** JSON that is not well-formed. */
  BROKEN_JSON,
  /** A fault of the hub itself while reading; the bytes may be good. */
  READER_FAILED
}
