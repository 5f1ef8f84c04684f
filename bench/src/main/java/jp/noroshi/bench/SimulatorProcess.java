package jp.noroshi.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A simulated provider in a process of its own, so that its work is not counted as ours. It reads
 * every body and knows who was told how often.
 */
final class SimulatorProcess implements AutoCloseable {

  private final ChildProcess child;
  private final URI uri;

  private SimulatorProcess(ChildProcess child) throws IOException {
    this.child = child;
    this.uri = URI.create(child.read().getString("uri"));
  }

  /**
   * Starts a provider.
   *
   * @param provider {@code line} or {@code fcm}
   * @param directory where it leaves its credentials
   */
  static SimulatorProcess start(String provider, Path directory) throws IOException {
    return new SimulatorProcess(
        ChildProcess.fork(List.of("-Xmx1g"), "simulator", provider, directory.toString()));
  }

  URI uri() {
    return uri;
  }

  ProcessTree tree() {
    return child.tree();
  }

  /** Makes every answer take this long. */
  void answerAfter(int millis) throws IOException {
    var _ = child.ask("latency " + millis);
  }

  /**
   * Makes sure that everybody was told, and once, and forgets it.
   *
   * @throws IllegalStateException when not
   */
  void checkAndForget(int recipients) throws IOException {
    JsonObject taken = child.ask("taken");
    if (taken.getInteger("recipients") != recipients || taken.getInteger("duplicates") != 0) {
      throw new IllegalStateException(
          "of " + recipients + " recipients the provider knows " + taken.encode());
    }
  }

  @Override
  public void close() throws IOException {
    child.close();
  }
}
