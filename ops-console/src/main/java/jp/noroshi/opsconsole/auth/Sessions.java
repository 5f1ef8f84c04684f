package jp.noroshi.opsconsole.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * Who is signed in. Kept in the database, so that every node knows and a restart signs nobody out
 * in the middle of a disaster. Thread-safe, blocking.
 */
public final class Sessions {

  /** How exactly the idle time is kept: writing at every request would cost more than it tells. */
  private static final Duration TOUCH_EVERY = Duration.ofSeconds(30);

  private static final String CSRF = "csrf";

  private final Database database;
  private final InstantSource clock;
  private final AuthSettings settings;

  /** Makes the door to the sessions. */
  public Sessions(Database database, InstantSource clock, AuthSettings settings) {
    this.database = database;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Finds the session of a browser and counts the request as a sign of life.
   *
   * @param token the value of its cookie
   * @return empty when unknown, ended, idle for too long, or the account was disabled
   */
  public Optional<Session> find(String token) {
    Token presented = new Token(token);
    Instant now = clock.instant();
    return database.withHandle(
        handle -> {
          Optional<Row> row = findRow(handle, presented, now);
          row.filter(found -> found.lastSeenAt().plus(TOUCH_EVERY).isBefore(now))
              .ifPresent(found -> touch(handle, presented, now));
          return row.map(Row::session);
        });
  }

  /** Tells whether a session still holds, without counting the question as a sign of life. */
  public boolean isOpen(String token) {
    return database.withHandle(
        handle -> findRow(handle, new Token(token), clock.instant()).isPresent());
  }

  /** Ends a session; nothing happens when there is none. */
  public void end(String token) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate("delete from console.session where token_hash = :hash")
                .bind("hash", new Token(token).hash())
                .execute());
  }

  /** Forgets sessions that are over. */
  public int forgetEnded() {
    Instant now = clock.instant();
    return database.withHandle(
        handle ->
            handle
                .createUpdate(
                    "delete from console.session where expires_at <= :now or last_seen_at <= :idleSince")
                .bind("now", now)
                .bind("idleSince", now.minus(settings.idle()))
                .execute());
  }

  /**
   * Opens a session with a token nobody has seen before: one planted beforehand is worth nothing.
   */
  Token open(Handle handle, String account) {
    Token token = Token.random();
    Instant now = clock.instant();
    handle
        .createUpdate(
            """
            insert into console.session (token_hash, account, signed_in_at, last_seen_at, expires_at)
            values (:hash, :account, :now, :now, :expires)
            """)
        .bind("hash", token.hash())
        .bind("account", account)
        .bind("now", now)
        .bind("expires", now.plus(settings.absolute()))
        .execute();
    return token;
  }

  /** Ends every session of an account but the one that asks for it, if any. */
  static void endAll(Handle handle, String account, Optional<String> exceptToken) {
    handle
        .createUpdate(
            "delete from console.session where account = :account and token_hash is distinct from :kept")
        .bind("account", account)
        .bind("kept", exceptToken.map(token -> new Token(token).hash()).orElse(null))
        .execute();
  }

  private Optional<Row> findRow(Handle handle, Token token, Instant now) {
    return handle
        .createQuery(
            """
            select s.account, a.display_name, a.roles, s.signed_in_at, s.last_seen_at, s.expires_at
            from console.session s join console.account a on a.name = s.account
            where s.token_hash = :hash and not a.disabled and s.expires_at > :now and s.last_seen_at > :idleSince
            """)
        .bind("hash", token.hash())
        .bind("now", now)
        .bind("idleSince", now.minus(settings.idle()))
        .map((row, _) -> read(row, token))
        .findOne();
  }

  private static void touch(Handle handle, Token token, Instant now) {
    handle
        .createUpdate("update console.session set last_seen_at = :now where token_hash = :hash")
        .bind("now", now)
        .bind("hash", token.hash())
        .execute();
  }

  private Row read(ResultSet row, Token token) throws SQLException {
    Session session =
        new Session(
            row.getString("account"),
            row.getString("display_name"),
            roles(row),
            token.derive(CSRF),
            row.getTimestamp("signed_in_at").toInstant(),
            settings.idle(),
            row.getTimestamp("expires_at").toInstant());
    return new Row(session, row.getTimestamp("last_seen_at").toInstant());
  }

  static Set<Role> roles(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("roles").getArray())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private record Row(Session session, Instant lastSeenAt) {}
}
