package jp.noroshi.core.config;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the project's own files from wherever the tests run. */
public final class ProjectFiles {

  private ProjectFiles() {}

  /** Returns a file below the project's root. */
  public static Path find(String path) {
    return root().resolve(path);
  }

  private static Path root() {
    String given = System.getProperty("noroshi.root", "");
    for (Path each = Path.of(given).toAbsolutePath(); each != null; each = each.getParent()) {
      if (Files.isDirectory(each.resolve("config")) && Files.isDirectory(each.resolve("core"))) {
        return each;
      }
    }
    throw new IllegalStateException("not inside the project");
  }
}
