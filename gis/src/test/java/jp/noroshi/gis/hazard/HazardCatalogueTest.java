package jp.noroshi.gis.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.noroshi.gis.SharedPlaces;
import jp.noroshi.gis.imports.DoubtCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads every hazard map of the catalogue with the counts and faults it states. */
class HazardCatalogueTest {

  private static HazardMap map(String path) {
    Path file = SharedPlaces.orSkip(path);
    return HazardMapReader.read(file.getFileName().toString(), SharedPlaces.bytes(file)).getFirst();
  }

  private static HazardMap shapefile(String folder) {
    Map<String, byte[]> parts = new HashMap<>();
    SharedPlaces.files(SharedPlaces.orSkip(folder), "")
        .forEach(file -> parts.put(file.getFileName().toString(), SharedPlaces.bytes(file)));
    return HazardMapReader.read(parts, Map.of()).getFirst();
  }

  private static Map<String, Integer> byLabel(HazardMap map) {
    Map<String, Integer> counts = new TreeMap<>();
    map.rows().forEach(row -> counts.merge(row.label(), 1, Integer::sum));
    return counts;
  }

  @Test
  void inlandFloodDepthsOfYaizuInWords() {
    HazardMap map = map("hazard/yaizu_naisui/内水浸水想定区域.geojson");
    assertThat(map.facts().kind()).isEqualTo(HazardKind.INLAND_FLOOD);
    assertThat(map.taken()).isEqualTo(6);
    assertThat(map.rows())
        .extracting(row -> row.entry().orElseThrow().rank())
        .containsExactlyInAnyOrder(1, 1, 2, 2, 3, 4);
    assertThat(
            map.file().features().stream()
                .mapToInt(feature -> feature.geometry().orElseThrow().getNumPoints())
                .sum())
        .isEqualTo(76_683);
    assertThat(map.bounds().getMinX()).isBetween(138.2, 138.4);
  }

  @Test
  void landslideZonesOfNumazuHaveLatitudeFirst() {
    HazardMap map = map("hazard/plateau_numazu/523857_lsld_6668_op.gml");
    assertThat(map.file().coordinates()).isEqualTo("EPSG:6697");
    assertThat(map.rows()).hasSize(81);
    assertThat(map.taken()).isEqualTo(81);
    assertThat(map.facts().kind()).isEqualTo(HazardKind.LANDSLIDE);
    assertThat(map.bounds().getMinY()).isBetween(35.08, 35.09);
    assertThat(map.bounds().getMinX()).isBetween(138.87, 138.88);
    assertThat(byLabel(map).keySet()).contains("急傾斜地の崩壊 特別警戒区域", "土石流 警戒区域");
  }

  @Test
  void floodsOfTheKanoRiverAreMergedFromTriangles() {
    HazardMap map = map("hazard/plateau_numazu/52385721_fld_6697_l1_op.gml");
    assertThat(map.taken()).isEqualTo(3);
    assertThat(map.facts().scenario()).isEqualTo("計画規模");
    assertThat(map.rows())
        .allSatisfy(row -> assertThat(row.entry().orElseThrow().rank()).isBetween(1, 6));
  }

  @Test
  void tsunamiRanksAreOfTheFinerScale() {
    HazardMap map = map("hazard/plateau_numazu/523855_tnm_6697_op.gml");
    assertThat(map.taken()).isEqualTo(3);
    assertThat(map.facts().kind()).isEqualTo(HazardKind.TSUNAMI);
    assertThat(map.rows().getFirst().label()).isEqualTo("0.01m以上0.3m未満");
  }

  @ParameterizedTest
  @CsvSource({
    "令和4年, 62, UTF-8, EPSG:4326",
    "令和元年, 60, CP932, EPSG:4326",
    "令和6年, 54, , EPSG:2450",
  })
  void pastFloodsOfYaizu(String year, int features, String encoding, String coordinates) {
    read("浸水履歴_" + year, features, 0, encoding, coordinates);
  }

  /** One of 2001 has no area at all. */
  @ParameterizedTest
  @CsvSource({
    "平成13年, 219, 1, CP932, EPSG:4612",
    "平成17年, 19, 0, CP932, EPSG:4612",
    "統合, 1, 0, CP932, EPSG:2450",
  })
  void olderFloodsOfYaizu(
      String year, int features, int refused, String encoding, String coordinates) {
    read("浸水履歴_" + year, features, refused, encoding, coordinates);
  }

  private static void read(
      String name, int features, int refused, String encoding, String coordinates) {
    HazardMap map = shapefile("hazard/yaizu_inundation_history/" + name);
    assertThat(map.rows()).hasSize(features);
    assertThat(map.rows().stream().filter(row -> row.entry().isEmpty()))
        .hasSize(refused)
        .allMatch(row -> row.has(DoubtCode.OUTLINE_UNUSABLE));
    if (encoding != null) {
      assertThat(map.file().encoding()).isEqualTo(encoding);
    }
    assertThat(map.file().coordinates()).isEqualTo(coordinates);
    assertThat(map.facts().scenario()).isEqualTo("浸水履歴");
    assertThat(map.bounds().getMinX()).isBetween(138.2, 138.4);
    assertThat(map.bounds().getMaxY()).isBetween(34.7, 34.95);
  }

  @Test
  void textsCutInTheMiddleOfACharacterAreReadAndSaid() {
    HazardMap map = shapefile("hazard/yaizu_inundation_history/浸水履歴_平成17年");
    List<HazardMap.Row> cut =
        map.rows().stream().filter(row -> row.has(DoubtCode.VALUE_CUT)).toList();
    assertThat(cut).isNotEmpty();
    assertThat(cut.getFirst().label()).contains("梅雨前線").doesNotContain("\ufffd");
  }
}
