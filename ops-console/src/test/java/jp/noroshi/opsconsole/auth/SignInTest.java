package jp.noroshi.opsconsole.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyLine;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.2";

  private final HandClock clock = new HandClock("2026-08-13T03:00:00Z");
  private TestAuth auth;

  @BeforeEach
  void prepare() {
    database.truncate("console");
    database.truncate("core");
    auth = TestAuth.on(database.database(), clock);
    auth.account("touchoku", Role.DUTY_OFFICER);
  }

  @Test
  void theRightPasswordOpensASession() {
    String token = auth.token("touchoku");
    assertThat(auth.sessions().find(token))
        .hasValueSatisfying(
            session -> {
              assertThat(session.account()).isEqualTo("touchoku");
              assertThat(session.roles()).containsExactly(Role.DUTY_OFFICER);
            });
  }

  @Test
  void caseAndBlanksAroundTheNameDoNotMatter() {
    assertThat(auth.signIn().signIn(" Touchoku ", TestAuth.PASSWORD, HERE))
        .isInstanceOf(SignInResult.Opened.class);
  }

  @Test
  void aWrongPasswordAndAnUnknownAccountGetTheSameAnswer() {
    assertThat(auth.signIn().signIn("touchoku", "wrong", HERE))
        .isEqualTo(auth.signIn().signIn("nobody", "wrong", HERE))
        .isEqualTo(new SignInResult.Refused());
  }

  @Test
  void guessingIsStoppedEvenWithTheRightPassword() {
    guessThrice();
    assertThat(auth.signIn().signIn("touchoku", TestAuth.PASSWORD, HERE))
        .isInstanceOf(SignInResult.TooMany.class);
  }

  @Test
  void aGuesserDoesNotLockTheOfficerOutElsewhere() {
    guessThrice();
    assertThat(auth.signIn().signIn("touchoku", TestAuth.PASSWORD, ELSEWHERE))
        .isInstanceOf(SignInResult.Opened.class);
  }

  @Test
  void afterAMinuteOneMoreAttemptCounts() {
    guessThrice();
    clock.pass(Duration.ofMinutes(1));
    assertThat(auth.signIn().signIn("touchoku", TestAuth.PASSWORD, HERE))
        .isInstanceOf(SignInResult.Opened.class);
  }

  @Test
  void signingInOftenIsNoGuessing() {
    for (int i = 0; i < 20; i++) {
      auth.token("touchoku");
    }
    assertThat(auth.signIn().signIn("touchoku", TestAuth.PASSWORD, HERE))
        .isInstanceOf(SignInResult.Opened.class);
  }

  @Test
  void signingInAndOutIsWrittenDownWithoutWhatWasTyped() {
    auth.signIn().signIn("my secret phrase", "wrong", HERE);
    auth.signIn().signOut(auth.token("touchoku"));
    List<ChronologyLine> lines =
        new ChronologyReader(database.database()).listAfter(0, 100, ChronologyFilter.ALL);
    assertThat(lines)
        .extracting(line -> line.entry().kind())
        .containsExactly(
            ChronologyKind.ACCOUNT_CHANGED,
            ChronologyKind.SIGN_IN_REFUSED,
            ChronologyKind.SIGNED_IN,
            ChronologyKind.SIGNED_OUT);
    assertThat(lines.toString()).doesNotContain("my secret phrase", "wrong", TestAuth.PASSWORD);
  }

  private void guessThrice() {
    for (int i = 0; i < 3; i++) {
      auth.signIn().signIn("touchoku", "guess " + i, HERE);
    }
  }
}
