package jp.noroshi.core.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogued alerts beside the project: real telegrams, which may not be part of it. */
public final class SharedAlerts {
  private static final String FOLDER = "shared/data/alerts";

  private SharedAlerts() {}

  /** Finds the folder beside the project, empty where the machine has none. */
  public static Optional<Path> find() {
    String root = System.getProperty("noroshi.root", System.getProperty("user.dir"));
    return Stream.iterate(Path.of(root).toAbsolutePath(), dir -> dir != null, Path::getParent)
        .map(dir -> dir.resolve(FOLDER))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** Returns the folder; skips the test where there is none. */
  public static Path orSkip() {
    assumeTrue(find().isPresent(), "no catalogue of alerts at ../" + FOLDER);
    return find().orElseThrow();
  }

  /** Returns the files of a folder of the catalogue, by name. */
  public static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the cells of every row whose first cell names a file of the folder. */
  static List<List<String>> rows(Path catalogue, Path folder) throws IOException {
    try (Stream<String> lines =
        Files.lines(catalogue.resolve("README.md"), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("| "))
          .map(line -> line.substring(1, line.length() - 1))
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .filter(cells -> isFileOf(folder, cells.getFirst()))
          .toList();
    }
  }

  private static boolean isFileOf(Path folder, String name) {
    return !name.contains("/") && Files.isRegularFile(folder.resolve(name));
  }
}
