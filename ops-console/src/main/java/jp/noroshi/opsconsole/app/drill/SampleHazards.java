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

/** The invented hazard maps of the sample municipality. */
public final class SampleHazards {

  private final Path directory;

  /** Reads the maps of a directory. */
  public SampleHazards(Path directory) {
    this.directory = directory;
  }

  /** Brings them in, unless maps were brought in before. */
  public void load(Imports imports) {
    if (!imports.list(Set.of(ImportKind.HAZARDS), 1).isEmpty()) {
      return;
    }
    for (Path file : files()) {
      ImportSummary proposal =
          imports.propose(
              ImportKind.HAZARDS,
              file.getFileName().toString(),
              bytes(file),
              DrillAccounts.OFFICER);
      imports.approve(proposal.id(), DrillAccounts.APPROVER);
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".geojson")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the sample hazard maps cannot be read", e);
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
