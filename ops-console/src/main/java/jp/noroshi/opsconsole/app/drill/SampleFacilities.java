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

/** The invented facilities of the sample municipality. */
final class SampleFacilities {

  private final Path directory;

  SampleFacilities(Path directory) {
    this.directory = directory;
  }

  /** Brings them in, unless lists were brought in before. */
  void load(Imports imports) {
    if (!imports.list(Set.of(ImportKind.FACILITIES), 1).isEmpty()) {
      return;
    }
    for (Path file : files()) {
      ImportSummary proposal =
          imports.propose(
              ImportKind.FACILITIES,
              file.getFileName().toString(),
              bytes(file),
              DrillAccounts.OFFICER);
      imports.approve(proposal.id(), DrillAccounts.APPROVER);
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the sample facilities cannot be read", e);
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
