package jp.noroshi.opsconsole.app.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.noroshi.opsconsole.app.client.Fault;

/** A file as it lies on disk: one, or the parts of a shapefile. */
final class GivenFile {

  private final Path given;

  /**
   * For one argument of a command.
   *
   * @param given a file, a {@code .shp} beside its parts, or a directory of parts
   */
  GivenFile(Path given) {
    this.given = given;
  }

  /** Returns the bytes by name. */
  Map<String, byte[]> read() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    parts().forEach(file -> files.put(file.getFileName().toString(), bytes(file)));
    return files;
  }

  /** Returns the name under which it is sent. */
  String name() {
    return sentAsItIs() ? given.getFileName().toString() : stem(given) + ".zip";
  }

  /** Returns one file to send: itself, or a zip of its parts. */
  byte[] packed() {
    return sentAsItIs() ? bytes(given) : zip(read());
  }

  private boolean sentAsItIs() {
    return parts().equals(List.of(given));
  }

  private List<Path> parts() {
    if (!Files.exists(given)) {
      throw new Fault("there is no file " + given, null);
    }
    if (!Files.isDirectory(given)
        && !given.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".shp")) {
      return List.of(given);
    }
    boolean all = Files.isDirectory(given);
    Path folder = all ? given : given.toAbsolutePath().getParent();
    try (Stream<Path> beside = Files.list(folder)) {
      return beside
          .filter(Files::isRegularFile)
          .filter(file -> all || stem(file).equalsIgnoreCase(stem(given)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Fault("cannot read " + folder, e);
    }
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new Fault("there is no file " + file, e);
    } catch (IOException e) {
      throw new Fault("cannot read " + file, e);
    }
  }
}
