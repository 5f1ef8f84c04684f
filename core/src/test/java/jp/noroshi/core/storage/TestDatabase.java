package jp.noroshi.core.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated PostGIS database of its own for each test class: one server per JVM, one clone of a
 * template per class. Register it as a static field:
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase database = new TestDatabase();
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int POOL_SIZE = 12;

  private DatabaseAddress address;
  private String name;
  private Database database;

  /** Returns the open database. */
  public Database database() {
    return database;
  }

  /** Returns where it is, for tests that start a process of their own. */
  public DatabaseAddress address() {
    return address;
  }

  /** Empties every table of the schema but its migrations, as the database's owner may. */
  public void truncate(String schema) {
    database.useTransaction(
        handle -> {
          handle.execute("set local session_replication_role = replica");
          handle
              .createQuery(
                  "select tablename from pg_tables where schemaname = :schema and tablename <> 'migration'")
              .bind("schema", schema)
              .mapTo(String.class)
              .list()
              .forEach(
                  table ->
                      handle.execute(
                          "truncate " + schema + "." + table + " restart identity cascade"));
          if (schema.equals("core")) {
            handle.execute(
                "insert into core.chronology_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'))");
          }
        });
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    name = "test_" + NUMBER.incrementAndGet();
    address = Server.INSTANCE.copy("template_noroshi", name);
    database = Database.open(address, POOL_SIZE);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    database.close();
    Server.INSTANCE.drop(name);
  }

  private static final class Server {
    static final PrivatePostgres INSTANCE = start();

    private static PrivatePostgres start() {
      Path directory = temporaryDirectory();
      PrivatePostgres server = PrivatePostgres.start(directory, PrivatePostgres.Durability.NONE);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
      try (Database template = Database.open(server.database("template_noroshi"), 2)) {
        template.migrate();
      }
      return server;
    }

    private static void stop(PrivatePostgres server, Path directory) {
      server.close();
      try (var files = Files.walk(directory)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path temporaryDirectory() {
      try {
        return Files.createTempDirectory("noroshi-test");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
