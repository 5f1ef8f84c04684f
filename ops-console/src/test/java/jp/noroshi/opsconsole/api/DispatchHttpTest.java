package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.noroshi.core.intake.Sample;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a telegram to its approval, over HTTP; every answer is held against the contract. */
class DispatchHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static Vertx vertx;
  private static ContractCheck contract;

  private TestHub hub;
  private HubClient officer;
  private HubClient approver;

  @BeforeAll
  static void load() {
    vertx = Vertx.vertx();
    contract = new ContractCheck(vertx);
  }

  @AfterAll
  static void unload() {
    Awaited.of(vertx.close());
  }

  @BeforeEach
  void start() {
    database.truncate("console");
    database.truncate("core");
    hub = TestHub.start(database.database());
    hub.auth().account("touchoku", Role.DUTY_OFFICER);
    hub.auth().account("shonin", Role.APPROVER);
    hub.auth().account("ryoho", Role.DUTY_OFFICER, Role.APPROVER);
    officer = hub.withSession("touchoku");
    approver = hub.withSession("shonin");
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void aTelegramHandedInByAMachineIsInForceAndWaitsForADecision() {
    String secret = hub.auth().intakeTokens().create("県システム", "test").secret();
    JsonObject receipt =
        contract
            .check(
                "takeIn",
                hub.stranger()
                    .with("Authorization", "Bearer " + secret)
                    .post("/api/intake", landslide(), "application/xml"))
            .expect(200)
            .json();
    assertThat(item(receipt).getString("disposition")).isEqualTo("DRAFTED");

    JsonObject situation =
        contract.check("getSituation", officer.get("/api/situation")).expect(200).json();
    JsonObject inForce = situation.getJsonArray("inForce").getJsonObject(0);
    assertThat(inForce.getString("publisher")).isEqualTo("JMA");
    assertThat(inForce.getInteger("level")).isEqualTo(4);
    assertThat(situation.getJsonArray("decisions").getJsonObject(0).getString("id"))
        .isEqualTo(item(receipt).getString("dispatchId"));
  }

  @Test
  void theOriginalBytesAreADownload() {
    JsonObject receipt = takeIn();
    HubClient.Reply original = officer.get("/api/originals/" + receipt.getString("originalId"));
    assertThat(original.expect(200).text())
        .isEqualTo(new String(landslide(), StandardCharsets.UTF_8));
    assertThat(original.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    contract.check("listAlerts", officer.get("/api/alerts")).expect(200);
    contract
        .check("getAlert", officer.get("/api/alerts/" + item(receipt).getString("alertId")))
        .expect(200);
  }

  @Test
  void aDraftShowsHowItWillLookAndSoundAndWhatTheReaderMayDo() {
    JsonObject draft = get(draft());
    assertThat(draft.getJsonArray("previews")).isNotEmpty();
    assertThat(draft.getJsonArray("allowedActions"))
        .containsExactly("EDIT", "REQUEST_APPROVAL", "DISCARD");
    assertThat(draft.getString("confirmation")).isEqualTo("4");
  }

  @Test
  void aSecondPersonApproves() {
    String id = requested(draft());
    JsonObject approved =
        contract
            .check("approve", approver.post(path(id, "approval"), confirmed(id)))
            .expect(200)
            .json();
    assertThat(approved.getString("state")).isEqualTo("APPROVED");
    assertThat(approved.getString("approverName")).isEqualTo("shonin さん");
    contract.check("getBoard", approver.get(path(id, "board"))).expect(200);
    contract.check("listChronology", officer.get("/api/chronology?limit=3")).expect(200);
    contract.check("verifyChronology", officer.get("/api/chronology/verification")).expect(200);
  }

  @Test
  void theAuthorIsRefusedAlthoughAnApprover() {
    HubClient both = hub.withSession("ryoho");
    String id = notice(both);
    both.post(path(id, "approval-request"), version(id)).expect(200);
    both.post(path(id, "approval"), confirmed(id))
        .expectProblem(403, "dispatch-written-by-approver");
    assertThat(officer.get("/api/chronology?kind=APPROVAL_REFUSED").json().getJsonArray("entries"))
        .hasSize(1);
  }

  @Test
  void aDutyOfficerIsRefusedAndTheAttemptIsWrittenDown() {
    String id = requested(draft());
    officer
        .post(path(id, "approval"), confirmed(id))
        .expectProblem(403, "dispatch-may-not-approve");
    assertThat(officer.get("/api/chronology?kind=APPROVAL_REFUSED").json().getJsonArray("entries"))
        .hasSize(1);
  }

  @Test
  void aSlipOfTheFingerDoesNotApprove() {
    String id = requested(draft());
    approver
        .post(path(id, "approval"), version(id).put("confirmation", "3"))
        .expectProblem(422, "dispatch-confirmation-mismatch");
  }

  @Test
  void whoLookedAtAnOlderVersionIsTold() {
    String id = draft();
    JsonObject edit = edit(get(id));
    officer.put("/api/dispatches/" + id, edit).expect(200);
    contract.check("getDispatch", officer.get("/api/dispatches/" + id));
    officer.put("/api/dispatches/" + id, edit).expectProblem(409, "dispatch-changed-meanwhile");
  }

  @Test
  void whatIsSentBackCarriesItsReason() {
    String id = requested(draft());
    JsonObject back =
        approver
            .post(path(id, "return"), version(id).put("reason", "地区名を直してください"))
            .expect(200)
            .json();
    assertThat(back.getString("state")).isEqualTo("SENT_BACK");
    assertThat(back.getString("sentBackReason")).isEqualTo("地区名を直してください");
  }

  @Test
  void whatWasSentIsCorrectedOnTheSameMedia() {
    String id = requested(draft());
    approver.post(path(id, "approval"), confirmed(id)).expect(200);
    JsonObject correction =
        contract
            .check(
                "correct",
                officer.post(path(id, "correction"), version(id).put("truth", "正しくは、警戒レベル3です。")))
            .expect(201)
            .json();
    assertThat(correction.getString("corrects")).isEqualTo(id);
  }

  @Test
  void aProposedOrderChangesNothingBeforeItsApproval() {
    JsonObject proposal =
        new JsonObject()
            .put("level", 4)
            .put("hazard", "LANDSLIDE")
            .put("districts", new JsonArray().add("22225-13"));
    JsonObject draft =
        contract
            .check("proposeEvacuationOrder", officer.post("/api/evacuation-orders", proposal))
            .expect(201)
            .json();
    JsonObject district = draft.getJsonObject("change").getJsonArray("districts").getJsonObject(0);
    assertThat(district.getString("step")).isEqualTo("ISSUED");
    assertThat(district.getInteger("after")).isEqualTo(4);
    assertThat(orderedDistricts()).isEmpty();

    String id = requested(draft.getString("id"));
    approver.post(path(id, "approval"), confirmed(id)).expect(200);
    assertThat(orderedDistricts()).containsExactly("22225-13");
  }

  @Test
  void theMapHasEveryDistrict() {
    JsonObject map =
        contract.check("getDistricts", officer.get("/api/map/districts")).expect(200).json();
    assertThat(map.getJsonArray("features")).hasSize(24);
  }

  @Test
  void screensHearOfADraftWithItsNumberInTheChronology() throws IOException {
    try (InputStream stream = officer.open("GET", "/api/events").body();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith("retry:");
      String id = notice(officer);
      List<String> event =
          lines.lines().dropWhile(line -> !line.startsWith("event: draft")).limit(3).toList();
      assertThat(String.join("\n", event)).contains(id);
    }
  }

  private List<String> orderedDistricts() {
    return contract
        .check("getEvacuationOrders", officer.get("/api/evacuation-orders"))
        .expect(200)
        .json()
        .getJsonArray("districts")
        .stream()
        .map(JsonObject.class::cast)
        .filter(district -> !district.getJsonArray("orders").isEmpty())
        .map(district -> district.getJsonObject("district").getString("code"))
        .toList();
  }

  private static byte[] landslide() {
    return Sample.of("jma/landslide_level4.xml").bytes();
  }

  private JsonObject takeIn() {
    return officer.post("/api/intake", landslide(), "application/xml").expect(200).json();
  }

  private static JsonObject item(JsonObject receipt) {
    return receipt.getJsonArray("items").getJsonObject(0);
  }

  private String draft() {
    return item(takeIn()).getString("dispatchId");
  }

  private String notice(HubClient writer) {
    JsonObject notice =
        new JsonObject()
            .put("title", "給水のお知らせ")
            .put("body", "市役所で給水をしています。")
            .put("hazard", "OTHER")
            .put("audience", new JsonObject().put("type", "everyone"))
            .put("media", new JsonArray().add("WEB"))
            .put("expiresAt", "2026-09-01T09:00:00Z");
    return contract
        .check("writeNotice", writer.post("/api/notices", notice))
        .expect(201)
        .json()
        .getString("id");
  }

  private String requested(String id) {
    officer.post(path(id, "approval-request"), version(id)).expect(200);
    return id;
  }

  private JsonObject get(String id) {
    return contract.check("getDispatch", officer.get("/api/dispatches/" + id)).expect(200).json();
  }

  private JsonObject version(String id) {
    return new JsonObject().put("version", get(id).getInteger("version"));
  }

  private JsonObject confirmed(String id) {
    JsonObject draft = get(id);
    JsonObject approval = new JsonObject().put("version", draft.getInteger("version"));
    return draft.containsKey("confirmation")
        ? approval.put("confirmation", draft.getString("confirmation"))
        : approval;
  }

  private static JsonObject edit(JsonObject draft) {
    return new JsonObject()
        .put("version", draft.getInteger("version"))
        .put("title", draft.getString("title") + "(直し)")
        .put("texts", draft.getJsonArray("texts"))
        .put("media", draft.getJsonArray("media"))
        .put("audience", draft.getJsonObject("audience"))
        .put("expiresAt", draft.getString("expiresAt"));
  }

  private static String path(String id, String action) {
    return "/api/dispatches/" + id + "/" + action;
  }
}
