package jp.noroshi.core.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rounds on one virtual thread. Thread-safe. */
final class VirtualThreadRounds implements Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualThreadRounds.class);

  private final String name;
  private final ScheduledThreadPoolExecutor thread;

  VirtualThreadRounds(String name) {
    this.name = name;
    this.thread =
        new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name(name + "-", 0).factory());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void begin(Supplier<Duration> untilNext, Runnable round) {
    try {
      var _ =
          thread.schedule(
              () -> look(untilNext, round), untilNext.get().toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} has ended", name, e);
    }
  }

  private void look(Supplier<Duration> untilNext, Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.error("A round of {} failed; it looks again", name, e);
    } finally {
      begin(untilNext, round);
    }
  }

  @Override
  public Future<Void> end() {
    Promise<Void> ended = Promise.promise();
    thread.shutdown();
    Thread.ofVirtual()
        .name(name + "-end")
        .start(
            () -> {
              thread.close();
              ended.complete();
            });
    return ended.future();
  }
}
