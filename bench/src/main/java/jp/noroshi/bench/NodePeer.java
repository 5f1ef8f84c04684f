package jp.noroshi.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An official Node SDK in a process of its own, doing the same work. */
final class NodePeer implements AutoCloseable {

  /** What is said where it is missing. */
  static final String MISSING =
      "The official Node SDK was not measured: its packages are missing (`npm ci` in `bench/node`, Node 20 or newer).";

  private final ChildProcess child;

  private NodePeer(ChildProcess child) {
    this.child = child;
  }

  /**
   * Starts it; empty where its packages are not installed.
   *
   * @param script the file in {@code bench/node}
   * @param job what it shall do in every round
   */
  static Optional<NodePeer> start(BenchBed bed, String script, JsonObject job) throws IOException {
    Path scripts = bed.file("bench/node");
    if (!Files.isDirectory(scripts.resolve("node_modules/firebase-admin"))) {
      bed.log(MISSING);
      return Optional.empty();
    }
    Path file = bed.directory().resolve(script + ".json");
    Files.writeString(file, job.encode());
    return Optional.of(
        new NodePeer(ChildProcess.start(scripts, List.of("node", script, file.toString()))));
  }

  Contender contender(String name, Contender.Check check, ProcessTree provider) {
    return new Contender(name, this::round, check, List.of(child.tree()), List.of(provider));
  }

  private Contender.Result round() throws IOException {
    JsonObject answer = child.ask("go");
    if (answer.getInteger("failed") != 0) {
      throw new IllegalStateException("the Node SDK failed: " + answer.encode());
    }
    return Contender.Result.of(answer.getDouble("millis"));
  }

  @Override
  public void close() throws IOException {
    child.close();
  }
}
