package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** The register over HTTP: whatever is answered of a person stands in the log, and nowhere else. */
class RegisterHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String LOOK = "?purpose=REGISTER&basis=REGISTER_MAKING";
  private static final String PROVISION = "?purpose=PROVISION&basis=REGISTER_CONSENT";
  private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

  private static TestHub hub;
  private static HubClient welfare;
  private static HubClient chief;
  private static HubClient duty;

  @BeforeAll
  static void start() {
    LOGGED.start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(LOGGED);
    hub = TestHub.start(database.database());
    hub.auth().account("welfare", Role.WELFARE_STAFF);
    hub.auth().account("welfare-chief", Role.WELFARE_STAFF);
    hub.auth().account("duty", Role.DUTY_OFFICER);
    welfare = hub.withSession("welfare");
    chief = hub.withSession("welfare-chief");
    duty = hub.withSession("duty");
    String residents = "宛名番号,氏名,フリガナ,住所,緯度,経度\n101,秘密見本　花,ヒミツミホン ハナ,伊豆の国市長岡1,35.033,138.9296\n";
    String id =
        welfare
            .post(
                "/api/register/imports",
                new JsonObject()
                    .put(
                        "files",
                        new JsonArray()
                            .add(file("RESIDENT", residents))
                            .add(file("CARE", "宛名番号,要介護度\n101,要介護5\n"))))
            .expect(201)
            .json()
            .getString("id");
    welfare
        .post("/api/register/imports/" + id + "/approval", new JsonObject())
        .expectProblem(403, "register-own-work");
    chief.post("/api/register/imports/" + id + "/approval", new JsonObject()).expect(200);
  }

  @AfterAll
  static void stop() {
    hub.close();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(LOGGED);
  }

  private static JsonObject file(String kind, String text) {
    return new JsonObject()
        .put("kind", kind)
        .put("name", kind + ".csv")
        .put("content", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aSearchAndASheetAreEachALineInTheLog() {
    long before = lines();
    String person = find();
    assertThat(lines() - before).isEqualTo(1);
    JsonObject sheet =
        welfare
            .post("/api/register/people/" + person + "/opening" + LOOK, new JsonObject())
            .expect(200)
            .json();
    assertThat(sheet.getJsonObject("person").getJsonObject("identity").getString("name"))
        .isEqualTo("秘密見本　花");
    assertThat(lines() - before).isEqualTo(2);
  }

  @Test
  void theExtractsOfACityAreTakenInWhereOtherBodiesOfThatSizeAreRefused() {
    String rows = "900000,見本　太,ミホン フトシ,伊豆の国市長岡1,35.033,138.9296\n".repeat(30_000);
    JsonObject residents = file("RESIDENT", "宛名番号,氏名,フリガナ,住所,緯度,経度\n" + rows);
    JsonObject body = new JsonObject().put("files", new JsonArray().add(residents));
    welfare.post("/api/register/imports", body).expect(201);
    welfare.post("/api/register/search" + LOOK, body).expectProblem(413, "too-large");
  }

  @Test
  void aPersonIsChangedByHandOnTheVersionThatWasSeen() {
    String person = "/api/register/people/" + find();
    JsonObject sheet =
        welfare.post(person + "/opening" + LOOK, new JsonObject()).expect(200).json();
    JsonObject opened = sheet.getJsonObject("person");
    JsonObject outline = opened.getJsonObject("outline");
    JsonObject amendment =
        new JsonObject()
            .put("version", sheet.getJsonArray("history").getJsonObject(0).getInteger("number"))
            .put("reason", "電話で申し出")
            .put("district", outline.getString("district"))
            .put("home", outline.getJsonObject("home"))
            .put("homeDoubtful", false)
            .put("mobility", "WHEELCHAIR")
            .put("state", "LISTED")
            .put("identity", opened.getJsonObject("identity").put("phone", "000-0000-7777"))
            .put("condition", opened.getJsonObject("condition"))
            .put("contacts", opened.getJsonObject("contacts"));
    welfare.put(person + LOOK, amendment).expect(204);
    welfare.put(person + LOOK, amendment).expectProblem(409, "register-changed-meanwhile");
    duty.put(person + LOOK, amendment).expectProblem(403, "not-allowed");
    JsonObject after =
        welfare.post(person + "/opening" + LOOK, new JsonObject()).expect(200).json();
    assertThat(after.getJsonArray("history").getJsonObject(0).getString("reason"))
        .isEqualTo("電話で申し出");
  }

  @Test
  void somebodyNoExtractBroughtIsWrittenDownByHand() {
    JsonObject person =
        new JsonObject()
            .put("reason", "本人の申し出")
            .put("homeDoubtful", false)
            .put("mobility", "WALKS_SLOWLY")
            .put(
                "identity",
                new JsonObject()
                    .put("reference", "T-900")
                    .put("name", "例示　四郎")
                    .put("kana", "レイジ　シロウ")
                    .put("sex", "NOT_SAID")
                    .put("address", "伊豆の国市長岡340"))
            .put(
                "condition",
                new JsonObject()
                    .put("reasons", new JsonArray().add("ひとり暮らし"))
                    .put("certificates", new JsonArray())
                    .put("medicalCare", new JsonObject().put("devices", new JsonArray()))
                    .put("considerations", new JsonArray()))
            .put("contacts", new JsonObject().put("emergency", new JsonArray()));
    duty.post("/api/register/people", person).expectProblem(403, "not-allowed");
    welfare
        .post("/api/register/people", person.copy().put("district", "99999-01"))
        .expectProblem(422, "register-unknown-district");
    String id = welfare.post("/api/register/people", person).expect(201).json().getString("id");
    welfare.post("/api/register/people", person).expectProblem(409, "register-reference-taken");
    JsonObject sheet =
        welfare
            .post("/api/register/people/" + id + "/opening" + LOOK, new JsonObject())
            .expect(200)
            .json();
    assertThat(sheet.getJsonArray("history").getJsonObject(0).getString("reason"))
        .isEqualTo("本人の申し出");
  }

  @Test
  void theDutyOfficerSeesSomebodyOnlyWithinADeclaredEmergency() {
    String person = find();
    String opening = "/api/register/people/" + person + "/opening?purpose=ASSISTANCE&basis=";
    duty.post(opening + "REGISTER_INTERNAL", new JsonObject())
        .expectProblem(403, "register-basis-not-fitting");
    duty.post(opening + "REGISTER_DISASTER", new JsonObject())
        .expectProblem(403, "register-emergency-needed");
    String emergency =
        duty.post(
                "/api/register/emergencies",
                new JsonObject()
                    .put("reason", "川の氾濫のおそれ")
                    .put("basis", "REGISTER_DISASTER")
                    .put("districts", new JsonArray())
                    .put("hours", 1))
            .expect(201)
            .json()
            .getJsonObject("declared")
            .getString("id");
    String within = opening + "REGISTER_DISASTER&emergency=" + emergency;
    duty.post(within, new JsonObject()).expect(200);
    hub.clock().pass(Duration.ofHours(1));
    hub.withSession("duty")
        .post(within, new JsonObject())
        .expectProblem(403, "register-emergency-over");
  }

  @Test
  void thePeopleInsideAnAreaAreListedForAPurposeAndEachIsALineInTheLog() {
    JsonObject nagaoka =
        new JsonObject()
            .put("hazard", "FLOOD")
            .put(
                "area",
                new JsonObject()
                    .put(
                        "circle",
                        new JsonObject()
                            .put("latitude", 35.033)
                            .put("longitude", 138.9296)
                            .put("radius", 50)));
    String path = "/api/map/inside/people?purpose=ASSISTANCE&basis=REGISTER_INTERNAL";
    long before = lines();
    JsonObject list = welfare.post(path, nagaoka).expect(200).json();
    assertThat(list.getInteger("total")).isEqualTo(1);
    JsonObject line = list.getJsonArray("people").getJsonObject(0);
    assertThat(line.getString("name")).isEqualTo("秘密見本　花");
    assertThat(line.containsKey("plan")).isFalse();
    assertThat(lines() - before).isEqualTo(1);

    welfare
        .post("/api/map/inside/people?purpose=CONTACTING&basis=REGISTER_INTERNAL", nagaoka)
        .expectProblem(403, "register-purpose-not-fitting");
    duty.post(path, nagaoka).expectProblem(403, "register-basis-not-fitting");
    welfare.post("/api/map/inside/people", nagaoka).expectProblem(400, "invalid-request");
    assertThat(lines() - before).isEqualTo(1);
  }

  @Test
  void aDisclosureNeedsConsentAndIsALineForEachPersonAndCopy() {
    String person = find();
    JsonObject wish =
        new JsonObject()
            .put("subject", "REGISTER")
            .put("kind", "FIRE")
            .put("recipient", "見本消防署")
            .put("purpose", "準備")
            .put("districts", new JsonArray())
            .put("keepUntil", "2027-03-31")
            .put("holders", new JsonArray().add("係長"));
    welfare
        .post("/api/register/disclosures" + PROVISION, wish)
        .expectProblem(422, "register-nobody-to-disclose");
    welfare
        .post(
            "/api/register/people/" + person + "/consents",
            new JsonObject()
                .put("kind", "REGISTER_PROVISION")
                .put("answer", "GIVEN")
                .put("on", "2026-08-01")
                .put("method", "PAPER"))
        .expect(204);
    long before = lines();
    String id =
        welfare
            .post("/api/register/disclosures" + PROVISION, wish)
            .expect(201)
            .json()
            .getString("id");
    String copy =
        welfare
            .post(
                "/api/register/disclosures/" + id + "/copies/1/file" + PROVISION, new JsonObject())
            .expect(200)
            .text();
    assertThat(copy).contains("秘密見本").contains("見本消防署（係長）あて");
    assertThat(lines() - before).isEqualTo(2);
  }

  @Test
  void problemsAndLogsNameNobody() {
    String refused =
        welfare
            .post(
                "/api/register/search" + LOOK,
                new JsonObject().put("kana", "ヒ").put("phone", "x".repeat(40)))
            .text();
    assertThat(refused).doesNotContain("ヒミツ");
    find();
    assertThat(LOGGED.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("秘密見本") || line.contains("ヒミツ"));
  }

  private static String find() {
    JsonArray people =
        welfare
            .post("/api/register/search" + LOOK, new JsonObject().put("kana", "ひみつ"))
            .expect(200)
            .json()
            .getJsonArray("people");
    assertThat(people).hasSize(1);
    return people.getJsonObject(0).getString("id");
  }

  private static long lines() {
    return database
        .database()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from gis.access_line").mapTo(Long.class).one());
  }

  @Test
  void whoMayNotSeeAnybodyIsTurnedAway() {
    for (Role role : List.of(Role.VIEWER, Role.APPROVER, Role.ADMINISTRATOR)) {
      String account = "no-" + role.name().toLowerCase(Locale.ROOT);
      hub.auth().account(account, role);
      hub.withSession(account)
          .post("/api/register/search" + LOOK, new JsonObject().put("kana", "ひみつ"))
          .expectProblem(403, "not-allowed");
    }
  }
}
