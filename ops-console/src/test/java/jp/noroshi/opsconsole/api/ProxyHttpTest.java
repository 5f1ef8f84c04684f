package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.auth.Role;
import jp.noroshi.opsconsole.auth.TestAuth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hub behind a proxy that ends TLS. */
class ProxyHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static TestHub hub;

  @BeforeAll
  static void start() {
    hub = TestHub.start(database.database(), new HttpSettings("127.0.0.1", 0, true, false));
    hub.auth().account("touchoku", Role.DUTY_OFFICER);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static final JsonObject CREDENTIALS =
      new JsonObject().put("account", "touchoku").put("password", TestAuth.PASSWORD);

  private static HubClient from(String address, String scheme) {
    return hub.stranger()
        .with("X-Forwarded-For", address)
        .with("X-Forwarded-Proto", scheme)
        .with("X-Forwarded-Host", "hub.example.jp");
  }

  @Test
  void overTlsTheCookieIsBoundToThisHostAndToTls() {
    HubClient.Reply reply =
        from("203.0.113.5", "https")
            .with("Origin", "https://hub.example.jp")
            .post("/api/session", CREDENTIALS)
            .expect(200);
    assertThat(reply.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__Host-noroshi-session=")
        .contains("Secure");
    assertThat(reply.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void inTheClearNobodySignsInFromAnotherMachine() {
    from("203.0.113.5", "http")
        .post("/api/session", CREDENTIALS)
        .expectProblem(403, "https-needed");
  }

  @Test
  void anotherHostsPageIsForeignAlsoBehindTheProxy() {
    from("203.0.113.5", "https")
        .with("Origin", "https://other.example.jp")
        .post("/api/session", CREDENTIALS)
        .expectProblem(403, "foreign-origin");
  }
}
