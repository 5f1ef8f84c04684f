package jp.noroshi.opsconsole.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Somebody signed in.
 *
 * @param account who
 * @param displayName what others read
 * @param roles what they may do, as of this request
 * @param csrfToken what the header of every unsafe request has to repeat
 * @param signedInAt when they signed in
 * @param idle how long the session lives without a request
 * @param expiresAt when it ends at the latest
 */
public record Session(
    String account,
    String displayName,
    Set<Role> roles,
    String csrfToken,
    Instant signedInAt,
    Duration idle,
    Instant expiresAt) {
  /** Copies the set. */
  public Session {
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "Session[" + account + " " + roles + "]";
  }
}
