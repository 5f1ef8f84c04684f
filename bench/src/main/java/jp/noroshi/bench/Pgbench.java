package jp.noroshi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.noroshi.core.storage.DatabaseAddress;

/**
 * PostgreSQL's own benchmark doing the plain thing in the same database: for every check-in one row
 * and one figure that grows by one, each a transaction of its own.
 */
final class Pgbench {

  /** What is said where it is missing. */
  static final String MISSING =
      "pgbench was not run: it is not installed (Debian: `apt-get install postgresql-contrib`).";

  static final int CLIENTS = 32;

  private static final Pattern SPEED = Pattern.compile("tps = ([0-9.]+)");

  private final Path program;
  private final Path script;
  private final BenchBed bed;

  private Pgbench(Path program, Path script, BenchBed bed) {
    this.program = program;
    this.script = script;
    this.bed = bed;
  }

  /** Prepares it; empty where it is not installed. */
  static Optional<Pgbench> find(BenchBed bed, int shelters) throws IOException {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      bed.log(MISSING);
      return Optional.empty();
    }
    bed.hub()
        .database()
        .useTransaction(
            handle -> {
              handle.execute("create schema bench");
              handle.execute(
                  """
                  create table bench.checkin (number bigint generated always as identity primary key,
                    id uuid not null unique, shelter integer not null, at timestamptz not null, body text not null)
                  """);
              handle.execute(
                  "create table bench.tally (shelter integer primary key, people integer not null)");
              handle.execute(
                  "insert into bench.tally select n, 0 from generate_series(1, ?) n", shelters);
            });
    Path script = bed.directory().resolve("checkin.sql");
    Files.writeString(
        script,
        """
        \\set shelter random(1, %d)
        begin;
        insert into bench.checkin (id, shelter, at, body) values (gen_random_uuid(), :shelter, now(),
          '{"type":"arrived","household":"00000000-0000-4000-8000-000000000000","evacuees":["00000000-0000-4000-8000-000000000000"],"form":"IN_SHELTER"}');
        update bench.tally set people = people + 1 where shelter = :shelter;
        end;
        """
            .formatted(shelters));
    return Optional.of(new Pgbench(program.get(), script, bed));
  }

  private static Optional<Path> program() {
    Path debian = Path.of("/usr/lib/postgresql");
    try (Stream<Path> versions =
        Files.isDirectory(debian) ? Files.list(debian) : Stream.<Path>empty()) {
      return versions
          .map(version -> version.resolve("bin/pgbench"))
          .filter(Files::isExecutable)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks so many in. */
  Contender.Result round(int checkins) throws IOException, InterruptedException {
    DatabaseAddress address = bed.hub().address();
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "--no-vacuum",
                    "--client=" + CLIENTS,
                    "--jobs=2",
                    "--transactions=" + Math.ceilDiv(checkins, CLIENTS),
                    "--file=" + script,
                    "--username=" + address.user(),
                    address.jdbcUrl().substring("jdbc:".length())))
            .redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", address.password());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher speed = SPEED.matcher(said);
    if (process.waitFor() != 0 || !speed.find()) {
      throw new IllegalStateException("pgbench failed: " + said);
    }
    return Contender.Result.of(checkins / Double.parseDouble(speed.group(1)) * 1e3);
  }
}
