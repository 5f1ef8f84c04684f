package jp.noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where everything is measured: the project's files, a directory that is removed at the end, the
 * hub's storage, and how much time there is.
 */
final class BenchBed implements AutoCloseable {

  private final Path root;
  private final boolean quick;
  private final Consumer<String> log;
  private final Path directory;
  private final PrivateHub hub;

  /**
   * Prepares it.
   *
   * @param root the project
   * @param quick fewer recipients and rounds, to see that everything runs
   * @param log takes a line about what is under way
   */
  BenchBed(Path root, boolean quick, Consumer<String> log) throws IOException {
    this.root = root;
    this.quick = quick;
    this.log = log;
    this.directory = Files.createTempDirectory("noroshi-bench");
    this.hub = PrivateHub.start(directory.resolve("postgres"));
  }

  Path file(String inProject) {
    return root.resolve(inProject);
  }

  Path directory() {
    return directory;
  }

  PrivateHub hub() {
    return hub;
  }

  void log(String line) {
    log.accept(line);
  }

  /** Returns the full number, or a tenth of it when time is short. */
  int size(int full) {
    return quick ? full / 10 : full;
  }

  Rounds rounds(int warmUp, int counted) {
    return quick ? new Rounds(2, 3) : new Rounds(warmUp, counted);
  }

  /** Lists the processes that are the hub: this one and its database. */
  List<ProcessTree> hubProcesses() {
    return List.of(ProcessTree.self(), hub.postgres());
  }

  @Override
  public void close() throws IOException {
    hub.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
