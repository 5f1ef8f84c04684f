package jp.noroshi.opsconsole.auth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/** Signing in and out. Thread-safe, blocking. */
public final class SignIn {

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;
  private final Accounts accounts;
  private final Sessions sessions;
  private final SignInLimits limits;

  /** Makes the door. */
  public SignIn(
      Database database,
      Chronology chronology,
      Mode mode,
      InstantSource clock,
      AuthSettings settings,
      Accounts accounts,
      Sessions sessions) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
    this.accounts = accounts;
    this.sessions = sessions;
    this.limits = new SignInLimits(settings, clock);
  }

  /**
   * Signs somebody in.
   *
   * @param typedName the account as typed; case and blanks around it do not count
   * @param password the password
   * @param address where the request comes from
   */
  public SignInResult signIn(String typedName, String password, String address) {
    String name = typedName.strip().toLowerCase(Locale.ROOT);
    Optional<Duration> wait = limits.findWait(name, address);
    if (wait.isPresent()) {
      return new SignInResult.TooMany(wait.get());
    }
    if (!accounts.matches(name, password)) {
      refuse(name);
      return new SignInResult.Refused();
    }
    limits.forgive(name, address);
    return database.inTransaction(handle -> new SignInResult.Opened(open(handle, name)));
  }

  /** Signs somebody out. */
  public void signOut(String token) {
    sessions.find(token).ifPresent(session -> signOut(token, session.account()));
  }

  private void signOut(String token, String account) {
    sessions.end(token);
    chronology.append(entry(ChronologyKind.SIGNED_OUT, account, account));
  }

  private String open(Handle handle, String name) {
    handle
        .createUpdate("update console.account set last_sign_in_at = :now where name = :name")
        .bind("now", clock.instant())
        .bind("name", name)
        .execute();
    Token token = sessions.open(handle, name);
    chronology.append(handle, entry(ChronologyKind.SIGNED_IN, name, name));
    return token.value();
  }

  /** What was typed as a name may be a password typed into the wrong field: it is not written. */
  private void refuse(String name) {
    String known = accounts.find(name).map(Account::name).orElse("unknown");
    chronology.append(entry(ChronologyKind.SIGN_IN_REFUSED, "hub", known));
  }

  private ChronologyEntry entry(ChronologyKind kind, String actor, String account) {
    return new ChronologyEntry(clock.instant(), mode, kind, actor, "account:" + account, Map.of());
  }
}
