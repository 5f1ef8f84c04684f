package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.noroshi.core.intake.Sample;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.population.FacilityEntry;
import jp.noroshi.gis.population.FacilityImportTarget;
import jp.noroshi.gis.population.FacilityKind;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Loudspeakers and gauges with what is known of them, and nothing besides. */
class StationHttpTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static TestHub hub;
  private static HubClient officer;
  private static Vertx vertx;
  private static ContractCheck contract;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    contract = new ContractCheck(vertx);
    hub = TestHub.start(database.database());
    hub.auth().account("touchoku", Role.DUTY_OFFICER);
    officer = hub.signedIn("touchoku");
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    add(entries, FacilityKind.OUTDOOR_STATION, "本庁舎", Map.of("局番号", "1", "管理者", "市"));
    add(entries, FacilityKind.OUTDOOR_STATION, "奈古谷", Map.of("局番号", "07"));
    add(entries, FacilityKind.OUTDOOR_STATION, "浮橋", Map.of("NO", "1"));
    add(entries, FacilityKind.GAUGE, "大仁橋水位観測所", Map.of("氾濫注意水位", "2.5", "氾濫危険水位", "3.8"));
    add(entries, FacilityKind.GAUGE, "見本山雨量観測所", Map.of("観測所コード", "9000003"));
    add(entries, FacilityKind.WELL, "井戸", Map.of());
    database.database().useTransaction(handle -> new FacilityImportTarget().write(handle, entries));
  }

  private static void add(
      Map<String, JsonNode> entries, FacilityKind kind, String name, Map<String, String> details) {
    entries.put(
        name,
        Json.mapper()
            .valueToTree(
                new FacilityEntry(
                    name, kind.name(), kind, name, "", new LatLon(35.03, 138.95), details)));
  }

  @AfterAll
  static void stop() {
    hub.close();
    Awaited.of(vertx.close());
  }

  private static Map<String, JsonObject> stations() {
    Map<String, JsonObject> byName = new LinkedHashMap<>();
    contract
        .check("listStations", officer.get("/api/map/stations"))
        .expect(200)
        .json()
        .getJsonArray("features")
        .forEach(
            feature -> {
              JsonObject properties = ((JsonObject) feature).getJsonObject("properties");
              byName.put(properties.getString("name"), properties);
            });
    return byName;
  }

  @Test
  void aLoudspeakerTellsWhatItAnsweredByItsNumberAndOneWithoutTellsNothing() {
    Map<String, JsonObject> stations = stations();
    assertThat(stations.get("本庁舎").getJsonObject("answer"))
        .isEqualTo(new JsonObject().put("state", "OK").put("asOf", "2026-11-01T03:00:00Z"));
    assertThat(stations.get("本庁舎").getString("operator")).isEqualTo("市");
    assertThat(stations.get("奈古谷").getJsonObject("answer").getString("state"))
        .isEqualTo("NO_ANSWER");
    assertThat(stations.get("浮橋").containsKey("answer")).isFalse();
    assertThat(stations).doesNotContainKey("井戸");
  }

  @Test
  void aGaugeTellsWhatARiverForecastMeasuredAgainstItsThresholds() {
    officer
        .post("/api/intake", Sample.of("jma/river_level4.xml").bytes(), "application/xml")
        .expect(200);
    Map<String, JsonObject> stations = stations();
    assertThat(stations.get("大仁橋水位観測所").getJsonObject("level"))
        .isEqualTo(
            new JsonObject()
                .put("metres", 3.85)
                .put("asOf", "2026-08-31T23:50:00Z")
                .put("reached", "DANGER"));
    assertThat(stations.get("大仁橋水位観測所").getJsonArray("thresholds")).hasSize(2);
    assertThat(stations.get("見本山雨量観測所").containsKey("level")).isFalse();
  }
}
