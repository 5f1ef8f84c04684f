package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.auth.Role;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.talk.AddressBook.Address;
import jp.noroshi.shelters.talk.AddressBook.Contact;
import jp.noroshi.shelters.talk.ContactKind;
import jp.noroshi.shelters.talk.Report.Said;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Staff read what residents report, and see how those who help are reached. */
class ReportHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String LINE_USER = "U00000000000000000000000000000001";

  private static TestHub hub;
  private static HubClient duty;
  private static HubClient welfare;

  @BeforeAll
  static void start() {
    hub = TestHub.start(database.database());
    hub.auth().account("duty", Role.DUTY_OFFICER);
    hub.auth().account("welfare", Role.WELFARE_STAFF);
    duty = hub.signedIn("duty");
    welfare = hub.signedIn("welfare");
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static Said said(String name, String phone) {
    return new Said(name, "ミホン", phone, "2階", 2, "水が来ている", Optional.empty());
  }

  @Test
  void aCallForHelpStandsBeforeTheSafeUntilSomebodySaysWhatWasDone() {
    hub.talk()
        .reports()
        .fromPage(
            PersonAnswer.SAFE, said("見本一", "000-0000-0001"), Optional.empty(), Optional.empty());
    hub.talk()
        .reports()
        .fromPage(
            PersonAnswer.HELP, said("見本二", "000-0000-0002"), Optional.empty(), Optional.empty());
    JsonObject list = duty.get("/api/reports").expect(200).json();
    JsonObject first = list.getJsonArray("reports").getJsonObject(0);
    assertThat(first.getString("kind")).isEqualTo("HELP");
    assertThat(first.getString("name")).isEqualTo("見本二");
    String path = "/api/reports/" + first.getString("id") + "/handled";
    duty.post(path, new JsonObject().put("outcome", "")).expect(400);
    JsonObject handled =
        duty.post(path, new JsonObject().put("outcome", "消防に引き継いだ")).expect(200).json();
    assertThat(handled.getJsonObject("handled").getString("by")).isEqualTo("duty");
    welfare.post(path, new JsonObject().put("outcome", "電話した")).expect(200);
    assertThat(
            duty.get("/api/reports?kind=HELP")
                .json()
                .getJsonArray("reports")
                .getJsonObject(0)
                .getJsonObject("handled")
                .getString("by"))
        .as("who was first stands")
        .isEqualTo("duty");
    assertThat(duty.get("/api/reports?kind=HELP&open=true").json().getJsonArray("reports"))
        .isEmpty();
  }

  @Test
  void howSomebodyIsReachedIsShownWithoutTheAddressAndCanBeTried() {
    UUID supporter = new UUID(7, 1);
    String path = "/api/contacts/SUPPORTER/" + supporter;
    welfare.post(path + "/trial", new JsonObject()).expect(404);
    hub.talk()
        .addresses()
        .keep(
            new Contact(
                ContactKind.SUPPORTER, supporter, new Address(Medium.LINE, LINE_USER, "ja")));
    welfare.post(path + "/trial", new JsonObject()).expect(204);
    String shown = welfare.get(path).expect(200).text();
    assertThat(shown).contains("LINE", "WAITING").doesNotContain(LINE_USER);
    welfare.post(path + "/removal", new JsonObject().put("medium", "LINE")).expect(204);
    assertThat(welfare.get(path).json().getJsonArray("ways")).isEmpty();
  }

  @Test
  void whoHasOnlyATelephoneIsTelephonedOnceTheOfficeSaysSo() {
    String path = "/api/contacts/PERSON/" + UUID.randomUUID();
    duty.post(path + "/telephone", new JsonObject()).expect(403);
    welfare.post(path + "/telephone", new JsonObject()).expect(204);
    assertThat(welfare.get(path).json().getJsonArray("ways").getJsonObject(0).getString("medium"))
        .isEqualTo("VOICE");
    welfare.post(path + "/removal", new JsonObject().put("medium", "VOICE")).expect(204);
    assertThat(welfare.get(path).json().getJsonArray("ways")).isEmpty();
  }

  @Test
  void aSupporterWhoChoseTheWebHasAPageUntilItIsMadeAnewOrRemoved() {
    String path = "/api/contacts/SUPPORTER/" + new UUID(7, 9);
    duty.post(path + "/page", new JsonObject()).expect(403);
    welfare.post("/api/contacts/PERSON/" + new UUID(7, 9) + "/page", new JsonObject()).expect(400);
    String first = tokenOfPage(path);
    assertThat(hub.talk().supporters().find(first)).hasValue(List.of());
    assertThat(welfare.get(path).json().getJsonArray("ways").getJsonObject(0).getString("openedAt"))
        .isNotBlank();
    welfare.post(path + "/trial", new JsonObject()).expect(404);
    String second = tokenOfPage(path);
    assertThat(hub.talk().supporters().find(first)).isEmpty();
    assertThat(hub.talk().supporters().find(second)).isPresent();
    welfare.post(path + "/removal", new JsonObject().put("medium", "WEB")).expect(204);
    assertThat(hub.talk().supporters().find(second)).isEmpty();
  }

  private static String tokenOfPage(String path) {
    JsonObject made = welfare.post(path + "/page", new JsonObject()).expect(201).json();
    String link = made.getString("link");
    assertThat(link).contains("/supporter/");
    return link.substring(link.lastIndexOf('/') + 1);
  }

  @Test
  void aCodeOfEightDigitsIsHandedOut() {
    JsonObject code =
        welfare
            .post("/api/contacts/PERSON/" + UUID.randomUUID() + "/code", new JsonObject())
            .expect(201)
            .json();
    assertThat(code.getString("code")).matches("[0-9]{8}");
  }
}
