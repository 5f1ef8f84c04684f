package jp.noroshi.opsconsole.auth;

/** Why a command about an account was refused. */
public enum AccountRefusal {
  /** There is no such account. */
  ACCOUNT_NOT_FOUND,
  /** The name is taken, perhaps by a disabled account: the chronology names it. */
  ACCOUNT_NAME_TAKEN,
  /** Nobody could administrate any more. */
  LAST_ADMINISTRATOR,
  /** The present password is another one. */
  PASSWORD_WRONG,
  /** The password contains the account's name, or is one character repeated. */
  PASSWORD_TOO_EASY
}
