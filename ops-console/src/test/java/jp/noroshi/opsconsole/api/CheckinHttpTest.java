package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tablets over HTTP: let in, handing in, reading back, locked out. */
class CheckinHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static TestHub hub;
  private static HubClient staff;
  private static HubClient duty;

  @BeforeAll
  static void start() {
    hub = TestHub.start(database.database());
    hub.auth().account("shelter", Role.SHELTER_STAFF);
    hub.auth().account("duty", Role.DUTY_OFFICER);
    staff = hub.withSession("shelter");
    duty = hub.withSession("duty");
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String shelter(String name) {
    return staff
        .post(
            "/api/shelters",
            new JsonObject()
                .put("name", name)
                .put("kind", "SELF_OPENED")
                .put("location", new JsonObject().put("latitude", 35.03).put("longitude", 138.94))
                .put("announced", true))
        .expect(201)
        .json()
        .getString("id");
  }

  private record Tablet(String device, String shelter, HubClient client) {
    static Tablet enrol(String shelter) {
      JsonObject enrolled =
          staff
              .post("/api/tablets", new JsonObject().put("name", "1号機").put("shelter", shelter))
              .expect(201)
              .json();
      return new Tablet(
          enrolled.getString("device"),
          shelter,
          hub.stranger().with("Authorization", "Bearer " + enrolled.getString("token")));
    }

    JsonObject counts(int people, int households) {
      return event(
          new JsonObject()
              .put("type", "counted")
              .put("people", people)
              .put("households", households));
    }

    JsonObject event(JsonObject fact) {
      return new JsonObject()
          .put("id", UUID.randomUUID().toString())
          .put("device", device)
          .put("shelter", shelter)
          .put("clock", new JsonObject().put("wall", 1_788_220_800_000L).put("count", 0))
          .put("at", "2026-09-01T00:00:00Z")
          .put("by", "当番")
          .put("fact", fact);
    }

    HubClient.Reply handsIn(int unsent, JsonObject... events) {
      JsonArray all = new JsonArray();
      for (JsonObject event : events) {
        all.add(event);
      }
      return client.post(
          "/api/checkin/events",
          new JsonObject().put("device", device).put("unsent", unsent).put("events", all));
    }

    JsonObject feed() {
      return client.get("/api/checkin/events?shelter=" + shelter).expect(200).json();
    }
  }

  @Test
  void whatATabletHandsInIsCountedAndReadBackByTheOthersOfItsShelter() {
    Tablet one = Tablet.enrol(shelter("公民館"));
    Tablet other = Tablet.enrol(one.shelter());
    JsonObject card =
        one.event(
            new JsonObject()
                .put("type", "evacuee")
                .put("evacuee", UUID.randomUUID().toString())
                .put("household", UUID.randomUUID().toString())
                .put("basedOn", new JsonArray())
                .put("card", new JsonObject().put("name", "見本 花").put("sex", "FEMALE")));
    assertThat(one.handsIn(0, one.counts(3, 1), card).expect(200).json().getInteger("taken"))
        .isEqualTo(2);
    JsonArray events = other.feed().getJsonArray("events");
    assertThat(events).hasSize(2);
    assertThat(
            events.getJsonObject(1).getJsonObject("fact").getJsonObject("card").getString("name"))
        .isEqualTo("見本 花");
    JsonObject tally =
        one.client().get("/api/tally/" + one.shelter()).expect(200).json().getJsonObject("figures");
    assertThat(tally.getInteger("people")).isEqualTo(3);
    assertThat(tally.getInteger("selfOpened")).isZero();
  }

  @Test
  void anEventThatIsNoneIsRefusedByItself() {
    Tablet tablet = Tablet.enrol(shelter("集会所"));
    JsonObject taken =
        tablet
            .handsIn(0, tablet.event(new JsonObject().put("type", "danced")), tablet.counts(1, 1))
            .expect(200)
            .json();
    assertThat(taken.getInteger("taken")).isEqualTo(1);
    assertThat(taken.getJsonArray("refused").getJsonObject(0).getString("code"))
        .isEqualTo("UNREADABLE");
  }

  @Test
  void aTabletReadsAndSaysNothingOfAnotherShelter() {
    Tablet tablet = Tablet.enrol(shelter("北集会所"));
    String elsewhere = shelter("南集会所");
    tablet
        .client()
        .get("/api/checkin/events?shelter=" + elsewhere)
        .expectProblem(403, "not-allowed");
    tablet
        .client()
        .post("/api/shelters/" + elsewhere + "/still-correct", new JsonObject())
        .expectProblem(403, "not-allowed");
  }

  @Test
  void aLockedTabletLearnsWhyAndTheHubKnowsWhatItStillHolds() {
    Tablet tablet = Tablet.enrol(shelter("東集会所"));
    tablet.handsIn(12, tablet.counts(1, 1)).expect(200);
    JsonObject locked =
        duty.post("/api/tablets/" + tablet.device() + "/lock", new JsonObject().put("reason", "紛失"))
            .expect(200)
            .json();
    assertThat(locked.getInteger("unsent")).isEqualTo(12);
    JsonObject problem =
        tablet.handsIn(0, tablet.counts(1, 1)).expectProblem(401, "tablet-locked").json();
    assertThat(problem.getString("detail")).contains("紛失");
  }

  @Test
  void theTallyTellsAsOfWhenAndWhatIsStillHeldBack() {
    Tablet tablet = Tablet.enrol(shelter("西集会所"));
    tablet.handsIn(5, tablet.counts(4, 2)).expect(200);
    JsonObject tally = duty.get("/api/tally").expect(200).json();
    JsonObject ours =
        tally.getJsonArray("shelters").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("shelter").equals(tablet.shelter()))
            .findFirst()
            .orElseThrow();
    assertThat(ours.getInteger("unsent")).isEqualTo(5);
    assertThat(ours.getJsonObject("figures").getInteger("households")).isEqualTo(2);
    assertThat(tally.getJsonObject("city").getInteger("people")).isGreaterThanOrEqualTo(4);
  }

  @Test
  void whatWasCountedIsKeptByTheMinuteWithTheMostThereEverWere() {
    Tablet tablet = Tablet.enrol(shelter("上集会所"));
    tablet.handsIn(0, tablet.counts(9, 3), tablet.counts(-4, -1)).expect(200);
    hub.reception().history().note();
    JsonObject history =
        duty.get("/api/tally/history?shelter=" + tablet.shelter()).expect(200).json();
    assertThat(history.getJsonObject("peak").getInteger("people")).isEqualTo(9);
    assertThat(history.getJsonArray("points").getJsonObject(0).getInteger("people")).isEqualTo(5);
  }

  @Test
  void theReportForThePrefectureNamesSheltersAndNobodyElse() {
    Tablet tablet = Tablet.enrol(shelter("下集会所"));
    JsonObject card =
        tablet.event(
            new JsonObject()
                .put("type", "evacuee")
                .put("evacuee", UUID.randomUUID().toString())
                .put("household", UUID.randomUUID().toString())
                .put("basedOn", new JsonArray())
                .put("card", new JsonObject().put("name", "見本 次郎")));
    tablet.handsIn(0, tablet.counts(7, 2), card).expect(200);
    String csv = duty.get("/api/reports/shelters?format=CSV").expect(200).text();
    assertThat(csv).startsWith("\uFEFF訓練").contains("下集会所").doesNotContain("見本 次郎");
    JsonObject json = duty.get("/api/reports/shelters?format=JSON").expect(200).json();
    assertThat(json.getInteger("inside")).isGreaterThanOrEqualTo(7);
  }

  @Test
  void whatAShelterWantsIsItsLatestWord() {
    Tablet tablet = Tablet.enrol(shelter("中集会所"));
    tablet
        .handsIn(
            0,
            tablet.event(
                new JsonObject()
                    .put("type", "supplies")
                    .put("item", "毛布")
                    .put("unit", "枚")
                    .put("wanted", 20)))
        .expect(200);
    JsonObject ours =
        duty.get("/api/supplies").expect(200).json().getJsonArray("shelters").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("shelter").equals(tablet.shelter()))
            .findFirst()
            .orElseThrow();
    assertThat(ours.getJsonArray("items").getJsonObject(0).getInteger("wanted")).isEqualTo(20);
  }

  @Test
  void aTabletIsNotLetInForAPlaceNobodyKnows() {
    staff
        .post(
            "/api/tablets",
            new JsonObject().put("name", "1号機").put("shelter", UUID.randomUUID().toString()))
        .expectProblem(404, "not-found");
  }

  @Test
  void headquartersFindsPeopleByNameAcrossShelters() {
    Tablet one = Tablet.enrol(shelter("体育館"));
    String evacuee = UUID.randomUUID().toString();
    String household = UUID.randomUUID().toString();
    one.handsIn(
            0,
            one.event(
                new JsonObject()
                    .put("type", "evacuee")
                    .put("evacuee", evacuee)
                    .put("household", household)
                    .put("basedOn", new JsonArray())
                    .put("card", new JsonObject().put("name", "灯台 守").put("kana", "トウダイ マモル"))),
            one.event(
                new JsonObject()
                    .put("type", "arrived")
                    .put("household", household)
                    .put("evacuees", new JsonArray().add(evacuee))
                    .put("form", "IN_SHELTER")
                    .putNull("from")
                    .put("fromCount", new JsonObject().put("people", 0).put("households", 0))))
        .expect(200);
    JsonObject question =
        new JsonObject()
            .put("name", "とうだい")
            .put("district", "")
            .put("alsoLeft", false)
            .put("purpose", "RUNNING");
    JsonArray found =
        duty.post("/api/evacuees/search", question).expect(200).json().getJsonArray("evacuees");
    assertThat(found).hasSize(1);
    assertThat(found.getJsonObject(0).getJsonObject("card").getString("name")).isEqualTo("灯台 守");
    assertThat(found.getJsonObject(0).getJsonObject("where").getString("shelter"))
        .isEqualTo(one.shelter());
    assertThat(
            duty.post(
                    "/api/checkin/doubts/opening",
                    new JsonObject().put("records", new JsonArray().add(household)))
                .expect(200)
                .json()
                .getJsonArray("evacuees"))
        .hasSize(1);
    one.client().post("/api/evacuees/search", question).expect(403);
    assertThat(
            duty.post("/api/evacuees/search", question.copy().put("name", " "))
                .expect(422)
                .json()
                .getString("type"))
        .endsWith("question-too-wide");
    duty.post("/api/evacuees/search", question.copy().put("purpose", "INQUIRY")).expect(400);
  }

  @Test
  void theAdministratorSeesWhoOpenedCardsAndNamesNobody() {
    Tablet one = Tablet.enrol(shelter("記録の館"));
    JsonObject card =
        one.event(
            new JsonObject()
                .put("type", "evacuee")
                .put("evacuee", UUID.randomUUID().toString())
                .put("household", UUID.randomUUID().toString())
                .put("basedOn", new JsonArray())
                .put("card", new JsonObject().put("name", "閲覧 見本")));
    one.handsIn(0, card).expect(200);
    one.feed();
    hub.auth().account("admin", Role.ADMINISTRATOR);
    JsonObject page = hub.withSession("admin").get("/api/checkin/looks").expect(200).json();
    assertThat(page.getJsonArray("looks"))
        .anySatisfy(
            look -> {
              JsonObject seen = (JsonObject) look;
              assertThat(seen.getString("device")).isEqualTo("1号機");
              assertThat(seen.getString("purpose")).isEqualTo("CHECK_IN");
              assertThat(seen.getString("shelter")).isEqualTo(one.shelter());
              assertThat(seen.getInteger("cards")).isEqualTo(1);
            });
    assertThat(page.encode()).doesNotContain("閲覧");
  }

  @Test
  void aTabletIsToldOfNoPlanWhereNobodyFits() {
    Tablet one = Tablet.enrol(shelter("分館"));
    JsonObject asked = new JsonObject().put("kana", "ミホン ハナ").put("birth", "1941-04-05");
    assertThat(
            one.client()
                .post("/api/checkin/recognition", asked)
                .expect(200)
                .json()
                .getBoolean("planned"))
        .isFalse();
    one.client().post("/api/checkin/brief", asked).expect(404);
    one.client().post("/api/checkin/brief", asked.copy().put("birth", "昭和16年")).expect(400);
  }

  @Test
  void aTabletThatAsksForNameAfterNameIsStoppedAndTheConsoleIsTold() {
    Tablet busy = Tablet.enrol(shelter("北館"));
    Tablet other = Tablet.enrol(shelter("南館"));
    int answered = 0;
    while (answered < 200 && asksForSomebody(busy, answered).status() == 200) {
      answered++;
    }
    assertThat(answered).isEqualTo(60);
    HubClient.Reply refused = asksForSomebody(busy, 0);
    refused.expectProblem(429, "too-many-names");
    assertThat(refused.json().getString("detail")).contains("10秒");
    busy.client().post("/api/checkin/brief", somebody(1)).expectProblem(429, "too-many-names");
    asksForSomebody(other, 0).expect(200);
    busy.handsIn(0).expect(200);
    assertThat(probed(busy)).isPresent();
    assertThat(probed(other)).isEmpty();
    hub.clock().pass(Duration.ofMinutes(1));
    for (int i = 0; i < 6; i++) {
      asksForSomebody(busy, i).expect(200);
    }
    asksForSomebody(busy, 6).expectProblem(429, "too-many-names");
  }

  private static HubClient.Reply asksForSomebody(Tablet tablet, int number) {
    return tablet.client().post("/api/checkin/recognition", somebody(number));
  }

  private static JsonObject somebody(int number) {
    return new JsonObject()
        .put("kana", "ミホン ハナ")
        .put("birth", LocalDate.of(1941, 4, 5).plusDays(number).toString());
  }

  private static Optional<String> probed(Tablet tablet) {
    return staff.get("/api/tablets").expect(200).json().getJsonArray("tablets").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("device").equals(tablet.device()))
        .findFirst()
        .map(each -> each.getString("probed"));
  }
}
