package jp.noroshi.opsconsole.auth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.storage.Database;
import jp.noroshi.opsconsole.auth.AccountResult.Done;
import jp.noroshi.opsconsole.auth.AccountResult.Refused;
import org.jdbi.v3.core.Handle;

/**
 * The accounts. Every change is a line in the chronology, never with a password in it. Thread-safe,
 * blocking.
 */
public final class Accounts {

  private static final String COLUMNS =
      "select name, display_name, roles, disabled, created_at, last_sign_in_at from console.account ";

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;
  private final Passwords passwords;

  /** Makes the door to the accounts. */
  public Accounts(
      Database database,
      Chronology chronology,
      Mode mode,
      InstantSource clock,
      AuthSettings settings) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
    this.passwords = new Passwords(settings.passwordCost());
  }

  /** Returns every account, by name. */
  public List<Account> list() {
    return database.withHandle(
        handle -> handle.createQuery(COLUMNS + "order by name").map((row, _) -> read(row)).list());
  }

  /** Finds an account, disabled or not. */
  public Optional<Account> find(String name) {
    return database.withHandle(handle -> find(handle, name));
  }

  /** Makes an account. */
  public AccountResult create(
      String name, String displayName, Set<Role> roles, String password, String actor) {
    if (isTooEasy(password, name)) {
      return new Refused(AccountRefusal.PASSWORD_TOO_EASY);
    }
    String hash = passwords.hash(password);
    return database.inTransaction(
        handle -> {
          if (insert(handle, name, displayName, roles, hash) == 0) {
            return new Refused(AccountRefusal.ACCOUNT_NAME_TAKEN);
          }
          return done(handle, name, actor, Map.of("change", "created", "roles", names(roles)));
        });
  }

  /** Changes name, roles and whether it is disabled; disabling ends its sessions at once. */
  public AccountResult change(
      String name, String displayName, Set<Role> roles, boolean disabled, String actor) {
    return database.inTransaction(
        handle -> {
          lock(handle);
          if (find(handle, name).isEmpty()) {
            return new Refused(AccountRefusal.ACCOUNT_NOT_FOUND);
          }
          boolean stays = roles.contains(Role.ADMINISTRATOR) && !disabled;
          if (!stays && !otherAdministrators(handle, name)) {
            return new Refused(AccountRefusal.LAST_ADMINISTRATOR);
          }
          update(handle, name, displayName, roles, disabled);
          if (disabled) {
            Sessions.endAll(handle, name, Optional.empty());
          }
          return done(
              handle,
              name,
              actor,
              Map.of("change", disabled ? "disabled" : "changed", "roles", names(roles)));
        });
  }

  /** Sets a password in somebody's place and ends all their sessions. */
  public AccountResult resetPassword(String name, String password, String actor) {
    return isTooEasy(password, name)
        ? new Refused(AccountRefusal.PASSWORD_TOO_EASY)
        : storePassword(name, passwords.hash(password), Optional.empty(), actor);
  }

  /** Changes one's own password and ends all other sessions. */
  public AccountResult changePassword(
      String name, String current, String replacement, String sessionToken) {
    if (!matches(name, current)) {
      return new Refused(AccountRefusal.PASSWORD_WRONG);
    }
    return isTooEasy(replacement, name)
        ? new Refused(AccountRefusal.PASSWORD_TOO_EASY)
        : storePassword(name, passwords.hash(replacement), Optional.of(sessionToken), name);
  }

  /** Tells whether somebody of this name may sign in with this password; always takes as long. */
  boolean matches(String name, String password) {
    Optional<String> hash =
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select password_hash from console.account where name = :name and not disabled")
                    .bind("name", name)
                    .mapTo(String.class)
                    .findOne());
    return passwords.matches(password, hash);
  }

  private AccountResult storePassword(
      String name, String hash, Optional<String> keptSession, String actor) {
    return database.inTransaction(
        handle -> {
          int updated =
              handle
                  .createUpdate(
                      "update console.account set password_hash = :hash where name = :name")
                  .bind("hash", hash)
                  .bind("name", name)
                  .execute();
          if (updated == 0) {
            return new Refused(AccountRefusal.ACCOUNT_NOT_FOUND);
          }
          Sessions.endAll(handle, name, keptSession);
          return done(handle, name, actor, Map.of("change", "password"));
        });
  }

  private AccountResult done(Handle handle, String name, String actor, Map<String, Object> detail) {
    Account account = find(handle, name).orElseThrow();
    chronology.append(
        handle,
        new ChronologyEntry(
            clock.instant(),
            mode,
            ChronologyKind.ACCOUNT_CHANGED,
            actor,
            "account:" + name,
            detail));
    return new Done(account);
  }

  private int insert(Handle handle, String name, String displayName, Set<Role> roles, String hash) {
    return handle
        .createUpdate(
            """
            insert into console.account (name, display_name, roles, password_hash, created_at)
            values (:name, :displayName, :roles, :hash, :now)
            on conflict do nothing
            """)
        .bind("name", name)
        .bind("displayName", displayName)
        .bindArray("roles", String.class, names(roles))
        .bind("hash", hash)
        .bind("now", clock.instant())
        .execute();
  }

  private static void update(
      Handle handle, String name, String displayName, Set<Role> roles, boolean disabled) {
    handle
        .createUpdate(
            """
            update console.account
            set display_name = :displayName, roles = :roles, disabled = :disabled
            where name = :name
            """)
        .bind("name", name)
        .bind("displayName", displayName)
        .bindArray("roles", String.class, names(roles))
        .bind("disabled", disabled)
        .execute();
  }

  /** Two administrators who disable each other at the same moment must not both succeed. */
  private static void lock(Handle handle) {
    handle.execute("lock table console.account in share row exclusive mode");
  }

  private static boolean otherAdministrators(Handle handle, String name) {
    return handle
        .createQuery(
            """
            select exists (select from console.account
              where name <> :name and not disabled and 'ADMINISTRATOR' = any (roles))
            """)
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  private static Optional<Account> find(Handle handle, String name) {
    return handle
        .createQuery(COLUMNS + "where name = :name")
        .bind("name", name)
        .map((row, _) -> read(row))
        .findOne();
  }

  private static boolean isTooEasy(String password, String name) {
    boolean saysTheName = name.length() > 3 && password.contains(name);
    return saysTheName || password.codePoints().distinct().count() < 4;
  }

  private static List<String> names(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().toList();
  }

  private static Account read(ResultSet row) throws SQLException {
    Timestamp lastSignIn = row.getTimestamp("last_sign_in_at");
    Instant createdAt = row.getTimestamp("created_at").toInstant();
    return new Account(
        row.getString("name"),
        row.getString("display_name"),
        Sessions.roles(row),
        row.getBoolean("disabled"),
        createdAt,
        Optional.ofNullable(lastSignIn).map(Timestamp::toInstant));
  }
}
