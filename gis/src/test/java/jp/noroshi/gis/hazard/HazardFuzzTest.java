package jp.noroshi.gis.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import jp.noroshi.gis.file.UnreadableFileException;
import org.junit.jupiter.api.Test;

/** Whatever an office sends, a map of dangers is read or refused, and nothing else happens. */
class HazardFuzzTest {

  private static final String SEED =
      """
      {"type":"FeatureCollection","name":"川","kind":"FLOOD","scenario":"想定最大規模","edition":"2026-04-01","features":[
      {"type":"Feature","properties":{"浸水深":"0.5m以上3m未満"},"geometry":{"type":"Polygon","coordinates":[[[138.9,35.0],[138.91,35.0],[138.91,35.01],[138.9,35.0]]]}},
      {"type":"Feature","properties":{"浸水深":"20m以上"},"geometry":{"type":"MultiPolygon","coordinates":[[[[138.9,35.0],[138.91,35.01],[138.91,35.0],[138.9,35.01],[138.9,35.0]]]]}}]}
      """;

  @FuzzTest(maxDuration = "20s")
  void isReadOrRefused(byte[] bytes) {
    read("map.geojson", bytes);
    read("map.zip", bytes);
    read("map.gml", bytes);
  }

  @Test
  void aMutatedMapIsReadOrRefused() {
    Random random = new Random(22_225);
    byte[] seed = SEED.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 3_000; round++) {
      byte[] mutated = seed.clone();
      for (int i = 0; i <= random.nextInt(8); i++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      read("map.geojson", mutated);
    }
  }

  private static void read(String name, byte[] bytes) {
    try {
      for (HazardMap map : HazardMapReader.read(name, bytes)) {
        assertThat(map.rows()).allMatch(row -> row.entry().isPresent() || !row.doubts().isEmpty());
        assertThat(HazardMapJson.toJsonLine(name, map)).startsWith("{");
      }
    } catch (UnreadableFileException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
