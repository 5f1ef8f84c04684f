package jp.noroshi.opsconsole.auth;

import java.time.Duration;

/** What came of signing in. */
public sealed interface SignInResult {

  /**
   * Signed in.
   *
   * @param token the cookie's value; nobody sees it again
   */
  record Opened(String token) implements SignInResult {
    @Override
    public String toString() {
      return "Opened[…]";
    }
  }

  /** Account unknown or disabled, or password wrong: nobody is told which. */
  record Refused() implements SignInResult {}

  /**
   * Too many attempts; the password was not even looked at.
   *
   * @param retryAfter until the next attempt counts
   */
  record TooMany(Duration retryAfter) implements SignInResult {}
}
