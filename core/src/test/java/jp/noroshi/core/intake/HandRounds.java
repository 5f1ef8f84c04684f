package jp.noroshi.core.intake;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/** Rounds that a test turns by hand. */
public final class HandRounds implements Rounds {
  private Supplier<Duration> pace;
  private Runnable round;
  private boolean ended;

  @Override
  public void begin(Supplier<Duration> untilNext, Runnable work) {
    pace = untilNext;
    round = work;
  }

  @Override
  public Future<Void> end() {
    ended = true;
    return Future.succeededFuture();
  }

  /** Runs one round, unless the source was stopped. */
  public void turn() {
    if (!ended) {
      round.run();
    }
  }

  /** Returns how long the source would wait for its next round. */
  public Duration untilNext() {
    return pace.get();
  }
}
