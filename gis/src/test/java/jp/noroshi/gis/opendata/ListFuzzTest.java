package jp.noroshi.gis.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.noroshi.gis.file.UnreadableFileException;
import org.junit.jupiter.api.Test;

/** Whatever an office sends, a list is read or refused, and nothing else happens. */
class ListFuzzTest {

  private static final String SITES =
      """
      NO,名称,名称_カナ,住所,方書,緯度,経度,市区町村コード,災害種別_洪水,災害種別_地震,想定収容人数,備考
      1,長岡の体育館,ナガオカ,長岡1,,35.035,138.931,222259,1,○,"1,200人",
      2, 古奈の会館　,コナ,古奈2,,138.940,35.037,22225,2.0,,屋内80人／屋外0人,"行が
      折れる"
      3,川の広場,,神島,,-105000,38000,222258,,,,
      """;
  private static final String FACILITIES =
      """
      №,要配慮者利用施設名称,所在地,電話番号,緯度,経度,洪水浸水レベル（最大）
      1,狩野の里,南條1,000-0001-0001,35.0258,138.9462,区域外
      2, 狩野の里　,南條1,000-0001-0002,35.0258,138.9462,3
      """;
  private static final String GAUGES =
      """
      観測所コード,種別,名称,所在地,緯度,経度,水防団待機水位(m),氾濫注意水位(m),レベル４氾濫危険水位
      0900001,水位計,見本橋水位観測所,南條,35.036,138.9435,1.50,２．５ｍ,未設定
      """;
  private static final String GEOJSON =
      """
      {"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:6676"}},"features":[{"type":"Feature",
      "properties":{"名称":"広場","共通ID":"E2222500001201","洪水":"1"},"geometry":{"type":"Point","coordinates":[38000,-105000]}}]}
      """;

  @FuzzTest(maxDuration = "20s")
  void isReadOrRefused(byte[] bytes) {
    read(bytes);
  }

  @Test
  void aMutatedListInAnyEncodingIsReadOrRefused() {
    Random random = new Random(22_225);
    List<Charset> encodings =
        List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"), StandardCharsets.UTF_16LE);
    for (String seed : List.of(SITES, FACILITIES, GAUGES, GEOJSON)) {
      for (int round = 0; round < 1_200; round++) {
        byte[] mutated = seed.getBytes(encodings.get(round % encodings.size()));
        for (int i = 0; i <= random.nextInt(10); i++) {
          mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        read(mutated);
      }
    }
  }

  private static void read(byte[] bytes) {
    try {
      SiteList sites = SiteListReader.read("list.csv", bytes);
      assertThat(sites.entries()).allMatch(site -> !site.name().isBlank() && !site.key().isBlank());
      assertThat(SiteListJson.toJsonLine("list.csv", sites)).startsWith("{");
    } catch (UnreadableFileException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    try {
      FacilityList facilities = FacilityListReader.read("list.csv", bytes, Map.of(), "22225");
      assertThat(facilities.rows())
          .allMatch(row -> row.entry().isPresent() || !row.doubts().isEmpty());
      assertThat(FacilityListJson.toJsonLine("list.csv", facilities)).startsWith("{");
    } catch (UnreadableFileException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
