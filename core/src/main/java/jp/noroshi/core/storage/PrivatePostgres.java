package jp.noroshi.core.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of the hub's own in a directory of the hub's own: a system cluster is never touched.
 *
 * <p>Outlives the hub if the hub is killed; the next start takes it over. Listens on the loopback
 * only and asks for a password that stands in a file only its owner can read.
 */
public final class PrivatePostgres implements AutoCloseable {

  private static final String USER = "noroshi";
  private static final long COMMAND_SECONDS = 90;

  private final Path directory;
  private final PostgresPrograms programs;
  private final int port;
  private final String password;
  private final boolean startedHere;

  private PrivatePostgres(
      Path directory, PostgresPrograms programs, int port, String password, boolean startedHere) {
    this.directory = directory;
    this.programs = programs;
    this.port = port;
    this.password = password;
    this.startedHere = startedHere;
  }

  /** How carefully the data is kept. */
  public enum Durability {
    /** Every commit is on disk. */
    FULL,
    /** For tests: fast, and lost with the machine. */
    NONE
  }

  /**
   * Starts the server in the directory, making it first if there is none; a server already running
   * there is taken over.
   *
   * @param directory where data, socket and password are kept; created if absent
   * @param durability how carefully commits are kept
   * @throws PostgresUnavailableException when PostgreSQL or PostGIS is missing or does not start;
   *     the message says what to do
   */
  public static PrivatePostgres start(Path directory, Durability durability) {
    Path home = directory.toAbsolutePath().normalize();
    PostgresPrograms programs = PostgresPrograms.find();
    try {
      Files.createDirectories(home.resolve("sock"));
      String password = findOrMakePassword(home);
      if (!Files.exists(home.resolve("data/PG_VERSION"))) {
        programs.prepareOwner(home);
        initialise(home, programs);
      }
      boolean running = isRunning(home, programs);
      int port = running ? runningPort(home) : startServer(home, programs, durability);
      return new PrivatePostgres(home, programs, port, password, !running);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + home, e);
    }
  }

  /**
   * Checks that the programs are there, without starting anything.
   *
   * @throws PostgresUnavailableException when not; the message says what to install
   */
  public static void requirePrograms() {
    var _ = PostgresPrograms.find();
  }

  /** Tells whether the server was started by {@link #start}, not taken over running. */
  public boolean startedHere() {
    return startedHere;
  }

  /** Returns the address of a database of this server, creating the database if there is none. */
  public DatabaseAddress database(String name) {
    if (query("postgres", "select 1 from pg_database where datname = '" + name + "'").isEmpty()) {
      query("postgres", "create database \"" + name + "\"");
    }
    return address(name);
  }

  /**
   * Makes a database as a copy of another, in about 0.1 s.
   *
   * @param template to be copied; nobody may be connected to it
   * @param name of the new database
   */
  public DatabaseAddress copy(String template, String name) {
    query("postgres", "create database \"" + name + "\" template \"" + template + "\"");
    return address(name);
  }

  /** Removes a database, ending its connections. */
  public void drop(String name) {
    query("postgres", "drop database if exists \"" + name + "\" with (force)");
  }

  private DatabaseAddress address(String name) {
    return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + name, USER, password);
  }

  /** Stops the server, letting transactions under way end as rolled back. */
  @Override
  public void close() {
    programs.run(
        List.of("pg_ctl", "-D", directory.resolve("data").toString(), "-m", "fast", "-w", "stop"));
  }

  private String query(String database, String sql) {
    List<String> psql =
        List.of(
            "psql",
            "-X",
            "-At",
            "-v",
            "ON_ERROR_STOP=1",
            "-h",
            directory.resolve("sock").toString(),
            "-p",
            Integer.toString(port),
            "-U",
            USER,
            "-d",
            database,
            "-c",
            sql);
    return programs.run(psql, "PGPASSWORD", password).strip();
  }

  private static void initialise(Path home, PostgresPrograms programs) {
    programs.run(
        List.of(
            "initdb",
            "-D",
            home.resolve("data").toString(),
            "-U",
            USER,
            "-A",
            "scram-sha-256",
            "--pwfile=" + home.resolve("password"),
            "-E",
            "UTF8",
            "--no-locale",
            "-N"));
  }

  private static boolean isRunning(Path home, PostgresPrograms programs) {
    return Files.exists(home.resolve("data/postmaster.pid"))
        && programs.succeeds(List.of("pg_ctl", "-D", home.resolve("data").toString(), "status"));
  }

  /** The fourth line of postmaster.pid is the port. */
  private static int runningPort(Path home) throws IOException {
    return Integer.parseInt(Files.readAllLines(home.resolve("data/postmaster.pid")).get(3).strip());
  }

  private static int startServer(Path home, PostgresPrograms programs, Durability durability)
      throws IOException {
    int port = freePort();
    List<String> options = new ArrayList<>();
    options.add("-k " + home.resolve("sock") + " -p " + port);
    options.add("-c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=256MB");
    if (durability == Durability.NONE) {
      options.add("-c fsync=off -c full_page_writes=off -c synchronous_commit=off");
    }
    programs.run(
        List.of(
            "pg_ctl",
            "-D",
            home.resolve("data").toString(),
            "-l",
            home.resolve("postgres.log").toString(),
            "-w",
            "-t",
            Long.toString(COMMAND_SECONDS),
            "-o",
            String.join(" ", options),
            "start"));
    return port;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String findOrMakePassword(Path home) throws IOException {
    Path file = home.resolve("password");
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random), StandardCharsets.UTF_8);
    }
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }

  /** Runs a program to its end and returns what it printed. */
  static String complete(ProcessBuilder builder) throws IOException, InterruptedException {
    Path output = Files.createTempFile("noroshi-postgres", ".out");
    try {
      // A file, not a pipe: the server that pg_ctl leaves behind would keep a pipe open for ever.
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new PostgresUnavailableException(
            builder.command().getLast() + " did not end within " + COMMAND_SECONDS + " s");
      }
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new PostgresUnavailableException(
            String.join(" ", builder.command()) + " failed: " + printed.strip());
      }
      return printed;
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
