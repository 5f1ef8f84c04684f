package jp.noroshi.core.dispatch;

import java.util.Set;

/**
 * Who acts, as the server knows it from the session.
 *
 * @param account the account's name; never begins with {@code rule:}
 * @param rights what the account may do
 */
public record Officer(String account, Set<Right> rights) {
  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException when the name is blank or could be taken for a rule's
   */
  public Officer {
    if (account == null || account.isBlank() || account.startsWith("rule:")) {
      throw new IllegalArgumentException("not an account name");
    }
    rights = Set.copyOf(rights);
  }

  boolean may(Right right) {
    return rights.contains(right);
  }
}
