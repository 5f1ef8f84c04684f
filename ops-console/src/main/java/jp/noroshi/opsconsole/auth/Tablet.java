package jp.noroshi.opsconsole.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A tablet of a shelter.
 *
 * @param device its id in every event it makes
 * @param name as people call it
 * @param shelter where it is used
 * @param lastSeen when it last spoke with the hub
 * @param toldAll when it last said that it holds nothing back
 * @param unsent events it last said it still holds
 * @param probed when it last asked for too many names of people nobody knows: it may be in wrong
 *     hands
 * @param lock empty = it may be used
 */
public record Tablet(
    UUID device,
    String name,
    UUID shelter,
    Instant enrolledAt,
    String enrolledBy,
    Instant lastSeen,
    Optional<Instant> toldAll,
    int unsent,
    Optional<Instant> probed,
    Optional<Lock> lock) {

  /** It must not be used any more: lost, stolen, given back. */
  public record Lock(Instant at, String by, String reason) {}
}
