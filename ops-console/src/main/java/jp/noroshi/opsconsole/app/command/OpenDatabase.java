package jp.noroshi.opsconsole.app.command;

import java.util.Optional;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.DatabaseAddress;
import jp.noroshi.core.storage.PrivatePostgres;
import jp.noroshi.opsconsole.app.DataDirectory;

/**
 * The database a command works on: an existing one, or the private one, which is started if it does
 * not run and left running if it did.
 *
 * @param address where it is
 * @param database the open pool
 * @param started the private server if this command started it
 */
record OpenDatabase(DatabaseAddress address, Database database, Optional<PrivatePostgres> started)
    implements AutoCloseable {

  private static final int POOL_SIZE = 16;

  static OpenDatabase of(DatabaseOptions options) {
    Optional<DatabaseAddress> existing = options.findDatabase();
    if (existing.isPresent()) {
      return new OpenDatabase(
          existing.get(), Database.open(existing.get(), POOL_SIZE), Optional.empty());
    }
    PrivatePostgres postgres =
        PrivatePostgres.start(
            new DataDirectory(options.dataDirectory).postgres(), PrivatePostgres.Durability.FULL);
    DatabaseAddress address = postgres.database("noroshi");
    Database database = Database.open(address, POOL_SIZE);
    return new OpenDatabase(
        address, database, Optional.of(postgres).filter(PrivatePostgres::startedHere));
  }

  @Override
  public void close() {
    database.close();
    started.ifPresent(PrivatePostgres::close);
  }
}
