package jp.noroshi.opsconsole.app.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSummary;
import jp.noroshi.gis.imports.Imports;

/** The invented files of one kind of places of the sample municipality. */
final class SampleFiles {

  private final ImportKind kind;
  private final Path directory;

  SampleFiles(ImportKind kind, Path directory) {
    this.kind = kind;
    this.directory = directory;
  }

  /** Brings them in, unless such files were brought in before. */
  void load(Imports imports) {
    if (!imports.list(Set.of(kind), 1).isEmpty()) {
      return;
    }
    for (Path file : files()) {
      ImportSummary proposal =
          imports.propose(kind, file.getFileName().toString(), bytes(file), DrillAccounts.OFFICER);
      imports.approve(proposal.id(), DrillAccounts.APPROVER);
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the samples in " + directory + " cannot be read", e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the sample " + file + " cannot be read", e);
    }
  }
}
