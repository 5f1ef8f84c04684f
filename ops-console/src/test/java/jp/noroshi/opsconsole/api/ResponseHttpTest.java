package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.population.FacilityEntry;
import jp.noroshi.gis.population.FacilityImportTarget;
import jp.noroshi.gis.population.FacilityKind;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The response over HTTP: counted for everybody on duty, named only where each look is logged. */
class ResponseHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String HERE = "22225-08";
  private static final String THERE = "22225-09";

  private static TestHub hub;
  private static HubClient duty;
  private static HubClient welfare;
  private static HubClient viewer;

  @BeforeAll
  static void start() {
    hub = TestHub.start(database.database());
    hub.auth().account("duty", Role.DUTY_OFFICER);
    hub.auth().account("welfare", Role.WELFARE_STAFF);
    hub.auth().account("welfare-chief", Role.WELFARE_STAFF);
    hub.auth().account("viewer", Role.VIEWER);
    duty = hub.withSession("duty");
    welfare = hub.withSession("welfare");
    viewer = hub.withSession("viewer");
    register(
        """
        宛名番号,氏名,フリガナ,住所,電話番号,日中独居,地区コード
        101,秘密見本　花,ヒミツミホン ハナ,伊豆の国市南江間1,000-0000-1000,1,22225-08
        102,秘密見本　実,ヒミツミホン ミノル,伊豆の国市南江間2,000-0000-1001,0,22225-08
        103,秘密見本　遠,ヒミツミホン トオ,伊豆の国市原木3,000-0000-1002,0,22225-09
        """,
        "宛名番号,要介護度\n101,要介護5\n102,要介護5\n103,要介護5\n");
  }

  private static void register(String residents, String care) {
    String id =
        welfare
            .post(
                "/api/register/imports",
                new JsonObject()
                    .put(
                        "files",
                        new JsonArray().add(file("RESIDENT", residents)).add(file("CARE", care))))
            .expect(201)
            .json()
            .getString("id");
    hub.withSession("welfare-chief")
        .post("/api/register/imports/" + id + "/approval", new JsonObject())
        .expect(200);
  }

  private static JsonObject file(String kind, String text) {
    return new JsonObject()
        .put("kind", kind)
        .put("name", kind + ".csv")
        .put("content", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void nothingRuns() {
    database.truncate("shelters");
  }

  private static String started(String... districts) {
    String response =
        duty.post(
                "/api/responses",
                new JsonObject()
                    .put("districts", new JsonArray(List.of(districts)))
                    .put("hazard", "FLOOD"))
            .expect(201)
            .json()
            .getJsonObject("response")
            .getString("id");
    int people =
        (List.of(districts).contains(HERE) ? 2 : 0) + (List.of(districts).contains(THERE) ? 1 : 0);
    until(() -> figures(response).getInteger("staff") == people);
    return response;
  }

  private static void until(BooleanSupplier isSo) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!isSo.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      hub.response().worker().wake();
      try {
        var _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  private static JsonObject figures(String response) {
    return viewer.get("/api/responses/" + response).expect(200).json().getJsonObject("figures");
  }

  private static JsonArray lines(String query) {
    return duty.get("/api/not-yet-safe" + query).expect(200).json().getJsonArray("lines");
  }

  private static String first() {
    return lines("").getJsonObject(0).getString("id");
  }

  private static JsonObject decided(String caseId, String decision) {
    return duty.post(
            "/api/response-cases/" + caseId + "/decisions",
            new JsonObject().put("decision", decision))
        .expect(200)
        .json();
  }

  @Test
  void staffStartAResponseWithoutAnOrderAndEverybodyOnDutyMayCount() {
    String response = started(HERE, THERE);
    JsonObject running = viewer.get("/api/responses").expect(200).json().getJsonObject("running");
    assertThat(running.getJsonObject("response").getString("id")).isEqualTo(response);
    assertThat(running.getJsonObject("figures").getInteger("notYetSafe")).isEqualTo(3);
    assertThat(running.getJsonArray("districts")).hasSize(2);
    assertThat(running.getJsonObject("response").getString("looksUntil")).isNotNull();
    viewer.get("/api/not-yet-safe").expectProblem(403, "not-allowed");
  }

  @Test
  void aDistrictThatIsNotOursIsRefused() {
    duty.post(
            "/api/responses",
            new JsonObject().put("districts", new JsonArray().add("1")).put("hazard", "FLOOD"))
        .expectProblem(422, "district-unknown");
  }

  @Test
  void theListNamesNobodyAndHasTheMostUrgentFirst() {
    started(HERE, THERE);
    JsonArray lines = lines("");
    assertThat(lines).hasSize(3);
    assertThat(lines.getJsonObject(0).getJsonObject("risk").getInteger("alone")).isEqualTo(3);
    assertThat(lines.encode()).doesNotContain("秘密").doesNotContain("000-0000");
    assertThat(lines("?district=" + THERE)).hasSize(1);
    assertThat(lines("?which=SAFE")).isEmpty();
  }

  @Test
  void withoutAResponseTheListIsEmptyAndSaysSo() {
    JsonObject none = duty.get("/api/not-yet-safe").expect(200).json();
    assertThat(none.getInteger("total")).isZero();
    assertThat(none.containsKey("response")).isFalse();
  }

  @Test
  void whoIsNamedIsALineInTheLogUnderTheEmergencyThatWasDeclaredWithTheResponse() {
    started(HERE);
    String caseId = first();
    long before = logged("duty");
    JsonObject named =
        duty.post(
                "/api/not-yet-safe/names",
                new JsonObject().put("cases", new JsonArray().add(caseId)))
            .expect(200)
            .json();
    assertThat(named.getJsonArray("people").getJsonObject(0).getString("name")).isEqualTo("秘密見本　花");
    assertThat(logged("duty") - before).isEqualTo(1);
  }

  @Test
  void theMapIsToldTheHomesOfThoseNotYetSafeAndEachIsALineInTheLog() {
    String response = started(HERE, THERE);
    String safe = first();
    decided(safe, "SAFE_SEEN");
    JsonArray cases = new JsonArray().add(safe);
    lines("").forEach(line -> cases.add(((JsonObject) line).getString("id")));
    long before = logged("duty");
    JsonArray homes =
        duty.post(
                "/api/not-yet-safe/homes",
                new JsonObject().put("response", response).put("cases", cases))
            .expect(200)
            .json()
            .getJsonArray("homes");
    assertThat(homes)
        .extracting(home -> ((JsonObject) home).getString("caseId"))
        .containsExactlyInAnyOrder(cases.getString(1), cases.getString(2));
    JsonObject home = homes.getJsonObject(0);
    assertThat(home.getBoolean("doubtful")).isTrue();
    assertThat(home.getJsonObject("location").getDouble("latitude")).isBetween(34.9, 35.2);
    assertThat(logged("duty") - before).isEqualTo(2);
  }

  @Test
  void aHomeIsToldOfTheResponseAskedForAndNoOther() {
    String former = started(HERE);
    JsonArray cases = new JsonArray().add(first());
    duty.post("/api/responses/" + former + "/end", new JsonObject().put("notYetSafe", 2))
        .expect(200);
    String running = started(THERE);
    JsonObject asked = new JsonObject().put("response", running).put("cases", cases);
    long before = logged("welfare");
    assertThat(
            welfare.post("/api/not-yet-safe/homes", asked).expect(200).json().getJsonArray("homes"))
        .isEmpty();
    assertThat(logged("welfare")).isEqualTo(before);
  }

  @Test
  void whoeverOpensSomebodyLearnsWhatAHelperHasToKnow() {
    started(HERE);
    JsonObject opened =
        welfare
            .post("/api/response-cases/" + first() + "/opening", new JsonObject())
            .expect(200)
            .json();
    assertThat(opened.getJsonObject("person").getJsonObject("identity").getString("phone"))
        .isEqualTo("000-0000-1000");
    assertThat(opened.getJsonObject("person").containsKey("condition")).isTrue();
    assertThat(opened.containsKey("plan")).isFalse();
  }

  @Test
  void whoIsSeenSafeLeavesTheListAndTheCourseSaysWhoSaidIt() {
    String response = started(HERE);
    String caseId = first();
    decided(caseId, "CALLED_IN_VAIN");
    JsonObject course = decided(caseId, "SAFE_SEEN").getJsonObject("course");
    assertThat(course.getJsonObject("evidence").getString("strength")).isEqualTo("STAFF_WORD");
    assertThat(course.getJsonArray("steps"))
        .extracting(step -> ((JsonObject) step).getString("what"))
        .endsWith("CalledInVain", "StaffSaySafe");
    assertThat(figures(response).getInteger("notYetSafe")).isEqualTo(1);
    assertThat(figures(response).getJsonObject("safeBy").getInteger("staff")).isEqualTo(1);
    assertThat(lines("?which=SAFE")).hasSize(1);
  }

  @Test
  void whatIsOnlyAssumedIsCountedAsSuchAndCanBeDoubted() {
    String response = started(HERE);
    String caseId = first();
    decided(caseId, "SAFE_ASSUMED");
    assertThat(figures(response).getJsonObject("safeBy").getInteger("assumed")).isEqualTo(1);
    JsonObject line = decided(caseId, "DOUBT").getJsonObject("course").getJsonObject("line");
    assertThat(line.getString("reason")).isEqualTo("DOUBTED");
    assertThat(figures(response).getInteger("notYetSafe")).isEqualTo(2);
  }

  @Test
  void whoIsHandedToTheFireServiceStaysOnTheListUntilThereIsEvidence() {
    started(HERE);
    String caseId = first();
    JsonObject line =
        decided(caseId, "HANDED_TO_FIRE").getJsonObject("course").getJsonObject("line");
    assertThat(line.getString("state")).isEqualTo("STAFF");
    assertThat(line.getString("reason")).isEqualTo("HANDED_OVER");
    assertThat(lines("")).hasSize(2);
  }

  @Test
  void whoIsSafeNeedsNoFireService() {
    started(HERE);
    String caseId = first();
    decided(caseId, "SAFE_SEEN");
    duty.post(
            "/api/response-cases/" + caseId + "/decisions",
            new JsonObject().put("decision", "HANDED_TO_FIRE"))
        .expectProblem(409, "case-over");
  }

  @Test
  void anAnswerForASupporterNobodyAskedIsNotFound() {
    started(HERE);
    duty.post(
            "/api/response-cases/" + first() + "/tasks/00000000-0000-0000-0000-000000000000/answer",
            new JsonObject().put("answer", "ACCEPT"))
        .expectProblem(404, "not-found");
  }

  @Test
  void whoEndsItSaysHowManyAreLeft() {
    String path = "/api/responses/" + started(HERE);
    duty.post(path + "/end", new JsonObject().put("notYetSafe", 0))
        .expectProblem(409, "response-moved");
    duty.post(path + "/end", new JsonObject().put("notYetSafe", 2)).expect(200);
    until(() -> !viewer.get("/api/responses").json().containsKey("running"));
    JsonArray former = viewer.get("/api/responses").json().getJsonArray("former");
    assertThat(former).hasSize(1);
    assertThat(former.getJsonObject(0).getInteger("unconfirmed")).isEqualTo(2);
    assertThat(figures(path.substring("/api/responses/".length())).getInteger("ended"))
        .isEqualTo(2);
    String of = "response=" + path.substring("/api/responses/".length());
    assertThat(lines("?which=SAFE&" + of)).isEmpty();
    assertThat(lines("?which=ENDED&" + of)).hasSize(2);
    duty.post(path + "/end", new JsonObject().put("notYetSafe", 0))
        .expectProblem(409, "response-over");
    duty.post(path + "/renewal", new JsonObject()).expectProblem(409, "response-over");
  }

  @Test
  void whoMayLookLongerSaysSoAgain() {
    String path = "/api/responses/" + started(HERE);
    JsonObject renewed = duty.post(path + "/renewal", new JsonObject()).expect(200).json();
    assertThat(renewed.getJsonObject("response").getString("looksUntil")).isNotNull();
    duty.post("/api/response-cases/" + first() + "/opening", new JsonObject()).expect(200);
  }

  @Test
  void facilitiesAreListedForEverybodyOnDutyAndOnlyThoseInsideCanAnswer() {
    String path = "/api/responses/" + started(HERE) + "/facilities";
    assertThat(viewer.get(path).expect(200).json().getJsonArray("facilities")).isEmpty();
    duty.post(
            path + "/00000000-0000-0000-0000-000000000000/reply",
            new JsonObject().put("answer", "EVACUATED").put("people", 20))
        .expectProblem(404, "not-found");
    duty.post(path + "/00000000-0000-0000-0000-000000000000/link", new JsonObject())
        .expectProblem(404, "not-found");
  }

  @Test
  void aFacilityIsTelephonedUnderTheNumberOfItsListUnlessStaffWriteAnother() {
    String key = "CARE:見本ホーム|";
    FacilityEntry home =
        new FacilityEntry(
            key,
            "CARE",
            FacilityKind.CARE,
            "見本ホーム",
            "",
            new LatLon(34.5, 138.1),
            Map.of("電話番号", "000-0001-0101"));
    database
        .database()
        .useTransaction(
            handle ->
                new FacilityImportTarget()
                    .write(handle, Map.of(key, Json.mapper().valueToTree(home))));
    JsonObject listed = care();
    assertThat(listed.getJsonObject("phone"))
        .isEqualTo(new JsonObject().put("number", "000-0001-0101"));
    String path = "/api/facilities/" + listed.getString("id") + "/phone";
    duty.post(path, new JsonObject().put("number", "内線 12")).expectProblem(400, "invalid-request");
    duty.post(path, new JsonObject().put("number", "000-0001-0999")).expect(204);
    assertThat(care().getJsonObject("phone").getString("number")).isEqualTo("000-0001-0999");
    assertThat(care().getJsonObject("phone").getString("by")).isNotBlank();
    duty.post(path, new JsonObject()).expect(204);
    assertThat(care().getJsonObject("phone")).isNull();
    duty.post("/api/facilities/00000000-0000-0000-0000-000000000000/phone", new JsonObject())
        .expectProblem(404, "not-found");
  }

  private static JsonObject care() {
    return duty.get("/api/facilities").expect(200).json().getJsonArray("facilities").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("name").equals("見本ホーム"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNoteIsReadWithThePersonAndGoesOutOnlyWhenItIsMarkedForThoseWhoSearch() {
    String response = started(HERE);
    String path = "/api/response-cases/" + first();
    note(path, "隣の人が夕方に見た", false);
    note(path, "鍵は郵便受け", true);
    duty.post(path + "/notes", new JsonObject().put("text", "  ").put("handOver", true))
        .expectProblem(400, "invalid-request");
    JsonObject course = duty.get(path).expect(200).json();
    assertThat(course.getInteger("notes")).isEqualTo(2);
    assertThat(course.encode()).doesNotContain("鍵", "隣の人");
    JsonArray notes =
        duty.post(path + "/opening", new JsonObject()).expect(200).json().getJsonArray("notes");
    assertThat(notes.getJsonObject(0).getString("text")).isEqualTo("隣の人が夕方に見た");
    assertThat(notes.getJsonObject(1).getBoolean("handOver")).isTrue();
    JsonObject made = handOver(response);
    assertThat(
            duty.post(
                    "/api/hand-overs/" + made.getString("id") + "/copies/1/file?format=CSV",
                    new JsonObject())
                .expect(200)
                .text())
        .contains("鍵は郵便受け")
        .doesNotContain("隣の人");
  }

  private static void note(String path, String text, boolean handOver) {
    duty.post(path + "/notes", new JsonObject().put("text", text).put("handOver", handOver))
        .expect(201);
  }

  @Test
  void afterTheEndOnlyTheOfficeOfTheRegisterLooksUpWhatWentOut() {
    String response = started(HERE);
    JsonObject made = handOver(response);
    JsonObject never = handOver(response);
    String file = "/api/hand-overs/" + made.getString("id") + "/copies/1/file?format=CSV";
    duty.post(file, new JsonObject()).expect(200);
    duty.post("/api/responses/" + response + "/end", new JsonObject().put("notYetSafe", 2))
        .expect(200);
    until(() -> !viewer.get("/api/responses").json().containsKey("running"));
    duty.post(file, new JsonObject()).expectProblem(403, "register-emergency-over");
    long before = logged("welfare");
    assertThat(welfare.post(file, new JsonObject()).expect(200).text())
        .contains("控え・庁内用", "49条の11第1項", "秘密見本　花");
    assertThat(logged("welfare") - before).isEqualTo(made.getInteger("people").longValue());
    welfare
        .post(
            "/api/hand-overs/" + never.getString("id") + "/copies/1/file?format=CSV",
            new JsonObject())
        .expectProblem(404, "register-not-found");
  }

  private static JsonObject handOver(String response) {
    return duty.post(
            "/api/hand-overs",
            new JsonObject()
                .put("response", response)
                .put("kind", "FIRE")
                .put("recipient", "見本消防本部")
                .put("purpose", "安否の確認と救助")
                .put("districts", new JsonArray())
                .put("keepUntil", "2026-09-08")
                .put("holders", new JsonArray().add("=見本隊")))
        .expect(201)
        .json();
  }

  @Test
  void theListIsHandedToTheFireServiceUnderANumberAndEverybodyInItIsLogged() {
    String response = started(HERE, THERE);
    long before = logged("duty");
    JsonObject made = handOver(response);
    assertThat(made.getInteger("people")).isEqualTo(3);
    assertThat(made.getString("basis")).isEqualTo("REGISTER_DISASTER");
    assertThat(logged("duty") - before).isEqualTo(3);
    String file = "/api/hand-overs/" + made.getString("id") + "/copies/1/file?format=";
    String csv = duty.post(file + "CSV", new JsonObject()).expect(200).text();
    assertThat(csv)
        .contains("第" + made.getInteger("number") + "-1号", "49条の11第3項", "秘密見本　花", "000-0000-1000");
    assertThat(duty.post(file + "PDF", new JsonObject()).expect(200).text()).startsWith("%PDF");
  }

  @Test
  void whatWasCalledBackCanNoLongerBeFetched() {
    JsonObject made = handOver(started(HERE));
    String path = "/api/hand-overs/" + made.getString("id");
    duty.post(path + "/recall", new JsonObject().put("reason", "全員の安全を確認")).expect(200);
    duty.post(path + "/copies/1/file?format=CSV", new JsonObject())
        .expectProblem(409, "register-already-done");
    assertThat(welfare.get("/api/hand-overs").expect(200).json().getJsonArray("handOvers").encode())
        .contains("全員の安全を確認")
        .doesNotContain("秘密");
  }

  @Test
  void whereEverybodyIsSafeNobodyIsHandedOver() {
    String response = started(THERE);
    decided(first(), "SAFE_SEEN");
    duty.post(
            "/api/hand-overs",
            new JsonObject()
                .put("response", response)
                .put("kind", "POLICE")
                .put("recipient", "見本警察署")
                .put("purpose", "安否の確認")
                .put("districts", new JsonArray())
                .put("keepUntil", "2026-09-08")
                .put("holders", new JsonArray().add("見本係")))
        .expectProblem(422, "register-nobody-to-disclose");
  }

  private static long logged(String account) {
    return welfare
        .get("/api/register/access-lines?account=" + account + "&limit=200")
        .expect(200)
        .json()
        .getJsonArray("lines")
        .size();
  }
}
