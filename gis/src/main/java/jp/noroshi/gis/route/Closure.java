package jp.noroshi.gis.route;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A place where the way cannot be used.
 *
 * @param shape GeoJSON geometry, WGS 84: a point, a line or an area
 * @param reason why, as staff wrote it
 * @param appliesTo for whom
 * @param from since when
 * @param until to when; empty = until somebody lifts it
 * @param createdBy the account that entered it
 * @param lifted when it was lifted and by whom
 */
public record Closure(
    UUID id,
    String shape,
    String reason,
    AppliesTo appliesTo,
    Instant from,
    Optional<Instant> until,
    Instant createdAt,
    String createdBy,
    Optional<Lifting> lifted) {

  /** For whom a way is closed. The name is stored. */
  public enum AppliesTo {
    /** Nobody can pass. */
    EVERYBODY,
    /** People on foot can pass, wheelchairs cannot. */
    WHEELCHAIR
  }

  /** When a closure was lifted and by whom. */
  public record Lifting(Instant at, String by) {}

  /** Tells whether it holds at a moment. */
  public boolean holdsAt(Instant moment) {
    return !moment.isBefore(from)
        && until.map(moment::isBefore).orElse(true)
        && lifted.map(lifting -> moment.isBefore(lifting.at())).orElse(true);
  }
}
