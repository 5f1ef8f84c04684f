package jp.noroshi.opsconsole.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.DatabaseAddress;
import jp.noroshi.core.storage.PrivatePostgres;
import jp.noroshi.opsconsole.app.HubConfig;
import jp.noroshi.opsconsole.app.client.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code noroshi doctor}: tells what is missing or misconfigured. */
@Command(
    name = "doctor",
    description = "Tell what is missing or misconfigured. Exit code 1 if something is.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private static final long FREE_BYTES_WANTED = 2L << 30;

  @Mixin private DatabaseOptions options;

  @Option(names = "--config", description = "The settings to look at.")
  private Path config;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The port the hub shall use (${DEFAULT-VALUE}).")
  private int port;

  @Spec private CommandSpec spec;

  /** One thing that was looked at; a finding says what to do. */
  private record Check(String what, Optional<String> finding) {}

  @Override
  public Integer call() {
    List<Check> checks = new ArrayList<>();
    checks.add(new Check("Java " + Runtime.version().feature(), Optional.empty()));
    checks.add(new Check("database", database()));
    checks.add(new Check("free space in " + options.dataDirectory, space()));
    checks.add(new Check("port " + port, port()));
    checks.add(new Check("console", console()));
    if (config != null) {
      checks.add(new Check("settings " + config, settings()));
    }
    PrintWriter out = spec.commandLine().getOut();
    checks.forEach(
        check ->
            out.println(
                (check.finding().isEmpty() ? "  ok      " : "  MISSING ")
                    + check.what()
                    + check.finding().map(text -> ": " + text).orElse("")));
    out.flush();
    return checks.stream().allMatch(check -> check.finding().isEmpty()) ? 0 : 1;
  }

  private Optional<String> database() {
    Optional<DatabaseAddress> existing = options.findDatabase();
    try {
      if (existing.isEmpty()) {
        PrivatePostgres.requirePrograms();
        return Optional.empty();
      }
      try (Database database = Database.open(existing.get(), 1)) {
        return database.withHandle(
            handle ->
                handle
                            .createQuery(
                                "select count(*) from pg_available_extensions where name = 'postgis'")
                            .mapTo(Integer.class)
                            .one()
                        > 0
                    ? Optional.empty()
                    : Optional.of(
                        "the server has no PostGIS: install postgresql-15-postgis-3 there"));
      }
    } catch (RuntimeException e) {
      return Optional.of(Fault.sentence(e));
    }
  }

  private Optional<String> space() {
    try {
      Path existing = options.dataDirectory.toAbsolutePath();
      while (!Files.exists(existing)) {
        existing = existing.getParent();
      }
      if (!Files.isWritable(existing)) {
        return Optional.of(existing + " cannot be written; choose another place with --data-dir");
      }
      long free = Files.getFileStore(existing).getUsableSpace();
      return free >= FREE_BYTES_WANTED
          ? Optional.empty()
          : Optional.of("only %,d MiB are free; 2 GiB are wanted".formatted(free >> 20));
    } catch (IOException e) {
      return Optional.of(Fault.sentence(e));
    }
  }

  private Optional<String> port() {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound() ? Optional.empty() : Optional.of("cannot be used");
    } catch (IOException e) {
      return Optional.of("is in use (perhaps by a running hub); choose another with --port");
    }
  }

  private Optional<String> console() {
    return DoctorCommand.class.getResource("/console/index.html") != null
        ? Optional.empty()
        : Optional.of("the console is not built; ./noroshi up builds it");
  }

  private Optional<String> settings() {
    try {
      HubConfig.load(config).check();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(Fault.sentence(e));
    }
  }
}
