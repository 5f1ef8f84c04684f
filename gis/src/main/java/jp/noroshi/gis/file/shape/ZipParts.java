package jp.noroshi.gis.file.shape;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;

/** The files in a zip. Their names are in UTF-8 or, from Japanese Windows, in CP932. */
final class ZipParts {

  private static final int MOST_FILES = 2_000;
  private static final Charset CP932 = Charset.forName("windows-31j");

  private ZipParts() {}

  static boolean isZip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /** Unpacks in memory, no more than {@link Limits#LARGEST} whatever the zip promises. */
  static Map<String, byte[]> unpack(byte[] bytes) {
    Map<String, byte[]> files = new TreeMap<>();
    long total = 0;
    int entries = 0;
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_FILES) {
          throw new UnreadableFileException(
              Fault.TOO_LARGE, "the zip has more than " + MOST_FILES + " files");
        }
        if (!entry.isDirectory()) {
          byte[] content = content(zip, Limits.LARGEST - total);
          total += content.length;
          files.put(name(entry.getName()), content);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableFileException(Fault.BROKEN, "the zip is broken; send it again", e);
    }
    return files;
  }

  private static byte[] content(ZipInputStream zip, long room) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] block = new byte[64 * 1024];
    for (int read = zip.read(block); read >= 0; read = zip.read(block)) {
      Limits.requireSmallEnough(Limits.LARGEST - room + content.size() + read);
      content.write(block, 0, read);
    }
    return content.toByteArray();
  }

  /** Names marked as UTF-8 come decoded; the others one character per byte. */
  private static String name(String found) {
    if (found.chars().anyMatch(c -> c > 0xff)) {
      return found;
    }
    byte[] bytes = found.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, CP932);
    }
  }
}
