package jp.noroshi.gis.route;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.dem.ElevationProvider;
import com.graphhopper.util.CustomModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.raster.Elevation;
import jp.noroshi.gis.file.raster.ElevationReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of roads, and the graphs kept of it: one directory for each fingerprint, so that a changed
 * file is read again and an unchanged one is not.
 *
 * @param osm .osm, .osm.gz or .osm.pbf
 * @param cache the directory of kept graphs
 * @param heights of nodes without {@code ele}: a file, or a directory of files
 */
record RoadFile(Path osm, Path cache, Optional<Path> heights) {

  static final String PROFILE = "foot";

  private static final Logger LOG = LoggerFactory.getLogger(RoadFile.class);

  /** Pieces of fewer edges than this are mistakes of the map: nobody is put onto them. */
  private static final int SMALLEST_PIECE = 30;

  GraphHopper open() {
    Path kept = cache.resolve(fingerprint());
    if (Files.exists(kept.resolve("flat"))) {
      return read(kept, Optional.empty());
    }
    try {
      boolean known = Files.exists(kept.resolve("heights"));
      return read(kept, Optional.of(known ? Elevation.NONE : elevation()));
    } catch (MissingHeightException | UnreadableFileException e) {
      // Roads without slopes are worth more than no roads.
      LOG.warn("slopes of roads are left unknown: {}", e.getMessage());
      return read(kept, Optional.empty());
    }
  }

  private Elevation elevation() {
    return heights
        .map(
            path ->
                Files.isDirectory(path)
                    ? ElevationReader.readAll(path)
                    : ElevationReader.read(path))
        .orElse(Elevation.NONE);
  }

  /** Reads the roads, with slopes if there is an elevation. */
  private GraphHopper read(Path kept, Optional<Elevation> elevation) {
    boolean slopes = elevation.isPresent();
    GraphHopper hopper = new GraphHopper();
    hopper.setOSMFile(osm.toString());
    hopper.setGraphHopperLocation(kept.resolve(slopes ? "heights" : "flat").toString());
    hopper.setImportRegistry(WheelchairTag.registry());
    hopper.setEncodedValuesString(slopes ? RoadPace.ENCODED_WITH_SLOPES : RoadPace.ENCODED);
    hopper.setProfiles(new Profile(PROFILE).setCustomModel(walking()));
    hopper.setMinNetworkSize(SMALLEST_PIECE);
    elevation.ifPresent(
        known -> {
          hopper.setElevation(true);
          hopper.setElevationProvider(new NodeHeights(known));
        });
    try {
      return hopper.importOrLoad();
    } catch (RuntimeException e) {
      hopper.close();
      // GraphHopper wraps whatever ends its reading.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof MissingHeightException missing) {
          throw missing;
        }
      }
      throw new UnreadableRoadsException("the file of roads " + osm + " cannot be read", e);
    }
  }

  private static CustomModel walking() {
    return new CustomModel()
        .addToPriority(Statement.If("!foot_access", Statement.Op.MULTIPLY, "0"))
        .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "foot_average_speed"));
  }

  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(osm), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      for (Path file : heightFiles()) {
        digest.update(
            (file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file))
                .getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException("the file of roads " + osm + " cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Maps of heights are too large to be read at every start: their names, sizes and times speak.
   */
  private List<Path> heightFiles() throws IOException {
    if (heights.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(heights.get(), 1)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Half a map of heights would make cliffs of roads: all nodes have one, or none is used. */
  private static final class MissingHeightException extends RuntimeException {
    MissingHeightException(long node) {
      super("node " + node + " has no height");
    }
  }

  /** Heights as the nodes say, then as the map of heights says. */
  private record NodeHeights(Elevation heights) implements ElevationProvider {

    @Override
    public double getEle(ReaderNode node) {
      Object tag = node.getTag("ele");
      return number(tag)
          .orElseGet(
              () ->
                  heights
                      .at(new LatLon(node.getLat(), node.getLon()))
                      .orElseThrow(() -> new MissingHeightException(node.getId())));
    }

    private static OptionalDouble number(Object tag) {
      try {
        return tag == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(tag.toString().strip()));
      } catch (NumberFormatException e) {
        return OptionalDouble.empty();
      }
    }

    @Override
    public double getEle(double lat, double lon) {
      return heights.at(new LatLon(lat, lon)).orElse(0);
    }

    @Override
    public boolean canInterpolate() {
      return false;
    }

    @Override
    public void release() {
      // Nothing is held.
    }
  }
}
