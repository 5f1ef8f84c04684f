package jp.noroshi.gis.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DistrictsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AreaCode IZUNOKUNI = new AreaCode("22225");

  private Districts districts;

  @BeforeEach
  void emptyMap() {
    database.truncate("gis");
    districts = new Districts(database.database(), IZUNOKUNI);
  }

  @Test
  void theSampleMunicipalityHasItsDistrictsWithReadings() throws Exception {
    districts.load(sample());
    assertThat(districts.list()).hasSize(24);
    assertThat(districts.list()).contains(new District(new AreaCode("22225-01"), "長岡", "ながおか"));
  }

  @Test
  void loadingTheSameFileAgainChangesNothing() throws Exception {
    districts.load(sample());
    String before = districts.toGeoJson();
    districts.load(sample());
    assertThat(districts.toGeoJson()).isEqualTo(before);
  }

  @Test
  void aNewEditionReplacesTheOldOne() throws Exception {
    districts.load(sample());
    districts.load(file(feature("22225-77", "新しい区", "あたらしいく", SQUARE)));
    assertThat(districts.list()).extracting(District::name).containsExactly("新しい区");
  }

  @Test
  void theMapIsGeoJsonWithLongitudeFirst() throws Exception {
    districts.load(sample());
    var first = Json.mapper().readTree(districts.toGeoJson()).path("features").get(0);
    assertThat(first.path("properties").path("name").asText()).isEqualTo("長岡");
    assertThat(first.at("/geometry/coordinates/0/0/0/0").asDouble()).isBetween(138.0, 140.0);
  }

  @Test
  void aFileWithAFaultIsRefusedWholeAndSaysWhichFeature() throws Exception {
    districts.load(sample());
    byte[] faulty =
        file(
            feature("22225-77", "新しい区", "あたらしいく", SQUARE),
            feature("22226-01", "よその区", "よそ", SQUARE));
    assertThatThrownBy(() -> districts.load(faulty))
        .isInstanceOf(DistrictFileException.class)
        .hasMessageContaining("feature 2");
    assertThat(districts.list()).hasSize(24);
  }

  @Test
  void anOutlineThatIsNoGeometryIsRefusedWithItsCode() {
    byte[] faulty =
        file(
            feature(
                "22225-77", "新しい区", "あたらしいく", "{\"type\":\"Polygon\",\"coordinates\":[[[1]]]}"));
    assertThatThrownBy(() -> districts.load(faulty))
        .isInstanceOf(DistrictFileException.class)
        .hasMessageContaining("22225-77");
  }

  @Test
  void somethingElseThanGeoJsonIsRefused() {
    assertThatThrownBy(() -> districts.load("<html>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(DistrictFileException.class)
        .hasMessageContaining("not JSON");
    assertThatThrownBy(() -> districts.load("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(DistrictFileException.class)
        .hasMessageContaining("FeatureCollection");
  }

  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[138.9,35.0],[138.91,35.0],[138.91,35.01],[138.9,35.01],[138.9,35.0]]]}";

  private static String feature(String code, String name, String kana, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"name\":\"%s\",\"kana\":\"%s\"},\"geometry\":%s}"
        .formatted(code, name, kana, geometry);
  }

  private static byte[] file(String... features) {
    return ("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sample() throws Exception {
    return Files.readAllBytes(
        Path.of(System.getProperty("noroshi.root", ".."), "config/sample/districts.geojson"));
  }
}
