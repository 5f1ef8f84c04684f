package jp.noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.DatabaseAddress;
import jp.noroshi.core.storage.PrivatePostgres;

/**
 * The storage of a hub as it is delivered: a PostgreSQL of its own that puts every commit on disk,
 * with the hub's schema.
 */
final class PrivateHub implements AutoCloseable {

  /** As many as the hub itself opens. */
  private static final int CONNECTIONS = 12;

  private final PrivatePostgres server;
  private final Database database;
  private final ProcessTree postgres;

  private PrivateHub(PrivatePostgres server, Database database, ProcessTree postgres) {
    this.server = server;
    this.database = database;
    this.postgres = postgres;
  }

  static PrivateHub start(Path directory) throws IOException {
    PrivatePostgres server = PrivatePostgres.start(directory, PrivatePostgres.Durability.FULL);
    Database database = Database.open(server.database("noroshi"), CONNECTIONS);
    database.useTransaction(handle -> handle.execute("create extension if not exists postgis"));
    database.migrate();
    // The first line of this file is the server's process.
    String pid = Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst().strip();
    return new PrivateHub(server, database, new ProcessTree(Long.parseLong(pid), true));
  }

  Database database() {
    return database;
  }

  DatabaseAddress address() {
    return server.database("noroshi");
  }

  ProcessTree postgres() {
    return postgres;
  }

  /** Returns the server's version and how it keeps commits. */
  String describe() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select format('PostgreSQL %s, fsync %s, synchronous_commit %s',
                      split_part(current_setting('server_version'), ' ', 1),
                      current_setting('fsync'), current_setting('synchronous_commit'))
                    """)
                .mapTo(String.class)
                .one());
  }

  @Override
  public void close() {
    database.close();
    server.close();
  }
}
