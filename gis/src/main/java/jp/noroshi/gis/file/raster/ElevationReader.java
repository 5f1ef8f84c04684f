package jp.noroshi.gis.file.raster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import org.geotools.api.coverage.grid.GridCoverageReader;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.gce.arcgrid.ArcGridReader;
import org.geotools.gce.geotiff.GeoTiffReader;

/** Reads files of heights, each whole into memory. Stateless. */
public final class ElevationReader {

  /** A prefecture in a 5 m grid is cut into files of this size. */
  private static final long LARGEST = 512L * 1024 * 1024;

  private ElevationReader() {}

  /**
   * Reads a file: GeoTIFF ({@code .tif}), ArcGrid ({@code .asc}) or an SRTM tile ({@code
   * N35E138.hgt}, alone or in a zip).
   *
   * @throws UnreadableFileException when it is none of them
   */
  public static Elevation read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new UnreadableFileException(Fault.TOO_LARGE, file + " has more than 512 MiB; cut it");
      }
      return switch (ending(file.toString())) {
        case "tif", "tiff" -> coverage(new GeoTiffReader(file.toFile()));
        case "asc", "agr" -> coverage(new ArcGridReader(file.toFile()));
        case "hgt" -> HgtTile.read(file.getFileName().toString(), Files.readAllBytes(file));
        case "zip" -> zipped(file);
        default ->
            throw new UnreadableFileException(
                Fault.WRONG_KIND, file + " is no GeoTIFF, ArcGrid or SRTM tile");
      };
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnreadableFileException unreadable) {
        throw unreadable;
      }
      throw new UnreadableFileException(
          Fault.BROKEN, file + " cannot be read as heights: " + e.getMessage(), e);
    }
  }

  /**
   * Reads all such files of a directory; the first by name that knows a place speaks.
   *
   * @throws UnreadableFileException when one is broken
   */
  public static Elevation readAll(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> heights =
          files
              .filter(
                  file ->
                      List.of("tif", "tiff", "asc", "agr", "hgt", "zip")
                          .contains(ending(file.toString())))
              .sorted()
              .toList();
      return heights.stream()
          .map(ElevationReader::read)
          .reduce(Elevation::orElse)
          .orElse(Elevation.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Elevation coverage(GridCoverageReader reader) throws IOException {
    try {
      return CoverageHeights.of((GridCoverage2D) reader.read());
    } finally {
      reader.dispose();
    }
  }

  private static Elevation zipped(Path file) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (ending(entry.getName()).equals("hgt")) {
          return HgtTile.read(entry.getName(), zip.readNBytes(HgtTile.LARGEST + 1));
        }
      }
    }
    throw new UnreadableFileException(Fault.WRONG_KIND, file + " holds no SRTM tile (.hgt)");
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
