package jp.noroshi.opsconsole.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final HandClock clock = new HandClock("2026-08-13T03:00:00Z");
  private TestAuth auth;
  private String token;

  @BeforeEach
  void prepare() {
    database.truncate("console");
    database.truncate("core");
    auth = TestAuth.on(database.database(), clock);
    auth.account("kanri", Role.ADMINISTRATOR);
    auth.account("touchoku", Role.DUTY_OFFICER);
    token = auth.token("touchoku");
  }

  @Test
  void endsWhenNobodyUsesItForTwoHours() {
    clock.pass(Duration.ofHours(2));
    assertThat(auth.sessions().find(token)).isEmpty();
  }

  @Test
  void livesOnWhileItIsUsed() {
    for (int i = 0; i < 5; i++) {
      clock.pass(Duration.ofMinutes(100));
      assertThat(auth.sessions().find(token)).isPresent();
    }
  }

  @Test
  void endsAfterTwelveHoursHoweverMuchItIsUsed() {
    for (int i = 0; i < 11; i++) {
      clock.pass(Duration.ofHours(1));
      assertThat(auth.sessions().find(token)).isPresent();
    }
    clock.pass(Duration.ofHours(1));
    assertThat(auth.sessions().find(token)).isEmpty();
  }

  @Test
  void aRestartSignsNobodyOut() {
    assertThat(TestAuth.on(database.database(), clock).sessions().find(token)).isPresent();
  }

  @Test
  void everySignInHasATokenOfItsOwn() {
    assertThat(auth.token("touchoku")).isNotEqualTo(token);
  }

  @Test
  void theDatabaseHoldsNoTokenAnybodyCouldUse() {
    List<String> rows =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select row_to_json(s)::text from console.session s")
                        .mapTo(String.class)
                        .list());
    String csrf = auth.sessions().find(token).orElseThrow().csrfToken();
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token) || row.contains(csrf));
  }

  @Test
  void disablingAnAccountEndsItsSessionsAtOnce() {
    auth.accounts().change("touchoku", "当直", Set.of(Role.DUTY_OFFICER), true, "kanri");
    assertThat(auth.sessions().find(token)).isEmpty();
    assertThat(auth.signIn().signIn("touchoku", TestAuth.PASSWORD, "192.0.2.9"))
        .isInstanceOf(SignInResult.Refused.class);
  }

  @Test
  void aChangeOfRolesCountsFromTheNextRequestOn() {
    auth.accounts().change("touchoku", "当直", Set.of(Role.VIEWER), false, "kanri");
    assertThat(auth.sessions().find(token).orElseThrow().roles()).containsExactly(Role.VIEWER);
  }

  @Test
  void aResetPasswordEndsEverySession() {
    auth.accounts().resetPassword("touchoku", "another fine phrase", "kanri");
    assertThat(auth.sessions().find(token)).isEmpty();
  }

  @Test
  void changingOnesPasswordKeepsOnlyTheSessionThatDidIt() {
    String other = auth.token("touchoku");
    auth.accounts().changePassword("touchoku", TestAuth.PASSWORD, "another fine phrase", token);
    assertThat(auth.sessions().find(token)).isPresent();
    assertThat(auth.sessions().find(other)).isEmpty();
  }

  @Test
  void sessionsThatAreOverAreForgotten() {
    clock.pass(Duration.ofHours(3));
    String fresh = auth.token("touchoku");
    assertThat(auth.sessions().forgetEnded()).isEqualTo(1);
    assertThat(auth.sessions().find(fresh)).isPresent();
  }
}
