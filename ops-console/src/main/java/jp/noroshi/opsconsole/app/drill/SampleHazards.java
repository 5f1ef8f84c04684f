package jp.noroshi.opsconsole.app.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.Imports;

/** The invented hazard maps of the sample municipality, brought in by its two invented officers. */
final class SampleHazards {

  private static final List<String> MAPS =
      List.of("flood-l2.geojson", "flood-l1.geojson", "landslide.geojson", "inland.geojson");

  private final Path directory;

  SampleHazards(Path directory) {
    this.directory = directory;
  }

  /** Brings them in, unless a hazard map was imported before. */
  void load(Imports imports) {
    if (!imports.list(EnumSet.of(ImportKind.HAZARDS), 1).isEmpty()) {
      return;
    }
    for (String map : MAPS) {
      UUID proposal = imports.propose(ImportKind.HAZARDS, map, bytes(map), DrillAccounts.OFFICER).id();
      imports.approve(proposal, DrillAccounts.APPROVER);
    }
  }

  private byte[] bytes(String map) {
    try {
      return Files.readAllBytes(directory.resolve(map));
    } catch (IOException e) {
      throw new UncheckedIOException("the sample " + map + " cannot be read", e);
    }
  }
}
