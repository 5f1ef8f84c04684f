package jp.noroshi.gis.file.raster;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;

/**
 * An SRTM tile: one degree square, its south-west corner in its name, rows from north to south,
 * 16-bit metres, −32768 = no data; 1201 × 1201 (3″) or 3601 × 3601 (1″) samples, edges shared.
 */
final class HgtTile implements Elevation {

  static final int LARGEST = 3601 * 3601 * 2;
  private static final int SMALLEST = 1201 * 1201 * 2;
  private static final short NO_DATA = Short.MIN_VALUE;
  private static final Pattern NAME = Pattern.compile("([NS])(\\d{2})([EW])(\\d{3})");

  private final int south;
  private final int west;
  private final int samples;
  private final ShortBuffer heights;

  private HgtTile(int south, int west, int samples, ShortBuffer heights) {
    this.south = south;
    this.west = west;
    this.samples = samples;
    this.heights = heights;
  }

  static HgtTile read(String name, byte[] bytes) {
    Matcher corner = NAME.matcher(name);
    if (!corner.find()) {
      throw new UnreadableFileException(
          Fault.WRONG_KIND, "the name " + name + " does not say its corner (N35E138.hgt)");
    }
    if (bytes.length != SMALLEST && bytes.length != LARGEST) {
      throw new UnreadableFileException(
          Fault.BROKEN, name + " has neither 1201 × 1201 nor 3601 × 3601 heights");
    }
    return new HgtTile(
        signed(corner.group(2), corner.group(1).equals("S")),
        signed(corner.group(4), corner.group(3).equals("W")),
        bytes.length == LARGEST ? 3601 : 1201,
        ByteBuffer.wrap(bytes).asShortBuffer());
  }

  private static int signed(String digits, boolean negative) {
    int number = Integer.parseInt(digits);
    return negative ? -number : number;
  }

  @Override
  public OptionalDouble at(LatLon place) {
    double row = (south + 1 - place.latitude()) * (samples - 1);
    double column = (place.longitude() - west) * (samples - 1);
    if (row < 0 || column < 0 || row > samples - 1 || column > samples - 1) {
      return OptionalDouble.empty();
    }
    return Bilinear.at(row, column, samples, samples, this::height);
  }

  private double height(int row, int column) {
    short height = heights.get(row * samples + column);
    return height == NO_DATA ? Double.NaN : height;
  }
}
