package jp.noroshi.gis.file.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureReaderTest {

  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final double[] OUTER = {138.9, 35, 138.9, 35.1, 139, 35.1, 139, 35, 138.9, 35};
  private static final double[] HOLE = {
    138.92, 35.02, 138.94, 35.02, 138.94, 35.04, 138.92, 35.04, 138.92, 35.02
  };
  private static final String GML =
      """
      <core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0" xmlns:gml="http://www.opengis.net/gml" xmlns:urf="https://www.geospatial.jp/iur/urf/2.0">
        <gml:boundedBy><gml:Envelope srsName="http://www.opengis.net/def/crs/EPSG/0/6697" srsDimension="3"/></gml:boundedBy>
        <core:cityObjectMember><urf:SedimentDisasterProneArea gml:id="z1"><urf:areaType>1</urf:areaType>
          <gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>35 138.9 0 35 139 0 35.1 139 0 35 138.9 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>
        </urf:SedimentDisasterProneArea></core:cityObjectMember>
      </core:CityModel>
      """;

  private static ShapefileBuilder shapefile() {
    return new ShapefileBuilder().with("長岡区", OUTER, HOLE).with("古奈区", OUTER);
  }

  private static FeatureFile read(Map<String, byte[]> parts) {
    return FeatureReader.read(parts, Map.of()).getFirst();
  }

  @Test
  void aHoleIsKnownByItsDirection() {
    FeatureFile file = read(shapefile().parts());
    assertThat(file.features().getFirst().geometry().orElseThrow().getArea())
        .isCloseTo(0.01 - 0.0004, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(file.coordinates()).isEqualTo("EPSG:6668");
  }

  @Test
  void textsAreReadInTheEncodingThatIsSaidOrFound() {
    for (String said : List.of("UTF-8", "")) {
      assertThat(name(shapefile().in(StandardCharsets.UTF_8, said))).isEqualTo("長岡区");
    }
    for (String said : List.of("Shift_JIS", "932", "")) {
      assertThat(name(shapefile().in(CP932, said))).isEqualTo("長岡区");
    }
  }

  private static String name(ShapefileBuilder builder) {
    return read(builder.parts()).features().getFirst().text("名");
  }

  @Test
  void aTextCutInTheMiddleOfACharacterLosesOnlyThatCharacter() {
    String long19 = "a" + "あ".repeat(10);
    Feature feature =
        read(new ShapefileBuilder().with(long19, OUTER).in(CP932, "932").parts())
            .features()
            .getFirst();
    assertThat(feature.text("名")).isEqualTo("a" + "あ".repeat(9));
    assertThat(feature.cut()).containsExactly("名");
  }

  @Test
  void aZipFromJapaneseWindowsIsOpened() {
    FeatureFile file = FeatureReader.read("x.zip", shapefile().zip()).getFirst();
    assertThat(file.name()).isEqualTo("地図");
    assertThat(file.features()).hasSize(2);
  }

  @Test
  void theTokyoDatumIsRefusedWithTheReason() {
    assertRefused(shapefile().prj(ShapefileBuilder.TOKYO).parts(), Fault.TOKYO_DATUM, "TKY2JGD");
  }

  @Test
  void withoutAPrjNobodyKnowsWhereItIs() {
    Map<String, byte[]> parts = shapefile().parts();
    parts.remove("地図.prj");
    assertRefused(parts, Fault.COORDINATES_UNSAID, ".prj");
  }

  @Test
  void partsOfTwoStatesAreRefused() {
    Map<String, byte[]> parts = shapefile().parts();
    parts.put("地図.dbf", new ShapefileBuilder().with("一つ", OUTER).parts().get("地図.dbf"));
    assertRefused(parts, Fault.PARTS_MISSING, "2 records");
  }

  @Test
  void geoJsonMayNameItsSystemAfterItsFeatures() {
    String text =
        """
        {"features":[{"properties":{"a":1},"geometry":{"type":"Point","coordinates":[-20381.625,-129471.6875,3]}}],
         "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2450"}}}
        """;
    Feature point =
        FeatureReader.read("a.geojson", text.getBytes(StandardCharsets.UTF_8))
            .getFirst()
            .features()
            .getFirst();
    assertThat(point.geometry().orElseThrow().getCoordinate().x).isBetween(138.2, 138.3);
    assertThat(point.geometry().orElseThrow().getCoordinate().y).isBetween(34.8, 34.9);
  }

  @Test
  void aDocumentTypeIsNotFollowed() {
    String xml =
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + GML.replace("z1", "&e;");
    assertThatThrownBy(() -> FeatureReader.read("a.gml", xml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableFileException.class);
  }

  private static void assertRefused(Map<String, byte[]> parts, Fault fault, String said) {
    assertThatThrownBy(() -> FeatureReader.read(parts, Map.of()))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.fault()).isEqualTo(fault))
        .hasMessageContaining(said);
  }

  /** Any damage ends in a reading or in a refusal, never in another fault. */
  @ParameterizedTest
  @ValueSource(strings = {"shp", "dbf", "cpg", "gml", "geojson"})
  void damagedFilesAreReadOrRefused(String part) {
    Map<String, byte[]> parts =
        switch (part) {
          case "gml" -> Map.of("a.gml", GML.getBytes(StandardCharsets.UTF_8));
          case "geojson" ->
              Map.of(
                  "a.geojson",
                  "{\"features\":[{\"properties\":{\"a\":\"b\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[138,35],[139,35],[139,36],[138,35]]]}}]}"
                      .getBytes(StandardCharsets.UTF_8));
          default -> shapefile().parts();
        };
    Random random = new Random(20_261_101);
    for (int i = 0; i < 3_000; i++) {
      Map<String, byte[]> damaged = new HashMap<>(parts);
      damaged.replaceAll(
          (name, bytes) -> name.endsWith("." + part) ? damage(bytes, random) : bytes);
      try {
        FeatureReader.read(damaged, Map.of())
            .forEach(
                file ->
                    file.features()
                        .forEach(feature -> feature.geometry().ifPresent(Outline::find)));
      } catch (UnreadableFileException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  private static byte[] damage(byte[] bytes, Random random) {
    byte[] damaged =
        random.nextInt(4) == 0
            ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
            : bytes.clone();
    for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }
}
