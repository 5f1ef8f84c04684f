package jp.noroshi.gis.file.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.SharedPlaces;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Every real shapefile of the catalogue, beside what GDAL reads of it. */
class ShapefileAgainstGdalTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyShapefileOfTheCatalogueIsReadAsGdalReadsIt() throws IOException {
    assumeTrue(SharedPlaces.find().isPresent(), "no catalogue of places at ../shared/data/gis");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ogr2ogr")), "GDAL is not installed");
    List<Path> files;
    try (Stream<Path> all = Files.walk(SharedPlaces.find().orElseThrow())) {
      files = all.filter(file -> file.toString().endsWith(".shp")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(8);
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
  }

  private void compare(Path shp) throws Exception {
    FeatureFile ours = read(shp);
    JsonNode theirs = gdal(shp).path("features");
    assertThat(ours.features()).hasSize(theirs.size());
    for (int i = 0; i < theirs.size(); i++) {
      compare(ours.features().get(i), theirs.get(i));
    }
  }

  private static void compare(Feature ours, JsonNode theirs) {
    JsonNode geometry = theirs.path("geometry");
    boolean has = ours.geometry().map(found -> !found.isEmpty()).orElse(false);
    assertThat(has).isEqualTo(geometry.path("coordinates").size() > 0);
    if (has) {
      assertThat(ours.geometry().orElseThrow().getGeometryType())
          .isEqualTo(geometry.path("type").asText());
      Envelope mine = ours.geometry().orElseThrow().getEnvelopeInternal();
      Envelope other = new Envelope();
      expand(other, geometry.path("coordinates"));
      assertThat(mine.getMinX()).isCloseTo(other.getMinX(), within(1e-7));
      assertThat(mine.getMaxX()).isCloseTo(other.getMaxX(), within(1e-7));
      assertThat(mine.getMinY()).isCloseTo(other.getMinY(), within(1e-7));
      assertThat(mine.getMaxY()).isCloseTo(other.getMaxY(), within(1e-7));
    }
    theirs
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (property.getValue().isTextual()) {
                String name = property.getKey();
                String text = same(property.getValue().asText());
                String mine = same(ours.text(name));
                boolean cut = ours.cut().contains(name);
                assertThat(cut ? text : mine).as(name).startsWith(cut ? mine : text);
              }
            });
  }

  /** The two decoders of CP932 know the same wave dash under two numbers. */
  private static String same(String text) {
    return text.replace('/', '-').replace('\u301c', '\uff5e').strip();
  }

  private static void expand(Envelope envelope, JsonNode coordinates) {
    if (coordinates.path(0).isNumber()) {
      envelope.expandToInclude(coordinates.get(0).asDouble(), coordinates.get(1).asDouble());
    } else {
      coordinates.forEach(each -> expand(envelope, each));
    }
  }

  private static FeatureFile read(Path shp) {
    Map<String, byte[]> parts = new HashMap<>();
    SharedPlaces.files(shp.getParent(), "")
        .forEach(file -> parts.put(file.getFileName().toString(), SharedPlaces.bytes(file)));
    return FeatureReader.read(parts, Map.of()).getFirst();
  }

  private JsonNode gdal(Path shp) throws Exception {
    Path json = folder.resolve("gdal.geojson");
    Files.deleteIfExists(json);
    Process process =
        new ProcessBuilder(
                "/usr/bin/ogr2ogr",
                "-f",
                "GeoJSON",
                "-t_srs",
                "EPSG:4326",
                "-lco",
                "COORDINATE_PRECISION=10",
                json.toString(),
                shp.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("gdal.log").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    return Json.mapper().readTree(Files.readAllBytes(json));
  }
}
