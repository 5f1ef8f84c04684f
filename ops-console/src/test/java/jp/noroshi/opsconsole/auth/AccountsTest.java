package jp.noroshi.opsconsole.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final HandClock clock = new HandClock("2026-08-13T03:00:00Z");
  private TestAuth auth;

  @BeforeEach
  void prepare() {
    database.truncate("console");
    database.truncate("core");
    auth = TestAuth.on(database.database(), clock);
    auth.account("kanri", Role.ADMINISTRATOR);
  }

  @Test
  void aNameIsGivenOnce() {
    assertThat(
            auth.accounts()
                .create("kanri", "別の人", Set.of(Role.VIEWER), "another fine phrase", "kanri"))
        .isEqualTo(new AccountResult.Refused(AccountRefusal.ACCOUNT_NAME_TAKEN));
  }

  @Test
  void theLastAdministratorCannotBeDisabled() {
    assertThat(auth.accounts().change("kanri", "管理", Set.of(Role.ADMINISTRATOR), true, "kanri"))
        .isEqualTo(new AccountResult.Refused(AccountRefusal.LAST_ADMINISTRATOR));
  }

  @Test
  void theLastAdministratorCannotLoseTheRole() {
    assertThat(auth.accounts().change("kanri", "管理", Set.of(Role.VIEWER), false, "kanri"))
        .isEqualTo(new AccountResult.Refused(AccountRefusal.LAST_ADMINISTRATOR));
  }

  @Test
  void withAnotherAdministratorOneMayGo() {
    auth.account("fukukanri", Role.ADMINISTRATOR);
    assertThat(auth.accounts().change("kanri", "管理", Set.of(Role.VIEWER), false, "kanri"))
        .isInstanceOf(AccountResult.Done.class);
  }

  @Test
  void aPasswordDoesNotContainTheName() {
    assertThat(auth.accounts().resetPassword("kanri", "kanri-2026-phrase", "kanri"))
        .isEqualTo(new AccountResult.Refused(AccountRefusal.PASSWORD_TOO_EASY));
  }

  @Test
  void onesOwnPasswordIsChangedOnlyWithThePresentOne() {
    assertThat(auth.accounts().changePassword("kanri", "wrong", "another fine phrase", "token"))
        .isEqualTo(new AccountResult.Refused(AccountRefusal.PASSWORD_WRONG));
  }

  @Test
  void aWithdrawnTokenIsWorthNothing() {
    IntakeTokens.Created created = auth.intakeTokens().create("県システム", "kanri");
    assertThat(auth.intakeTokens().use(created.secret())).isPresent();
    auth.intakeTokens().revoke(created.token().id(), "kanri");
    assertThat(auth.intakeTokens().use(created.secret())).isEmpty();
  }

  @Test
  void secretsAreNeverPrinted() {
    IntakeTokens.Created created = auth.intakeTokens().create("県システム", "kanri");
    assertThat(created.toString()).doesNotContain(created.secret());
    assertThat(new SignInResult.Opened("t0ken").toString()).doesNotContain("t0ken");
  }
}
