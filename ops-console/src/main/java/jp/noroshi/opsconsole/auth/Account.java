package jp.noroshi.opsconsole.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param name what they type; also the actor in the chronology
 * @param displayName what others read
 * @param roles what they may do, at least one
 * @param disabled whether they may not sign in any more; accounts are never deleted, because the
 *     chronology names them
 * @param createdAt when the account was made
 * @param lastSignInAt when they last signed in
 */
public record Account(
    String name,
    String displayName,
    Set<Role> roles,
    boolean disabled,
    Instant createdAt,
    Optional<Instant> lastSignInAt) {
  /** Copies the set. */
  public Account {
    roles = Set.copyOf(roles);
  }
}
