package jp.noroshi.bench;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process the benchmark started: it is asked by a line and answers by a line, and ends when its
 * input does, also when the benchmark is killed.
 */
final class ChildProcess implements AutoCloseable {

  private static final int SECONDS_TO_END = 5;

  private final Process process;
  private final BufferedWriter input;
  private final BufferedReader output;

  private ChildProcess(Process process) {
    this.process = process;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a program; its complaints appear among our own. */
  static ChildProcess start(Path directory, List<String> command) throws IOException {
    return new ChildProcess(
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Starts this benchmark's own program in another part, with these options of the JVM. */
  static ChildProcess fork(List<String> options, String... part) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Duser.timezone=UTC",
            "-cp",
            System.getProperty("java.class.path"),
            BenchMain.class.getName()));
    command.addAll(List.of(part));
    return start(new File("").getAbsoluteFile().toPath(), command);
  }

  ProcessTree tree() {
    return ProcessTree.of(process.toHandle());
  }

  /**
   * Waits for a line.
   *
   * @throws IOException when the process ended instead
   */
  JsonObject read() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the process ended: " + process.info().command().orElse("unknown"));
    }
    return new JsonObject(line);
  }

  JsonObject ask(String line) throws IOException {
    input.write(line);
    input.newLine();
    input.flush();
    return read();
  }

  @Override
  public void close() throws IOException {
    try {
      input.close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
