package jp.noroshi.core.delivery;

import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Medium;

/**
 * How one of this hub's channels fares.
 *
 * @param paused whether it failed so often that it is left alone for the moment
 * @param underWay batches handed over and not yet answered
 * @param lastAccepted when the provider last took something, since this hub started
 */
public record ChannelState(
    Medium medium, Mode mode, boolean paused, int underWay, Optional<Instant> lastAccepted) {}
