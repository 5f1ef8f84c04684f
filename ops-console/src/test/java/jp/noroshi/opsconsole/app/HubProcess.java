package jp.noroshi.opsconsole.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.noroshi.core.storage.DatabaseAddress;

/**
 * A hub as a process of its own, started as the launcher starts it. Never outlives the test:
 * closing kills it, and so does the end of the test's JVM.
 */
final class HubProcess implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);
  private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);
  private static final int TAIL = 40;

  private final Process process;
  private final DataDirectory directory;
  private final Path log;
  private final Thread killer;

  private HubProcess(Process process, DataDirectory directory, Path log) {
    this.process = process;
    this.directory = directory;
    this.log = log;
    this.killer = new Thread(process::destroyForcibly, "kill-hub-process");
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /** Starts one; its output is added to a file in the data directory. */
  static HubProcess start(Path config, DataDirectory directory, DatabaseAddress database) {
    Path log = directory.path().resolve("hub.log");
    try {
      Files.deleteIfExists(directory.path().resolve("address"));
      ProcessBuilder command =
          new ProcessBuilder(command(config, directory, database))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      command.environment().put("PGPASSWORD", database.password());
      return new HubProcess(command.start(), directory, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(
      Path config, DataDirectory directory, DatabaseAddress database) {
    URI jdbc = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-Xmx512m",
        "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        HubMain.class.getName(),
        "up",
        "--config",
        config.toString(),
        "--data-dir",
        directory.path().toString(),
        "--database-url",
        "postgresql://" + database.user() + "@" + jdbc.getAuthority() + jdbc.getPath(),
        "--port",
        "0");
  }

  /** Waits until it answers and returns where. */
  URI awaitAddress() {
    Waiting.until("the hub answers", STARTS_WITHIN, () -> isAnnounced() || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError("the hub ended by itself:\n" + tail());
    }
    return directory.findAddress().orElseThrow();
  }

  private boolean isAnnounced() {
    return directory.findAddress().filter(address -> address.getPort() > 0).isPresent();
  }

  /** Ends it at once, like a power cut (SIGKILL). */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to stop, as a service manager does (SIGTERM), and waits until it has. */
  void stop() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the hub does not end:\n" + tail());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Returns the last lines it wrote. */
  String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return "(" + log + " cannot be read: " + e.getMessage() + ")";
    }
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(killer);
  }
}
