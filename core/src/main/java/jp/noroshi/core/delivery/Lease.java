package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.storage.Json;

/**
 * A batch that this hub alone may hand over until the lease ends.
 *
 * @param id the batch
 * @param seq its place in the outbox
 * @param lane the dispatch and medium it belongs to
 * @param rendering what to say, as it is stored
 * @param remaining those without an outcome yet; empty = the medium as a whole
 * @param remainingCount how many they are
 * @param attempt this attempt's number
 * @param mayHaveBeenHandedOver whether an earlier attempt ended without a recorded answer
 * @param withdrawn whether it was replaced before it was handed over
 * @param createdAt when it was enqueued
 */
record Lease(
    UUID id,
    long seq,
    Lane lane,
    boolean urgent,
    String rendering,
    Optional<List<String>> remaining,
    int remainingCount,
    int attempt,
    boolean mayHaveBeenHandedOver,
    boolean withdrawn,
    Instant createdAt,
    Instant expiresAt,
    Instant until) {

  /** A dispatch on a medium: what milestones and figures are about. */
  record Lane(UUID dispatchId, long dispatchNumber, Mode mode, Medium medium) {}

  /**
   * Returns it as the channel sees it.
   *
   * @throws IllegalArgumentException when the stored rendering cannot be read
   */
  DeliveryBatch batch() {
    return new DeliveryBatch(
        id,
        lane.dispatchId(),
        lane.mode(),
        Json.read(rendering, Rendering.class),
        remaining
            .<DeliveryBatch.Recipients>map(DeliveryBatch.Recipients.Addresses::new)
            .orElseGet(DeliveryBatch.Recipients.Everyone::new),
        attempt,
        mayHaveBeenHandedOver,
        // The first attempt was not before: too old a guess costs a repetition, too young a double.
        attempt > 1 ? Optional.of(createdAt) : Optional.empty(),
        expiresAt);
  }

  boolean hasExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
