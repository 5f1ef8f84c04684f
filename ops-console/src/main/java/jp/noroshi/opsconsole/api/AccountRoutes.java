package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.opsconsole.auth.Account;
import jp.noroshi.opsconsole.auth.AccountResult;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.opsconsole.auth.IntakeToken;
import jp.noroshi.opsconsole.auth.IntakeTokens;
import jp.noroshi.opsconsole.auth.Role;

/** Who may use the hub: people and machines. */
final class AccountRoutes implements Routes {

  private final Accounts accounts;
  private final IntakeTokens tokens;

  AccountRoutes(Accounts accounts, IntakeTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listAccounts",
            _ -> Answer.ok(new AccountList(accounts.list().stream().map(this::view).toList())),
        "createAccount", this::create,
        "changeAccount", this::change,
        "resetPassword", this::resetPassword,
        "listIntakeTokens", _ -> Answer.ok(new TokenList(tokens.list())),
        "createIntakeToken", this::createToken,
        "revokeIntakeToken", this::revokeToken);
  }

  private record AccountView(
      String account,
      String displayName,
      Set<Role> roles,
      boolean disabled,
      Instant createdAt,
      Optional<Instant> lastSignInAt) {}

  private record AccountList(List<AccountView> accounts) {}

  private record NewAccount(String account, String displayName, Set<Role> roles, String password) {}

  private record AccountChange(String displayName, Set<Role> roles, boolean disabled) {}

  private record PasswordReset(String password) {}

  private record TokenList(List<IntakeToken> tokens) {}

  private record NewToken(String label) {}

  private record CreatedToken(UUID id, String label, String token) {}

  private Answer create(Call call) {
    NewAccount wanted = call.read(NewAccount.class);
    return Answer.created(
        view(
            done(
                accounts.create(
                    wanted.account(),
                    wanted.displayName(),
                    wanted.roles(),
                    wanted.password(),
                    call.actor()))));
  }

  private Answer change(Call call) {
    AccountChange change = call.read(AccountChange.class);
    return Answer.ok(
        view(
            done(
                accounts.change(
                    call.text("accountName"),
                    change.displayName(),
                    change.roles(),
                    change.disabled(),
                    call.actor()))));
  }

  private Answer resetPassword(Call call) {
    PasswordReset reset = call.read(PasswordReset.class);
    done(accounts.resetPassword(call.text("accountName"), reset.password(), call.actor()));
    return Answer.done();
  }

  private Answer createToken(Call call) {
    IntakeTokens.Created created = tokens.create(call.read(NewToken.class).label(), call.actor());
    return Answer.created(
        new CreatedToken(created.token().id(), created.token().label(), created.secret()));
  }

  private Answer revokeToken(Call call) {
    if (!tokens.revoke(call.id("tokenId"), call.actor())) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    return Answer.done();
  }

  private static Account done(AccountResult result) {
    return switch (result) {
      case AccountResult.Done done -> done.account();
      case AccountResult.Refused refused ->
          throw new ProblemException(ProblemKind.of(refused.reason()));
    };
  }

  private AccountView view(Account account) {
    return new AccountView(
        account.name(),
        account.displayName(),
        account.roles(),
        account.disabled(),
        account.createdAt(),
        account.lastSignInAt());
  }
}
