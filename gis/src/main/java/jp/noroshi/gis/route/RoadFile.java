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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalDouble;
import jp.noroshi.core.place.LatLon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of roads, and the graphs kept of it: one directory for each fingerprint, so that a changed
 * file is read again and an unchanged one is not.
 *
 * @param osm .osm, .osm.gz or .osm.pbf
 * @param cache the directory of kept graphs
 * @param heights for nodes without {@code ele}
 */
record RoadFile(Path osm, Path cache, Heights heights) {

  static final String PROFILE = "foot";

  private static final Logger LOG = LoggerFactory.getLogger(RoadFile.class);

  /** Pieces of fewer edges than this are mistakes of the map: nobody is put onto them. */
  private static final int SMALLEST_PIECE = 30;

  GraphHopper open() {
    Path kept = cache.resolve(fingerprint());
    if (Files.exists(kept.resolve("flat"))) {
      return read(kept, false);
    }
    try {
      return read(kept, true);
    } catch (MissingHeightException e) {
      LOG.info("slopes of roads are left unknown: {}", e.getMessage());
      return read(kept, false);
    }
  }

  private GraphHopper read(Path kept, boolean slopes) {
    GraphHopper hopper = new GraphHopper();
    hopper.setOSMFile(osm.toString());
    hopper.setGraphHopperLocation(kept.resolve(slopes ? "heights" : "flat").toString());
    hopper.setImportRegistry(WheelchairTag.registry());
    hopper.setEncodedValuesString(slopes ? RoadPace.ENCODED_WITH_SLOPES : RoadPace.ENCODED);
    hopper.setProfiles(new Profile(PROFILE).setCustomModel(walking()));
    hopper.setMinNetworkSize(SMALLEST_PIECE);
    if (slopes) {
      hopper.setElevation(true);
      hopper.setElevationProvider(new NodeHeights(heights));
    }
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
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException("the file of roads " + osm + " cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Half a map of heights would make cliffs of roads: all nodes have one, or none is used. */
  private static final class MissingHeightException extends RuntimeException {
    MissingHeightException(long node) {
      super("node " + node + " has no height");
    }
  }

  /** Heights as the nodes say, then as the map of heights says. */
  private record NodeHeights(Heights heights) implements ElevationProvider {

    @Override
    public double getEle(ReaderNode node) {
      Object tag = node.getTag("ele");
      return number(tag)
          .orElseGet(
              () ->
                  heights
                      .find(new LatLon(node.getLat(), node.getLon()))
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
      return heights.find(new LatLon(lat, lon)).orElse(0);
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
