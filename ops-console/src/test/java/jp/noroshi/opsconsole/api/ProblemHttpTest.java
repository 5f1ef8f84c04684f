package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProblemHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final int MIB = 1024 * 1024;

  private static TestHub hub;
  private static HubClient officer;
  private static HubClient administrator;

  @BeforeAll
  static void start() {
    hub = TestHub.start(database.database());
    hub.auth().account("touchoku", Role.DUTY_OFFICER);
    hub.auth().account("kanri", Role.ADMINISTRATOR);
    officer = hub.signedIn("touchoku");
    administrator = hub.signedIn("kanri");
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void isJapaneseUnlessTheReaderWantsEnglish() {
    JsonObject japanese = officer.get("/api/accounts").expectProblem(403, "not-allowed").json();
    JsonObject english =
        officer
            .with("Accept-Language", "en-GB,en;q=0.9,ja;q=0.5")
            .get("/api/accounts")
            .expectProblem(403, "not-allowed")
            .json();
    assertThat(japanese.getString("title")).isEqualTo("この操作の権限がありません");
    assertThat(english.getString("title")).isEqualTo("You may not do this");
  }

  @Test
  void namesEveryFaultyFieldAndSaysWhatToDo() {
    JsonObject body =
        new JsonObject()
            .put("account", "X")
            .put("displayName", "")
            .put("password", "short")
            .put("nickname", "x");
    JsonObject problem =
        administrator.post("/api/accounts", body).expectProblem(400, "invalid-request").json();
    assertThat(fields(problem))
        .contains(
            "/roles 入力してください。",
            "/account 使えない文字があるか、書き方が違います。",
            "/displayName 1文字以上で入力してください。",
            "/password 12文字以上で入力してください。",
            "/nickname この項目はありません。取り除いてください。");
  }

  @Test
  void namesAFaultyParameter() {
    JsonObject problem =
        officer.get("/api/alerts?limit=9999").expectProblem(400, "invalid-request").json();
    assertThat(fields(problem)).containsExactly("limit 200以下にしてください。");
  }

  @Test
  void aBrokenDocumentIsRefused() {
    administrator
        .post("/api/accounts", "{".getBytes(StandardCharsets.UTF_8), "application/json")
        .expectProblem(400, "invalid-request");
  }

  @Test
  void aMissingDocumentIsRefused() {
    administrator
        .post("/api/accounts", new byte[0], "application/json")
        .expectProblem(400, "invalid-request");
  }

  @Test
  void anotherFormatIsRefused() {
    assertThat(
            administrator
                .post("/api/accounts", "a=b".getBytes(StandardCharsets.UTF_8), "text/plain")
                .status())
        .isIn(400, 415);
  }

  @Test
  void anUnknownRouteIsOnlyToldToThoseSignedIn() {
    officer.get("/api/secrets").expectProblem(404, "not-found");
    hub.stranger().get("/api/secrets").expectProblem(401, "not-signed-in");
  }

  @Test
  void anotherMethodIsNamed() {
    officer.delete("/api/situation").expectProblem(405, "method-not-allowed");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    officer
        .get("/api/dispatches/00000000-0000-0000-0000-000000000000")
        .expectProblem(404, "not-found");
  }

  @Test
  void aDocumentOverOneMebibyteIsRefused() {
    administrator
        .post("/api/accounts", new byte[MIB + 1], "application/json")
        .expectProblem(413, "too-large");
  }

  @Test
  void aMessageOverSixteenMebibytesIsRefused() {
    officer
        .post("/api/intake", new byte[16 * MIB + 1], "application/octet-stream")
        .expectProblem(413, "too-large");
  }

  @Test
  void aLargeMessageWithinTheLimitIsTakenInWhateverItIs() {
    JsonObject receipt =
        officer
            .post("/api/intake", new byte[2 * MIB], "application/octet-stream")
            .expect(200)
            .json();
    assertThat(receipt.getJsonArray("items").getJsonObject(0).getString("disposition"))
        .isEqualTo("QUARANTINED");
  }

  @Test
  void nothingTheApiAnswersIsRenderedOrKeptByTheBrowser() {
    assertThat(officer.get("/api/session").headers().map())
        .containsKeys(
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "x-frame-options",
            "cache-control");
  }

  @Test
  void theProcessTellsWhetherItCanWork() {
    assertThat(hub.stranger().get("/health/live").expect(200).text()).contains("UP");
    assertThat(hub.stranger().get("/health/ready").expect(200).text()).contains("UP");
  }

  private static List<String> fields(JsonObject problem) {
    return problem.getJsonArray("fields").stream()
        .map(JsonObject.class::cast)
        .map(field -> field.getString("field") + " " + field.getString("message"))
        .collect(Collectors.toList());
  }
}
