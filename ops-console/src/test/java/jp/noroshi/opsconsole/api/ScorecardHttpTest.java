package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a night went, told by what was written down while it happened. */
class ScorecardHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String NIGHT = "?from=2026-09-01T00:00:00Z&to=2026-09-01T12:00:00Z";

  private static TestHub hub;
  private static HubClient duty;
  private static JsonObject card;

  @BeforeAll
  static void playANight() {
    hub = TestHub.start(database.database());
    hub.auth().account("duty", Role.DUTY_OFFICER);
    hub.auth().account("approver", Role.APPROVER);
    hub.auth().account("shelter", Role.SHELTER_STAFF);
    duty = hub.withSession("duty");
    HubClient approver = hub.withSession("approver");
    order(approver);
    shelter(hub.withSession("shelter"));
    card = duty.get("/api/scorecard" + NIGHT).expect(200).json();
  }

  private static void order(HubClient approver) {
    JsonObject draft =
        duty.post(
                "/api/evacuation-orders",
                new JsonObject()
                    .put("hazard", "FLOOD")
                    .put("level", 4)
                    .put("districts", new JsonArray().add("22225-08")))
            .expect(201)
            .json();
    String path = "/api/dispatches/" + draft.getString("id");
    hub.clock().pass(Duration.ofMinutes(2));
    int version =
        duty.post(
                path + "/approval-request",
                new JsonObject().put("version", draft.getInteger("version")))
            .expect(200)
            .json()
            .getInteger("version");
    hub.clock().pass(Duration.ofMinutes(3));
    JsonObject wrong = new JsonObject().put("version", version).put("confirmation", "3");
    approver.post(path + "/approval", wrong).expect(422);
    approver.post(path + "/approval", wrong.put("confirmation", "4")).expect(200);
  }

  private static void shelter(HubClient staff) {
    String id =
        staff
            .post(
                "/api/shelters",
                new JsonObject()
                    .put("name", "見本集会所")
                    .put("kind", "SELF_OPENED")
                    .put(
                        "location",
                        new JsonObject().put("latitude", 35.03).put("longitude", 138.94))
                    .put("announced", true))
            .expect(201)
            .json()
            .getString("id");
    duty.post(
            "/api/shelters/instructions", new JsonObject().put("shelters", new JsonArray().add(id)))
        .expect(200);
    hub.clock().pass(Duration.ofMinutes(20));
    staff
        .post("/api/shelters/" + id + "/opening", new JsonObject().put("step", "OPEN"))
        .expect(200);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void theClockOfADecisionIsToldInItsTwoParts() {
    JsonObject decision = card.getJsonArray("decisions").getJsonObject(0);
    assertThat(decision.getInteger("toRequest")).isEqualTo(120);
    assertThat(decision.getInteger("toApproval")).isEqualTo(180);
  }

  @Test
  void whatEachMediumAnsweredIsTold() {
    assertThat(card.getJsonArray("reach"))
        .extracting(row -> ((JsonObject) row).getString("medium"))
        .contains("WEB", "RADIO");
  }

  @Test
  void howLongItTookToOpenAShelterIsTold() {
    assertThat(card.getJsonObject("shelters").getInteger("opened")).isEqualTo(1);
    assertThat(card.getJsonObject("shelters").getInteger("toOpen")).isEqualTo(1_200);
  }

  @Test
  void anApprovalThatWasRefusedIsAMistakeToTalkAbout() {
    assertThat(card.getJsonArray("mistakes"))
        .extracting(row -> ((JsonObject) row).getString("kind"))
        .containsExactly("APPROVAL_REFUSED");
  }

  @Test
  void aMistakeSaysWhatItIsAboutInWordsAndNotByANumber() {
    assertThat(card.getJsonArray("mistakes").getJsonObject(0).getJsonObject("detail").getMap())
        .containsKey("reason");
  }

  @Test
  void itCanBePrinted() {
    assertThat(duty.get("/api/scorecard/paper" + NIGHT).expect(200).text()).startsWith("%PDF");
  }

  @Test
  void anotherTimeTellsNothingOfThisOne() {
    JsonObject before =
        duty.get("/api/scorecard?from=2026-08-01T00:00:00Z&to=2026-08-02T00:00:00Z")
            .expect(200)
            .json();
    assertThat(before.getJsonArray("decisions")).isEmpty();
    assertThat(before.getJsonArray("mistakes")).isEmpty();
  }

  @Test
  void aTimeThatEndsBeforeItBeginsIsRefused() {
    duty.get("/api/scorecard?from=2026-09-02T00:00:00Z&to=2026-09-01T00:00:00Z")
        .expectProblem(422, "time-unusable");
  }
}
