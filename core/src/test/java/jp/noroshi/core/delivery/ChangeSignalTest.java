package jp.noroshi.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ChangeSignalTest {

  @Test
  void tellsManyChangesAtOnceAndGoesOnAfterAFailingListener() throws InterruptedException {
    ChangeSignal signal = new ChangeSignal();
    Semaphore told = new Semaphore(0);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger times = new AtomicInteger();
    signal.listen(
        () -> {
          throw new IllegalStateException("a fault of the listener");
        });
    signal.listen(
        () -> {
          times.incrementAndGet();
          told.release();
          awaitUninterrupted(go);
        });
    signal.start();
    signal.changed();
    assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 100; i++) {
      signal.changed();
    }
    go.countDown();
    assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    signal.stop();
    assertThat(times.get()).as("the last one at the stop").isBetween(2, 3);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
