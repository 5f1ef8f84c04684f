package jp.noroshi.core.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL pool, and the only door to it. Blocking: call it on virtual threads, never on an
 * event loop. Thread-safe.
 */
public final class Database implements AutoCloseable {

  /** Modules that own a schema, in the order in which they are migrated. */
  private static final List<String> MODULES = List.of("core", "gis", "shelters", "console");

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
  }

  /**
   * Opens a pool.
   *
   * @param address where and as whom
   * @param poolSize the most connections at once
   * @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException when the server cannot be
   *     reached
   */
  public static Database open(DatabaseAddress address, int poolSize) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(poolSize);
    config.setMinimumIdle(Math.min(2, poolSize));
    config.setPoolName("noroshi");
    config.addDataSourceProperty("ApplicationName", "noroshi");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new Database(new HikariDataSource(config));
  }

  /**
   * Brings every module's schema up to date; modules that are not on the class path are left alone.
   *
   * @throws org.flywaydb.core.api.FlywayException when a migration fails; nothing of it remains
   */
  public void migrate() {
    for (String module : MODULES) {
      String location = "db/migration/" + module;
      if (Database.class.getClassLoader().getResource(location) != null) {
        Flyway.configure()
            .dataSource(pool)
            .locations("classpath:" + location)
            .schemas(module)
            .table("migration")
            .load()
            .migrate();
      }
    }
  }

  /** Runs in one transaction; an exception rolls it back. */
  public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
    return jdbi.inTransaction(work);
  }

  /** Runs in one transaction; an exception rolls it back. */
  public <X extends Exception> void useTransaction(HandleConsumer<X> work) throws X {
    jdbi.useTransaction(work);
  }

  /** Runs with a connection, each statement a transaction of its own. */
  public <T, X extends Exception> T withHandle(HandleCallback<T, X> work) throws X {
    return jdbi.withHandle(work);
  }

  /** Tells whether the server answers now. */
  public boolean isReachable() {
    try {
      return jdbi.withHandle(
          handle -> handle.createQuery("select true").mapTo(boolean.class).one());
    } catch (JdbiException e) {
      LOG.warn("the database does not answer", e);
      return false;
    }
  }

  /** Returns Jdbi itself, for modules that register mappers of their own. */
  public Jdbi jdbi() {
    return jdbi;
  }

  @Override
  public void close() {
    pool.close();
  }
}
