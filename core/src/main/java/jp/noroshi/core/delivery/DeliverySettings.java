package jp.noroshi.core.delivery;

import java.time.Duration;
import java.util.UUID;

/**
 * How a hub drives its channels.
 *
 * @param hub who holds a lease. Unique among the hubs running on one database; a hub that keeps it
 *     over a restart takes up its own interrupted deliveries at once instead of after the lease
 * @param leaseMargin how much longer than a channel's timeout a lease lasts; what a hub has leased
 *     and not recorded by then is taken over
 * @param poll how often to look for work nobody announced (another hub's, a retry that falls due)
 * @param pause how long a medium that fails too often is left alone
 * @param drain how long a stopping hub waits for the deliveries in flight
 */
public record DeliverySettings(
    UUID hub, Duration leaseMargin, Duration poll, Duration pause, Duration drain) {

  /** Returns the usual settings. */
  public static DeliverySettings usual(UUID hub) {
    return new DeliverySettings(
        hub,
        Duration.ofSeconds(20),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(15));
  }
}
