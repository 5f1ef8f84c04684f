package jp.noroshi.opsconsole.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The smallest PMTiles archive (version 3) there is: one vector tile of the whole world, all of it
 * water.
 */
final class SmallArchive {

  private static final int HEADER = 127;
  private static final int EXTENT = 4096;

  private SmallArchive() {}

  /** Writes it into a directory. */
  static Path in(Path directory) {
    try {
      return Files.write(directory.resolve("city.pmtiles"), bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes() {
    byte[] tile = tile();
    byte[] metadata = "{}".getBytes(StandardCharsets.UTF_8);
    // One entry: tile 0, once, its length, and its offset plus one.
    byte[] root = {1, 0, 1, (byte) tile.length, 1};
    ByteBuffer archive =
        ByteBuffer.allocate(HEADER + root.length + metadata.length + tile.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    long metadataAt = (long) HEADER + root.length;
    long tilesAt = metadataAt + metadata.length;
    archive.put("PMTiles".getBytes(StandardCharsets.UTF_8)).put((byte) 3);
    archive.putLong(HEADER).putLong(root.length).putLong(metadataAt).putLong(metadata.length);
    archive.putLong(tilesAt).putLong(0).putLong(tilesAt).putLong(tile.length);
    archive.putLong(1).putLong(1).putLong(1);
    // Clustered, nothing compressed, vector tiles, zoom 0 to 0, the whole world.
    archive.put((byte) 1).put((byte) 1).put((byte) 1).put((byte) 1).put((byte) 0).put((byte) 0);
    archive.putInt(-1_800_000_000).putInt(-850_000_000).putInt(1_800_000_000).putInt(850_000_000);
    archive.put((byte) 0).putInt(0).putInt(0);
    return archive.put(root).put(metadata).put(tile).array();
  }

  /** A layer named water with one polygon, in the wire format of vector tiles. */
  private static byte[] tile() {
    int far = EXTENT;
    byte[] geometry =
        message(
            out -> {
              varint(out, 9);
              varint(out, 0);
              varint(out, 0);
              varint(out, 26);
              for (int step : new int[] {far, 0, 0, far, -far, 0}) {
                varint(out, (step << 1) ^ (step >> 31));
              }
              varint(out, 15);
            });
    byte[] feature =
        message(
            out -> {
              out.write(0x18);
              out.write(3);
              field(out, 4, geometry);
            });
    byte[] layer =
        message(
            out -> {
              field(out, 1, "water".getBytes(StandardCharsets.UTF_8));
              field(out, 2, feature);
              out.write(0x28);
              varint(out, EXTENT);
              out.write(0x78);
              out.write(2);
            });
    return message(out -> field(out, 3, layer));
  }

  private interface Writing {
    void to(ByteArrayOutputStream out);
  }

  private static byte[] message(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.to(out);
    return out.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, int number, byte[] content) {
    out.write((number << 3) | 2);
    varint(out, content.length);
    out.writeBytes(content);
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
