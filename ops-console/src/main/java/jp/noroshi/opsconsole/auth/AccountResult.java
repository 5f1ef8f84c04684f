package jp.noroshi.opsconsole.auth;

/** What came of a command about an account. A refusal is a value and changed nothing. */
public sealed interface AccountResult {

  /** Done and committed. */
  record Done(Account account) implements AccountResult {}

  /** Refused; nothing changed. */
  record Refused(AccountRefusal reason) implements AccountResult {}
}
