package jp.noroshi.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL, run as somebody PostgreSQL accepts: its server refuses to run as
 * root, so root runs it in a user namespace of its own (files stay root's), or as {@code postgres}
 * where namespaces are forbidden.
 *
 * @param bin the directory with {@code initdb}, {@code pg_ctl} and {@code psql}
 * @param as the command in front of every program; empty for an ordinary user
 */
record PostgresPrograms(Path bin, List<String> as) {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /**
   * Finds the newest PostgreSQL that has PostGIS.
   *
   * @throws PostgresUnavailableException when there is none; the message says what to install
   */
  static PostgresPrograms find() {
    Path bin =
        directories().stream()
            .filter(PostgresPrograms::isServer)
            .filter(PostgresPrograms::hasPostgis)
            .findFirst()
            .orElseThrow(
                () ->
                    new PostgresUnavailableException(
                        "PostgreSQL with PostGIS is not installed. On Debian: apt-get install postgresql-15-postgis-3"
                            + " — or give an existing database with --database-url, or use config/compose.yaml"));
    return new PostgresPrograms(bin, isRoot() ? withoutRoot() : List.of());
  }

  private static List<Path> directories() {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
      versions
          .sorted(Comparator.comparingInt(PostgresPrograms::version).reversed())
          .map(v -> v.resolve("bin"))
          .forEach(found::add);
    } catch (IOException e) {
      throw new PostgresUnavailableException("cannot look into " + DEBIAN, e);
    }
    String path = System.getenv().getOrDefault("PATH", "");
    Stream.of(path.split(":")).filter(entry -> !entry.isEmpty()).map(Path::of).forEach(found::add);
    return found;
  }

  private static int version(Path directory) {
    String name = directory.getFileName().toString();
    return name.chars().allMatch(Character::isDigit) && name.length() < 4
        ? Integer.parseInt(name)
        : 0;
  }

  private static boolean isServer(Path bin) {
    return Stream.of("initdb", "pg_ctl", "psql")
        .allMatch(program -> Files.isExecutable(bin.resolve(program)));
  }

  private static boolean hasPostgis(Path bin) {
    try {
      String share =
          PrivatePostgres.complete(
                  new ProcessBuilder(bin.resolve("pg_config").toString(), "--sharedir"))
              .strip();
      return Files.exists(Path.of(share, "extension/postgis.control"));
    } catch (IOException | PostgresUnavailableException e) {
      // A directory without pg_config: Debian's client-only wrapper, or another program of that
      // name.
      return bin.startsWith(DEBIAN)
          && Files.exists(debianShare(bin).resolve("extension/postgis.control"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresUnavailableException("interrupted", e);
    }
  }

  private static Path debianShare(Path bin) {
    return Path.of("/usr/share/postgresql", bin.getParent().getFileName().toString());
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<String> withoutRoot() {
    List<String> namespace = List.of("unshare", "-U", "--");
    if (new PostgresPrograms(Path.of("/bin"), namespace).succeeds(List.of("true"))) {
      return namespace;
    }
    return List.of("runuser", "-u", "postgres", "--");
  }

  /** Gives the directory to whoever will run the server. */
  void prepareOwner(Path home) {
    if (as.contains("runuser")) {
      new PostgresPrograms(Path.of("/bin"), List.of())
          .run(List.of("chown", "-R", "postgres:", home.toString()));
    }
  }

  boolean succeeds(List<String> command) {
    try {
      run(command);
      return true;
    } catch (PostgresUnavailableException e) {
      return false;
    }
  }

  /** Runs a program to its end and returns what it printed. */
  String run(List<String> command, String... environment) {
    List<String> whole = new ArrayList<>(as);
    whole.add(bin.resolve(command.getFirst()).toString());
    whole.addAll(command.subList(1, command.size()));
    ProcessBuilder builder = new ProcessBuilder(whole);
    for (int i = 0; i + 1 < environment.length; i += 2) {
      builder.environment().put(environment[i], environment[i + 1]);
    }
    try {
      return PrivatePostgres.complete(builder);
    } catch (IOException e) {
      throw new PostgresUnavailableException("cannot run " + whole.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresUnavailableException("interrupted while running " + command.getFirst(), e);
    }
  }
}
