package jp.noroshi.gis.file.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.SharedPlaces;
import jp.noroshi.gis.file.UnreadableFileException;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElevationReaderTest {

  @TempDir Path folder;

  private Path tiff(ReferencedEnvelope where, float[][] rows) throws Exception {
    Path file = folder.resolve("heights.tif");
    GeoTiffWriter writer = new GeoTiffWriter(file.toFile());
    writer.write(new GridCoverageFactory().create("heights", rows, where), null);
    writer.dispose();
    return file;
  }

  @Test
  void aGeoTiffTellsTheHeightBetweenItsSamples() throws Exception {
    Elevation heights =
        ElevationReader.read(
            tiff(
                new ReferencedEnvelope(138.9, 138.92, 35.0, 35.02, DefaultGeographicCRS.WGS84),
                new float[][] {{10, 20}, {30, -9999}}));
    assertThat(heights.at(new LatLon(35.015, 138.905)).orElseThrow()).isCloseTo(10, within(0.01));
    assertThat(heights.at(new LatLon(35.015, 138.910)).orElseThrow()).isCloseTo(15, within(0.01));
    // Between four of which one is missing.
    assertThat(heights.at(new LatLon(35.010, 138.910))).isEmpty();
    assertThat(heights.at(new LatLon(35.005, 138.915))).isEmpty();
    assertThat(heights.at(new LatLon(36, 138.915))).isEmpty();
  }

  @Test
  void aGeoTiffInAPlaneRectangularZoneIsAskedInDegrees() throws Exception {
    Elevation heights =
        ElevationReader.read(
            tiff(
                new ReferencedEnvelope(
                    40_000, 40_200, -110_000, -109_800, CRS.decode("EPSG:6676", true)),
                new float[][] {{1, 1}, {1, 1}}));
    // EPSG:6676 east 40,100, north −109,900, by PROJ.
    assertThat(heights.at(new LatLon(35.008568, 138.939357)).orElseThrow())
        .isCloseTo(1, within(0.001));
  }

  @Test
  void anArcGridIsRead() throws Exception {
    Path file = folder.resolve("heights.asc");
    Files.writeString(
        file,
        "ncols 2\nnrows 2\nxllcorner 138.9\nyllcorner 35.0\ncellsize 0.01\nNODATA_value -9999\n1 2\n3 4\n");
    assertThat(ElevationReader.read(file).at(new LatLon(35.015, 138.905))).hasValue(1);
  }

  @Test
  void theTilesOfAndorraKnowTheMountains() {
    Elevation heights = ElevationReader.readAll(SharedPlaces.orSkip("dem"));
    // Andorra la Vella, about 1,020 m; Coma Pedrosa, 2,942 m.
    assertThat(heights.at(new LatLon(42.5063, 1.5218)).orElseThrow()).isCloseTo(1020, within(60.0));
    assertThat(heights.at(new LatLon(42.5917, 1.4442)).orElseThrow()).isCloseTo(2942, within(60.0));
    assertThat(heights.at(new LatLon(35, 138.9))).isEmpty();
  }

  @Test
  void somethingElseIsRefusedWithItsName() throws Exception {
    Path file = Files.writeString(folder.resolve("N35E138.hgt"), "short");
    assertThatThrownBy(() -> ElevationReader.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("N35E138");
    Path tiff = Files.writeString(folder.resolve("x.tif"), "no picture");
    assertThatThrownBy(() -> ElevationReader.read(tiff))
        .isInstanceOf(UnreadableFileException.class);
  }
}
