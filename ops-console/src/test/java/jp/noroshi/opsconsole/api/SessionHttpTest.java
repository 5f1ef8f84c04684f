package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.auth.Role;
import jp.noroshi.opsconsole.auth.TestAuth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestHub hub;

  @BeforeEach
  void start() {
    database.truncate("console");
    database.truncate("core");
    hub = TestHub.start(database.database());
    hub.auth().account("touchoku", Role.DUTY_OFFICER);
    hub.auth().account("kanri", Role.ADMINISTRATOR);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private static JsonObject credentials(String account, String password) {
    return new JsonObject().put("account", account).put("password", password);
  }

  @Test
  void theModeIsKnownBeforeAnybodySignsIn() {
    JsonObject facts = hub.stranger().get("/api/hub").expect(200).json();
    assertThat(facts.getString("mode")).isEqualTo("DRILL");
    assertThat(facts.getJsonObject("municipality").getString("name")).isEqualTo("伊豆の国市");
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    String cookie =
        hub.stranger()
            .post("/api/session", credentials("touchoku", TestAuth.PASSWORD))
            .expect(200)
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    assertThat(cookie)
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Strict", "Path=/")
        .doesNotContain("Domain");
  }

  @Test
  void whoIsSignedInIsKnown() {
    JsonObject session = hub.signedIn("touchoku").get("/api/session").expect(200).json();
    assertThat(session.getString("account")).isEqualTo("touchoku");
    assertThat(session.getJsonArray("roles")).containsExactly("DUTY_OFFICER");
  }

  @Test
  void aWrongPasswordAndAnUnknownAccountLookTheSame() {
    HubClient stranger = hub.stranger();
    HubClient.Reply wrong =
        stranger
            .post("/api/session", credentials("touchoku", "wrong"))
            .expectProblem(401, "sign-in-refused");
    HubClient.Reply unknown = stranger.post("/api/session", credentials("nobody", "wrong"));
    assertThat(unknown.text()).isEqualTo(wrong.text());
  }

  @Test
  void guessingIsAnsweredWithATimeToWait() {
    for (int i = 0; i < 3; i++) {
      hub.stranger().post("/api/session", credentials("touchoku", "guess"));
    }
    HubClient.Reply reply =
        hub.stranger()
            .post("/api/session", credentials("touchoku", TestAuth.PASSWORD))
            .expectProblem(429, "too-many-attempts");
    assertThat(reply.headers().firstValue("Retry-After")).hasValue("60");
    assertThat(reply.json().getString("whatToDo")).contains("60秒");
  }

  @Test
  void signingOutEndsTheSessionOnTheServer() {
    HubClient officer = hub.signedIn("touchoku");
    officer.delete("/api/session").expect(204);
    officer.get("/api/session").expectProblem(401, "not-signed-in");
  }

  @Test
  void signingInAgainEndsTheFormerSession() {
    HubClient former = hub.signedIn("touchoku");
    former.post("/api/session", credentials("touchoku", TestAuth.PASSWORD)).expect(200);
    former.get("/api/session").expectProblem(401, "not-signed-in");
  }

  @Test
  void anIdleSessionIsOver() {
    HubClient officer = hub.signedIn("touchoku");
    hub.clock().pass(Duration.ofHours(2));
    officer.get("/api/situation").expectProblem(401, "not-signed-in");
  }

  @Test
  void aDisabledAccountIsOutAtOnce() {
    HubClient officer = hub.signedIn("touchoku");
    hub.signedIn("kanri")
        .put(
            "/api/accounts/touchoku",
            new JsonObject()
                .put("displayName", "当直")
                .put("roles", new JsonArray().add("DUTY_OFFICER"))
                .put("disabled", true))
        .expect(200);
    officer.get("/api/session").expectProblem(401, "not-signed-in");
  }

  @Test
  void withoutItsTokenNothingCanBeChanged() {
    HubClient officer = hub.signedIn("touchoku");
    officer.without("X-CSRF-Token").delete("/api/session").expectProblem(403, "csrf-token-wrong");
    officer.get("/api/session").expect(200);
  }

  @Test
  void theTokenOfAnotherSessionIsWorthNothing() {
    HubClient one = hub.signedIn("touchoku");
    String other =
        hub.signedIn("kanri").get("/api/session").expect(200).json().getString("csrfToken");
    one.without("X-CSRF-Token")
        .with("X-CSRF-Token", other)
        .delete("/api/session")
        .expectProblem(403, "csrf-token-wrong");
  }

  @Test
  void anotherSiteCannotActForTheOfficer() {
    hub.signedIn("touchoku")
        .with("Origin", "https://evil.example")
        .delete("/api/session")
        .expectProblem(403, "foreign-origin");
  }

  @Test
  void anotherSiteCannotSignTheOfficerIn() {
    hub.stranger()
        .with("Origin", "https://evil.example")
        .post("/api/session", credentials("touchoku", TestAuth.PASSWORD))
        .expectProblem(403, "foreign-origin");
  }

  @Test
  void theOwnPageMay() {
    hub.signedIn("touchoku")
        .with("Origin", hub.uri().toString())
        .delete("/api/session")
        .expect(204);
  }

  @Test
  void onesOwnPasswordIsChanged() {
    HubClient officer = hub.signedIn("touchoku");
    officer
        .put(
            "/api/session/password",
            new JsonObject()
                .put("current", TestAuth.PASSWORD)
                .put("replacement", "another fine phrase"))
        .expect(204);
    officer.get("/api/session").expect(200);
    hub.stranger().signedIn("touchoku", "another fine phrase");
  }
}
