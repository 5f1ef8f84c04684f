package jp.noroshi.opsconsole.api;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Where everything that blocks runs: each call on a virtual thread of its own, its answer back on
 * the caller's event loop. How many run at once is bounded by the connection pool they wait for.
 * Thread-safe.
 */
public final class VirtualThreads implements AutoCloseable {

  private static final long SECONDS_TO_END = 10;

  private final Vertx vertx;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("api-", 0).factory());

  /** For event loops of this Vert.x. */
  public VirtualThreads(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Runs what blocks; an exception, or that the hub is stopping, becomes a failed future. */
  public <T> Future<T> call(Callable<T> work) {
    Promise<T> promise = Promise.promise();
    var context = vertx.getOrCreateContext();
    try {
      threads.execute(
          () -> {
            try {
              T result = work.call();
              context.runOnContext(_ -> promise.complete(result));
            } catch (Exception e) {
              context.runOnContext(_ -> promise.fail(e));
            }
          });
    } catch (RejectedExecutionException e) {
      promise.fail(e);
    }
    return promise.future();
  }

  /** Waits for what is running. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
