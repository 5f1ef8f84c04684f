package jp.noroshi.gis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogued files of places beside the project: real data, which may not be part of it. */
public final class SharedPlaces {

  private static final String FOLDER = "shared/data/gis";

  private SharedPlaces() {}

  /** Finds the folder beside the project, empty where the machine has none. */
  public static Optional<Path> find() {
    String root = System.getProperty("noroshi.root", System.getProperty("user.dir"));
    return Stream.iterate(Path.of(root).toAbsolutePath(), dir -> dir != null, Path::getParent)
        .map(dir -> dir.resolve(FOLDER))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** Returns a file or folder of it; skips the test where there is none. */
  public static Path orSkip(String path) {
    assumeTrue(find().isPresent(), "no catalogue of places at ../" + FOLDER);
    return find().orElseThrow().resolve(path);
  }

  /** Returns the files of a folder whose name ends so, by name. */
  public static List<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the bytes of a file. */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
