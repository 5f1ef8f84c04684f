package jp.noroshi.opsconsole.app.command;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C or a stop of the service. The process ends only after the orderly stop is done. */
record StopSignal(CountDownLatch came, CountDownLatch done) {

  static StopSignal awaited() {
    StopSignal signal = new StopSignal(new CountDownLatch(1), new CountDownLatch(1));
    Runtime.getRuntime().addShutdownHook(new Thread(signal::stopInOrder, "stop"));
    return signal;
  }

  private void stopInOrder() {
    came.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void await() throws InterruptedException {
    came.await();
  }

  void answered() {
    done.countDown();
  }
}
