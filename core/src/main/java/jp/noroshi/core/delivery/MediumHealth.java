package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How a medium fares as a whole.
 *
 * @param channel its channel on this hub
 * @param waitingBatches batches without an outcome yet
 * @param waitingRecipients people or devices in them
 * @param oldestWaitingSince when the oldest of them was enqueued
 * @param asOf the moment
 */
public record MediumHealth(
    ChannelState channel,
    int waitingBatches,
    int waitingRecipients,
    Optional<Instant> oldestWaitingSince,
    Instant asOf) {}
