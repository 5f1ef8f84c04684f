package jp.noroshi.opsconsole.auth;

import java.time.Duration;

/**
 * How long sessions last and how dear a password is to guess.
 *
 * @param idle a session ends after so long without a request
 * @param absolute a session ends so long after signing in, whatever happens
 * @param passwordCost work for one check of a password
 * @param attempts sign-ins tried with one account from one address in a row; one more is allowed
 *     each minute
 * @param attemptsPerAddress sign-ins tried from one address in a row, whatever the account; thirty
 *     more are allowed each minute, because a town hall shares one address
 */
public record AuthSettings(
    Duration idle,
    Duration absolute,
    PasswordCost passwordCost,
    int attempts,
    int attemptsPerAddress) {

  /**
   * The parameters of Argon2id.
   *
   * @param memoryKib memory, KiB
   * @param iterations passes over it
   * @param parallelism lanes
   */
  public record PasswordCost(int memoryKib, int iterations, int parallelism) {
    /** Returns the least the OWASP password storage cheat sheet asks of Argon2id. */
    public static PasswordCost standard() {
      return new PasswordCost(19_456, 2, 1);
    }
  }

  /** Returns a shift's length: two hours idle, twelve hours in all. */
  public static AuthSettings standard() {
    return new AuthSettings(
        Duration.ofHours(2), Duration.ofHours(12), PasswordCost.standard(), 5, 60);
  }
}
