package jp.noroshi.opsconsole.auth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.storage.Database;
import jp.noroshi.opsconsole.auth.AuthSettings.PasswordCost;

/** Accounts, sessions and tokens on a test database, with a password hash that costs nothing. */
public record TestAuth(
    Accounts accounts, Sessions sessions, SignIn signIn, IntakeTokens intakeTokens) {

  /** The password of every account made here. */
  public static final String PASSWORD = "correct horse battery";

  /** Settings for tests: two hours idle, twelve in all, three attempts. */
  public static AuthSettings settings() {
    return new AuthSettings(
        Duration.ofHours(2), Duration.ofHours(12), new PasswordCost(64, 1, 1), 3, 1000);
  }

  /** Builds it. */
  public static TestAuth on(Database database, InstantSource clock) {
    Chronology chronology = new Chronology(database);
    Accounts accounts = new Accounts(database, chronology, Mode.DRILL, clock, settings());
    Sessions sessions = new Sessions(database, clock, settings());
    SignIn signIn =
        new SignIn(database, chronology, Mode.DRILL, clock, settings(), accounts, sessions);
    return new TestAuth(
        accounts, sessions, signIn, new IntakeTokens(database, chronology, Mode.DRILL, clock));
  }

  /** Makes an account with the usual password. */
  public void account(String name, Role first, Role... others) {
    Set<Role> roles = new java.util.HashSet<>(Set.of(others));
    roles.add(first);
    AccountResult result = accounts.create(name, name + " さん", roles, PASSWORD, "test");
    if (result instanceof AccountResult.Refused refused) {
      throw new AssertionError("no account " + name + ": " + refused.reason());
    }
  }

  /** Signs in and returns the session's token. */
  public String token(String name) {
    return switch (signIn.signIn(name, PASSWORD, "192.0.2.1")) {
      case SignInResult.Opened opened -> opened.token();
      case SignInResult other -> throw new AssertionError(name + " cannot sign in: " + other);
    };
  }
}
