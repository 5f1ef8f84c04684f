package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Relatives and others ask staff after somebody. */
class InquiryHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static TestHub hub;
  private static HubClient welfare;
  private static HubClient staff;
  private static String evacuee;

  @BeforeAll
  static void start() {
    hub = TestHub.start(database.database());
    hub.auth().account("welfare", Role.WELFARE_STAFF);
    hub.auth().account("shelter", Role.SHELTER_STAFF);
    welfare = hub.withSession("welfare");
    staff = hub.withSession("shelter");
    evacuee = somebodyChecksIn();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String somebodyChecksIn() {
    String shelter =
        staff
            .post(
                "/api/shelters",
                new JsonObject()
                    .put("name", "公民館")
                    .put("kind", "SELF_OPENED")
                    .put(
                        "location",
                        new JsonObject().put("latitude", 35.03).put("longitude", 138.94))
                    .put("announced", true))
            .expect(201)
            .json()
            .getString("id");
    String person = UUID.randomUUID().toString();
    String household = UUID.randomUUID().toString();
    JsonObject card =
        new JsonObject()
            .put("type", "evacuee")
            .put("evacuee", person)
            .put("household", household)
            .put("basedOn", new JsonArray())
            .put(
                "card",
                new JsonObject()
                    .put("name", "見本 花")
                    .put("kana", "ミホン ハナ")
                    .put("birth", "1950-02-03")
                    .put("condition", "INJURED"));
    JsonObject arrived =
        new JsonObject()
            .put("type", "arrived")
            .put("household", household)
            .put("evacuees", new JsonArray().add(person))
            .put("form", "IN_SHELTER")
            .putNull("from")
            .put("fromCount", new JsonObject().put("people", 0).put("households", 0));
    staff
        .post(
            "/api/checkin/events",
            new JsonObject()
                .put("device", shelter)
                .put("unsent", 0)
                .put(
                    "events",
                    new JsonArray().add(event(shelter, card)).add(event(shelter, arrived))))
        .expect(200);
    return person;
  }

  private static JsonObject event(String shelter, JsonObject fact) {
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("device", shelter)
        .put("shelter", shelter)
        .put("clock", new JsonObject().put("wall", 1_788_220_800_000L).put("count", 0))
        .put("at", "2026-09-01T00:00:00Z")
        .put("by", "")
        .put("fact", fact);
  }

  private static JsonObject asked(String relation) {
    return new JsonObject()
        .put("relation", relation)
        .put("proof", "PASSPORT")
        .put("asker", "試験 次郎")
        .put("askerAddress", "沼津市")
        .put("askerContact", "000-0000-0009")
        .put("name", "見本 花")
        .put("kana", "みほん はな")
        .put("birth", "1950-02-03")
        .put("address", "")
        .put("reason", "安否の確認");
  }

  private static JsonObject wish(String scope) {
    return new JsonObject().put("evacuee", evacuee).put("scope", scope);
  }

  @Test
  void anInquiryIsTakenJudgedAndAnsweredOnceWithinWhatIsAllowed() {
    JsonObject taken = welfare.post("/api/inquiries", asked("RELATIVE")).expect(201).json();
    String path = "/api/inquiries/" + taken.getString("id");
    JsonObject candidate =
        welfare
            .post(path + "/opening", new JsonObject())
            .expect(200)
            .json()
            .getJsonArray("candidates")
            .getJsonObject(0);
    assertThat(candidate.getJsonObject("evacuee").getString("id")).isEqualTo(evacuee);
    assertThat(candidate.getJsonObject("verdict").getString("widest")).isEqualTo("CONDITION");
    assertThat(
            welfare
                .post(path + "/answer", wish("WHEREABOUTS"))
                .expect(422)
                .json()
                .getString("type"))
        .endsWith("inquiry-beyond-scope");
    assertThat(
            welfare.post(path + "/answer", wish("CONDITION")).expect(200).json().getString("words"))
        .isEqualTo("負傷・疾病の状況：負傷");
    welfare.post(path + "/answer", wish("CONDITION")).expect(409);
    assertThat(
            welfare.get("/api/inquiries").expect(200).json().getJsonArray("inquiries").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("id").equals(taken.getString("id")))
                .map(each -> each.getJsonObject("answer").getString("scope")))
        .containsExactly("CONDITION");
  }

  @Test
  void whoIsUnderProtectionIsNotToldOf() {
    staff
        .post(
            "/api/protections",
            new JsonObject()
                .put("name", "見本 花")
                .put("kana", "ミホン ハナ")
                .put("birth", "1950-02-03")
                .put("remark", "支援措置"))
        .expect(204);
    String id =
        welfare.post("/api/inquiries", asked("LIVING_TOGETHER")).expect(201).json().getString("id");
    welfare.post("/api/inquiries/" + id + "/answer", wish("EXISTENCE")).expect(422);
    assertThat(
            welfare
                .post("/api/inquiries/" + id + "/answer", wish("NOTHING"))
                .expect(200)
                .json()
                .getString("words"))
        .isEqualTo("お答えできる安否情報はありません。");
    String protection =
        welfare
            .get("/api/protections")
            .expect(200)
            .json()
            .getJsonArray("protections")
            .getJsonObject(0)
            .getString("id");
    welfare.post("/api/protections/" + protection + "/lifting", new JsonObject()).expect(204);
    welfare.post("/api/protections/" + protection + "/lifting", new JsonObject()).expect(404);
  }

  @Test
  void whatCannotBeRecognisedIsRefusedAndNobodyElseAsks() {
    staff
        .post(
            "/api/protections",
            new JsonObject().put("name", "だれか").put("kana", "").put("remark", ""))
        .expect(422);
    staff.post("/api/inquiries", asked("RELATIVE")).expect(403);
    welfare.post("/api/inquiries", asked("RELATIVE").put("asker", " ")).expect(400);
    welfare.post("/api/inquiries/" + UUID.randomUUID() + "/opening", new JsonObject()).expect(404);
  }

  @Test
  void aVictimExportIsMadeNumberedFetchedAndCalledBack() {
    JsonObject wish =
        new JsonObject()
            .put("recipient", "OWN_LEDGER")
            .put("body", "危機管理課")
            .put("purpose", "被災者台帳の作成")
            .put("named", true);
    JsonObject made = welfare.post("/api/victim-exports", wish).expect(201).json();
    assertThat(made.getInteger("people")).isEqualTo(1);
    String path = "/api/victim-exports/" + made.getString("id");
    assertThat(welfare.post(path + "/file", new JsonObject()).expect(200).text()).contains("見本 花");
    welfare.post(path + "/recall", new JsonObject()).expect(200);
    welfare.post(path + "/file", new JsonObject()).expect(409);
    assertThat(
            welfare
                .get("/api/victim-exports")
                .expect(200)
                .json()
                .getJsonArray("victimExports")
                .getJsonObject(0)
                .getInteger("fetched"))
        .isEqualTo(1);
    welfare.post("/api/victim-exports", wish.copy().put("recipient", "OTHER")).expect(422);
    staff.post("/api/victim-exports", wish).expect(403);
  }
}
