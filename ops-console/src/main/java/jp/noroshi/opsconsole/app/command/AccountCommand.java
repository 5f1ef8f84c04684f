package jp.noroshi.opsconsole.app.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.opsconsole.app.client.Fault;
import jp.noroshi.opsconsole.auth.AccountResult;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.opsconsole.auth.AuthSettings;
import jp.noroshi.opsconsole.auth.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code noroshi account}: the first administrator of a live hub; all others are made in the
 * console.
 */
@Command(name = "account", description = "Let somebody sign in.", mixinStandardHelpOptions = true)
final class AccountCommand implements Runnable {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 20;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: add");
  }

  @Command(
      name = "add",
      description = "Make an account with a random password, which is printed this once.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "NAME", description = "Lower-case letters, digits, . _ -")
          String name,
      @Option(
              names = "--role",
              required = true,
              description = "${COMPLETION-CANDIDATES}; may be repeated")
          List<Role> roles,
      @Option(names = "--display-name", description = "How the screens call this person")
          String displayName,
      @Option(
              names = "--mode",
              defaultValue = "LIVE",
              description = "The mode of the hub (${DEFAULT-VALUE}).")
          Mode mode,
      @Mixin DatabaseOptions options) {
    try (OpenDatabase open = OpenDatabase.of(options)) {
      open.database().migrate();
      Clock clock = Clock.systemUTC();
      Accounts accounts =
          new Accounts(
              open.database(),
              new Chronology(open.database()),
              mode,
              clock,
              AuthSettings.standard());
      String password = randomPassword();
      String shown = displayName == null ? name : displayName;
      AccountResult result =
          accounts.create(name, shown, EnumSet.copyOf(roles), password, "command line");
      switch (result) {
        case AccountResult.Done done ->
            spec.commandLine()
                .getOut()
                .println(
                    done.account().name()
                        + "  password: "
                        + password
                        + "  (change it after signing in)");
        case AccountResult.Refused refused ->
            throw new Fault("the account was not made: " + refused.reason());
      }
      return 0;
    }
  }

  private static String randomPassword() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
