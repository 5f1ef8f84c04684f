package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.population.Resident;
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
        .replace(
            IntStream.range(0, 30).mapToObj(i -> new Resident(i / 2, new LatLon(35.015, 138.95))));
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
