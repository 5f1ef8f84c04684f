package jp.noroshi.shelters.tally;

/** What figures a place counts in. */
public enum PlaceKind {
  /** A shelter the city opened. */
  SHELTER,
  /** A shelter that opened by itself (自主避難所): part of the total, and told as a part of it. */
  SELF_OPENED,
  /** A car park, tents, homes (避難所以外): a figure of its own. */
  OUTSIDE
}
