package jp.noroshi.gis.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.zip.ZipInputStream;
import jp.noroshi.core.place.LatLon;

/** Heights of SRTM3 tiles (1201 × 1201, big-endian), nearest sample. */
final class SrtmHeights implements Heights {

  private static final int SIDE = 1201;

  private final Map<String, ShortBuffer> tiles = new HashMap<>();

  static Heights of(Path folder) {
    SrtmHeights heights = new SrtmHeights();
    for (String tile : new String[] {"N42E001", "N41E001"}) {
      heights.tiles.put(tile, read(folder.resolve(tile + ".hgt.zip")));
    }
    return heights;
  }

  private static ShortBuffer read(Path file) {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      zip.getNextEntry();
      return ByteBuffer.wrap(zip.readAllBytes()).asShortBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OptionalDouble find(LatLon at) {
    int south = (int) Math.floor(at.latitude());
    int west = (int) Math.floor(at.longitude());
    ShortBuffer tile = tiles.get(String.format(Locale.ROOT, "N%02dE%03d", south, west));
    if (tile == null) {
      return OptionalDouble.empty();
    }
    int row = (int) Math.round((south + 1 - at.latitude()) * (SIDE - 1));
    int column = (int) Math.round((at.longitude() - west) * (SIDE - 1));
    short height = tile.get(row * SIDE + column);
    return height == Short.MIN_VALUE ? OptionalDouble.empty() : OptionalDouble.of(height);
  }
}
