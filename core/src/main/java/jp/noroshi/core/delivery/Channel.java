package jp.noroshi.core.delivery;

import java.time.Duration;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Medium;

/**
 * One medium behind its adapter. Built for one {@link Mode}: a drill's channel holds other
 * credentials and endpoints and never sees live ones.
 *
 * <p>Thread-safe. {@link #deliver} blocks and is called on virtual threads.
 */
public interface Channel extends AutoCloseable {

  /** Returns the medium. */
  Medium medium();

  /** Returns the mode this channel was built for. */
  Mode mode();

  /** Returns how it wants to be driven. */
  Limits limits();

  /**
   * Hands a batch over and returns what the medium answered. Provider refusals, limits, timeouts
   * and broken connections are outcomes, not exceptions. Does not retry by itself.
   *
   * @throws InterruptedException when the hub stops
   */
  DeliveryResult deliver(DeliveryBatch batch) throws InterruptedException;

  /** Releases connections. */
  @Override
  void close();

  /**
   * How a channel wants to be driven.
   *
   * @param batchSize the most addresses in one batch
   * @param concurrency the most batches under way at once
   * @param batchesPerSecond the provider's rate, in batches
   * @param timeout the longest {@link Channel#deliver} may take; a lease is longer than this
   */
  record Limits(int batchSize, int concurrency, double batchesPerSecond, Duration timeout) {}
}
