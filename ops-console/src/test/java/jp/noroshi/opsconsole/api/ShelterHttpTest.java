package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShelterHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private static TestHub hub;
  private static HubClient officer;
  private static HubClient staff;

  @BeforeAll
  static void start() throws IOException {
    hub = TestHub.start(database.database());
    hub.auth().account("touchoku", Role.DUTY_OFFICER);
    hub.auth().account("hinanjo", Role.SHELTER_STAFF);
    officer = hub.signedIn("touchoku");
    staff = hub.signedIn("hinanjo");
    Imports imports = hub.places().imports();
    byte[] list = Files.readAllBytes(TestHub.config("sample/sites.csv"));
    imports.approve(imports.propose(ImportKind.SITES, "sites.csv", list, "duty").id(), "approver");
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void forgetWhatWasSaid() {
    database.truncate("shelters");
  }

  private static List<JsonObject> shelters() {
    return officer.get("/api/shelters").expect(200).json().getJsonArray("shelters").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static JsonObject shelter(String name) {
    return shelters().stream()
        .filter(each -> each.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String idOf(String name) {
    return shelter(name).getString("id");
  }

  private static HubClient.Reply say(String id, JsonObject word) {
    return staff.post("/api/shelters/" + id + "/opening", word);
  }

  private static JsonObject step(String step) {
    return new JsonObject().put("step", step);
  }

  private static JsonObject inspection(boolean safe) {
    return step("INSPECT")
        .put("checks", JsonArray.of(new JsonObject().put("item", "BUILDING").put("ok", safe)));
  }

  private static JsonObject place(String kind) {
    return new JsonObject().put("name", "守木公民館").put("kind", kind).put("announced", true);
  }

  @Test
  void everySiteOfTheListsIsAShelterThatKnowsItsDistrict() {
    assertThat(shelters()).hasSizeGreaterThan(25);
    JsonObject school = shelter("長岡若葉小学校");
    assertThat(school.getString("kind")).isEqualTo("SITE");
    assertThat(school.getString("state")).isEqualTo("NOT_OPENED");
    assertThat(school.getInteger("capacity")).isEqualTo(80);
    assertThat(school.getJsonObject("district").getString("code")).startsWith("22225-");
    assertThat(school.getBoolean("announced")).isTrue();
  }

  @Test
  void aShelterGoesItsWholeCourse() {
    String id = idOf("長岡若葉小学校");
    officer
        .post("/api/shelters/instructions", new JsonObject().put("shelters", JsonArray.of(id)))
        .expect(200);
    say(id, inspection(true)).expect(200);
    assertThat(say(id, step("OPEN")).expect(200).json().getString("state")).isEqualTo("OPEN");
    say(id, step("BEGIN_CLOSING")).expect(200);
    say(id, step("CLOSE").put("note", "全員が帰宅")).expect(200);

    JsonObject page = officer.get("/api/shelters/" + id).expect(200).json();
    assertThat(page.getJsonObject("shelter").getString("state")).isEqualTo("CLOSED");
    List<String> course =
        page.getJsonArray("course").stream()
            .map(line -> ((JsonObject) line).getString("word"))
            .toList();
    assertThat(course).containsExactly("CLOSE", "BEGIN_CLOSING", "OPEN", "INSPECT", "INSTRUCT");
    JsonObject last = page.getJsonArray("course").getJsonObject(0);
    assertThat(last.getString("note")).isEqualTo("全員が帰宅");
    assertThat(last.getString("by")).isEqualTo("hinanjo");
  }

  @Test
  void severalAreInstructedAtOnceAndOneThatIsOpenKeepsNobodyWaiting() {
    String open = idOf("長岡若葉小学校");
    String other = idOf("大仁かわせみ中学校");
    say(open, step("OPEN")).expect(200);
    JsonObject answer =
        officer
            .post(
                "/api/shelters/instructions",
                new JsonObject().put("shelters", JsonArray.of(open, other)))
            .expect(200)
            .json();
    assertThat(answer.getJsonArray("instructed")).hasSize(1);
    assertThat(answer.getJsonArray("refused").getJsonObject(0).getString("name"))
        .isEqualTo("長岡若葉小学校");
    assertThat(answer.getJsonArray("refused").getJsonObject(0).getString("reason")).isNotBlank();
  }

  @Test
  void ifOneOfThemIsThereNotNobodyIsInstructed() {
    officer
        .post(
            "/api/shelters/instructions",
            new JsonObject().put("shelters", JsonArray.of(idOf("大仁かわせみ中学校"), NOBODY)))
        .expectProblem(404, "opening-not-found");
    assertThat(shelter("大仁かわせみ中学校").getString("state")).isEqualTo("NOT_OPENED");
  }

  @Test
  void aStepThatCannotFollowIsAProblemAndChangesNothing() {
    String id = idOf("長岡若葉小学校");
    say(id, step("CLOSE")).expectProblem(409, "opening-not-next");
    say(id, step("CANNOT_OPEN")).expectProblem(422, "opening-reason-missing");
    say(id, step("INSPECT")).expectProblem(422, "opening-inspection-incomplete");
    say(id, inspection(false)).expect(200);
    say(id, step("OPEN")).expectProblem(409, "opening-unsafe");
    say(NOBODY, step("OPEN")).expectProblem(404, "opening-not-found");
    assertThat(shelter("長岡若葉小学校").getString("state")).isEqualTo("INSPECTED");
  }

  @Test
  void staffSayHowCrowdedItIsAndThatItIsStillSo() {
    String id = idOf("長岡若葉小学校");
    String crowding = "/api/shelters/" + id + "/crowding";
    JsonObject full = new JsonObject().put("crowding", "FULL");
    staff.post(crowding, full).expectProblem(409, "opening-not-open");
    say(id, step("OPEN")).expect(200);
    staff.post(crowding, full).expect(200);
    JsonObject still =
        staff.post("/api/shelters/" + id + "/still-correct", new JsonObject()).expect(200).json();
    assertThat(still.getString("crowding")).isEqualTo("FULL");
    assertThat(still.getString("said")).isEqualTo("FULL");
    JsonObject counted =
        staff.post(crowding, new JsonObject().put("crowding", "UNKNOWN")).expect(200).json();
    assertThat(counted.getString("said")).isNull();
  }

  @Test
  void aPlaceThePeopleOpenedThemselvesIsEnteredByHandAndOpened() {
    JsonObject added =
        staff
            .post(
                "/api/shelters",
                place("SELF_OPENED")
                    .put(
                        "location",
                        new JsonObject().put("latitude", 35.0369).put("longitude", 138.929))
                    .put("capacity", 40))
            .expect(201)
            .json();
    assertThat(added.getString("state")).isEqualTo("NOT_OPENED");
    assertThat(added.getBoolean("outside")).isFalse();
    assertThat(added.getJsonObject("district").getString("code")).startsWith("22225-");
    say(added.getString("id"), step("OPEN")).expect(200);
    assertThat(shelter("守木公民館").getString("state")).isEqualTo("OPEN");
  }

  @Test
  void aPlaceByHandIsCorrectedOnceByWhoLookedAtTheNewest() {
    String id = staff.post("/api/shelters", place("HOMES")).expect(201).json().getString("id");
    say(id, step("OPEN")).expect(200);
    String corrections = "/api/shelters/" + id + "/corrections";
    JsonObject correction =
        new JsonObject()
            .put("version", 1)
            .put("reason", "名前の聞きまちがい")
            .put(
                "place",
                place("HOMES").put("name", "守木地区").put("district", "22225-09").put("toldBy", "区長"));
    JsonObject after = staff.post(corrections, correction).expect(200).json();
    assertThat(after.getString("state")).isEqualTo("OPEN");
    assertThat(after.getJsonObject("district").getString("code")).isEqualTo("22225-09");
    officer.post(corrections, correction).expectProblem(409, "opening-corrected-meanwhile");
    staff
        .post("/api/shelters/" + idOf("長岡若葉小学校") + "/corrections", correction)
        .expectProblem(422, "opening-not-by-hand");
    JsonObject page = officer.get("/api/shelters/" + id).expect(200).json();
    assertThat(page.getJsonArray("versions")).hasSize(2);
    JsonObject newest = page.getJsonArray("versions").getJsonObject(0);
    assertThat(newest.getString("toldBy")).isEqualTo("区長");
    assertThat(newest.getString("reason")).isEqualTo("名前の聞きまちがい");
    assertThat(newest.getString("by")).isEqualTo("hinanjo");
    String secret = hub.tablets().enrol("2号機", UUID.fromString(id), "test").secret();
    HubClient tablet = hub.stranger().with("Authorization", "Bearer " + secret);
    assertThat(tablet.get("/api/shelters/" + id).expect(200).json().encode()).doesNotContain("区長");
  }

  @Test
  void peopleAtHomeNeedNoPositionOthersDo() {
    JsonObject homes = staff.post("/api/shelters", place("HOMES")).expect(201).json();
    assertThat(homes.getBoolean("outside")).isTrue();
    staff.post("/api/shelters", place("CAR_PARK")).expectProblem(422, "opening-place-incomplete");
    staff.post("/api/shelters", place("SITE")).expectProblem(400, "invalid-request");
  }

  @Test
  void aTabletSpeaksForItsOwnShelterAndForNoOther() {
    String own = idOf("長岡若葉小学校");
    String other = idOf("大仁かわせみ中学校");
    String secret = hub.tablets().enrol("1号機", UUID.fromString(own), "test").secret();
    HubClient tablet = hub.stranger().with("Authorization", "Bearer " + secret);
    tablet.post("/api/shelters/" + own + "/opening", step("OPEN")).expect(200);
    tablet
        .post("/api/shelters/" + other + "/opening", step("OPEN"))
        .expectProblem(403, "not-allowed");
    assertThat(shelter("大仁かわせみ中学校").getString("state")).isEqualTo("NOT_OPENED");
  }

  @Test
  void onlyWhoTakesPeopleInIsShownToResidentsAsOpen() {
    String id = idOf("長岡若葉小学校");
    say(id, step("OPEN")).expect(200);
    assertThat(hub.places().board().now().sites()).hasSize(1);
    say(id, step("BEGIN_CLOSING")).expect(200);
    assertThat(hub.places().board().now().sites()).isEmpty();
  }
}
