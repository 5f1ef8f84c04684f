package jp.noroshi.core.intake;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/** Lets a source look again and again, one look after the other, never two at once. */
public interface Rounds {

  /**
   * Begins.
   *
   * @param untilNext how long to wait before the next round, asked before each
   * @param round one look; what it throws does not end the rounds
   */
  void begin(Supplier<Duration> untilNext, Runnable round);

  /** Ends; completes when the round under way is over. */
  Future<Void> end();

  /** Returns rounds on a virtual thread of this name. */
  static Rounds onVirtualThread(String name) {
    return new VirtualThreadRounds(name);
  }
}
