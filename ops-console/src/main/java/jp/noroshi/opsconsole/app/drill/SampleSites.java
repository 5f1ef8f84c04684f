package jp.noroshi.opsconsole.app.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSummary;
import jp.noroshi.opsconsole.api.Places;

/** The invented evacuation sites of the sample municipality. */
public final class SampleSites {

  private static final Map<String, String> SAID =
      Map.of("source", "見本（架空の一覧）", "edition", "2026-04-01", "licence", "CC0 1.0");

  private final Path file;

  /** Reads the sites of a file. */
  public SampleSites(Path file) {
    this.file = file;
  }

  /** Brings them in, unless there are sites already. */
  public void load(Places places) {
    if (!places.sites().list().isEmpty()) {
      return;
    }
    ImportSummary proposal =
        places
            .imports()
            .propose(
                ImportKind.SITES,
                file.getFileName().toString(),
                bytes(),
                SAID,
                DrillAccounts.OFFICER);
    places.imports().approve(proposal.id(), DrillAccounts.APPROVER);
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the sample " + file + " cannot be read", e);
    }
  }
}
