package jp.noroshi.gis.register;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A change of the register.
 *
 * @param at when
 * @param by which account, or {@code hub}
 * @param importId the extract it came from; empty = typed in
 * @param kinds what kind of change
 * @param reason why; of changes by hand only
 */
record Change(
    Instant at,
    String by,
    Optional<UUID> importId,
    Set<ChangeKind> kinds,
    Optional<String> reason) {
  Change {
    kinds = Set.copyOf(kinds);
  }
}
