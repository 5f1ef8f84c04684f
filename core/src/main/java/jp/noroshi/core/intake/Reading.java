package jp.noroshi.core.intake;

import jp.noroshi.core.alert.Alert;

/** What a reader made of one message. Readers never throw for bad input: a refusal is a value. */
public sealed interface Reading {

  /** Understood completely. */
  record Read(Alert alert) implements Reading {}

  /**
   * Well-formed and kept, but of a telegram type the hub does not read. Shown as "not read", never
   * guessed: the alert has its header fields and no areas.
   *
   * @param alert the header of the message
   * @param reason one sentence for staff, Japanese
   */
  record NotRead(Alert alert, String reason) implements Reading {}

  /**
   * Refused. The original bytes go to quarantine.
   *
   * @param refusal the kind of fault
   * @param detail what is wrong and where, for staff, Japanese; never contains more than 200
   *     characters of input
   */
  record Refused(Refusal refusal, String detail) implements Reading {}
}
