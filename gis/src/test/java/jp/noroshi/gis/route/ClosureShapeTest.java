package jp.noroshi.gis.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** What a hand draws is a point, a line or an area within a municipality, or it is nothing. */
class ClosureShapeTest {

  private static final String AREA =
      """
      {"type":"Polygon","coordinates":[[[138.94,35.00],[138.95,35.00],[138.95,35.01],[138.94,35.00]]]}
      """;

  @Test
  void readsPointsLinesAndAreas() {
    assertThat(ClosureShape.read(AREA)).map(Geometry::getGeometryType).contains("Polygon");
    assertThat(ClosureShape.read("{\"type\":\"Point\",\"coordinates\":[138.9,35.0,12]}"))
        .map(Geometry::getCoordinate)
        .hasValueSatisfying(at -> assertThat(at.getX()).isEqualTo(138.9));
    assertThat(
            ClosureShape.read(
                "{\"type\":\"LineString\",\"coordinates\":[[138.9,35.0],[138.8,35]]}"))
        .isPresent();
  }

  @Test
  void mendsAnAreaThatCrossesItself() {
    assertThat(
            ClosureShape.read(
                """
                {"type":"Polygon","coordinates":[[[138,35],[138.1,35.1],[138.1,35],[138,35.1],[138,35]]]}
                """))
        .hasValueSatisfying(shape -> assertThat(shape.isValid()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"type\":\"Point\"}",
        "{\"type\":\"Point\",\"coordinates\":[\"a\",1]}",
        "{\"type\":\"Point\",\"coordinates\":[200,35]}",
        "{\"type\":\"LineString\",\"coordinates\":[[138.9,35.0]]}",
        "{\"type\":\"LineString\",\"coordinates\":[[130,30],[140,40]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[138,35],[138.1,35],[138,35.1]]]}",
        "{\"type\":\"GeometryCollection\",\"geometries\":[]}"
      })
  void takesNothingElse(String geojson) {
    assertThat(ClosureShape.read(geojson)).isEmpty();
  }

  @FuzzTest(maxDuration = "20s")
  void isReadOrRefused(byte[] bytes) {
    read(bytes);
  }

  @Test
  void aMutatedShapeIsReadOrRefused() {
    Random random = new Random(22225);
    byte[] seed = AREA.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 5_000; round++) {
      byte[] mutated = seed.clone();
      for (int i = 0; i <= random.nextInt(6); i++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(128);
      }
      read(mutated);
    }
  }

  private static void read(byte[] bytes) {
    Optional<Geometry> shape = ClosureShape.read(new String(bytes, StandardCharsets.UTF_8));
    shape.ifPresent(
        read -> {
          assertThat(read.isEmpty()).isFalse();
          assertThat(read.isValid()).isTrue();
        });
  }
}
