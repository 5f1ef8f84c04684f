package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.population.Household;
import jp.noroshi.gis.population.Residents;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InsideHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static TestHub hub;
  private static HubClient officer;

  @BeforeAll
  static void start() {
    hub = TestHub.start(database.database());
    hub.auth().account("touchoku", Role.DUTY_OFFICER);
    officer = hub.signedIn("touchoku");
    new Residents(database.database(), new AreaCode("22225"))
        .replace(Stream.generate(() -> new Household(new LatLon(35.015, 138.95), 2)).limit(15));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void aDrawnAreaTellsWhoIsInsideAndWhichDistrictsItTouches() {
    JsonObject count =
        officer
            .post(
                "/api/map/inside",
                drawn("[[138.94,35.01],[138.96,35.01],[138.96,35.03],[138.94,35.01]]"))
            .expect(200)
            .json();
    assertThat(count.getInteger("residents")).isEqualTo(30);
    assertThat(count.getInteger("households")).isEqualTo(15);
    assertThat(count.getBoolean("mended")).isFalse();
    assertThat(count.getJsonArray("districts")).isNotEmpty();
  }

  @Test
  void districtsMayBeNamedInsteadOfDrawn() {
    JsonObject named = new JsonObject().put("districts", JsonArray.of("22225-01"));
    JsonArray districts =
        officer.post("/api/map/inside", named).expect(200).json().getJsonArray("districts");
    assertThat(districts).hasSize(1);
  }

  @Test
  void aCircleOrTheWholeMunicipalityOrADangerMayBeNamed() {
    assertThat(residentsIn("{'circle':{'latitude':35.015,'longitude':138.95,'radius':1}}"))
        .isEqualTo(30);
    assertThat(residentsIn("{'circle':{'latitude':35.02,'longitude':138.95,'radius':500}}"))
        .isZero();
    assertThat(residentsIn("{'municipality':true}")).isEqualTo(30);
    assertThat(residentsIn("{'hazard':{'kind':'FLOOD','minRank':1}}")).isZero();
  }

  @Test
  void aDangerIsNamedByItsMapOrItsKindAndNotByBoth() {
    officer
        .post("/api/map/inside", asked("{'hazard':{'minRank':1}}"))
        .expectProblem(400, "invalid-request");
  }

  @Test
  void anAlertNobodySentIsNotFound() {
    officer
        .post("/api/map/inside", asked("{'alert':'6f7d1f0e-6a3b-4c53-9d0e-3a1a1f6f0b11'}"))
        .expectProblem(404, "not-found");
  }

  private static int residentsIn(String area) {
    return officer.post("/api/map/inside", asked(area)).expect(200).json().getInteger("residents");
  }

  private static JsonObject asked(String area) {
    return new JsonObject(area.replace('\'', '"'));
  }

  @Test
  void swappedCoordinatesAreRefusedWithAHint() {
    officer
        .post(
            "/api/map/inside",
            drawn("[[35.01,138.94],[35.01,138.96],[35.03,138.96],[35.01,138.94]]"))
        .expectProblem(422, "area-swapped");
  }

  @Test
  void anAreaOfNothingIsRefused() {
    officer.post("/api/map/inside", new JsonObject()).expectProblem(400, "invalid-request");
  }

  private static JsonObject drawn(String ring) {
    return new JsonObject()
        .put(
            "geometry",
            new JsonObject()
                .put("type", "Polygon")
                .put("coordinates", new JsonArray("[" + ring + "]")));
  }
}
