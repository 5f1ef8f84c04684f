package jp.noroshi.opsconsole.app.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSummary;
import jp.noroshi.gis.site.EvacuationSite;
import jp.noroshi.opsconsole.api.Places;
import jp.noroshi.shelters.opening.OpeningState;

/** The invented evacuation sites of the sample municipality, a handful of them open. */
public final class SampleSites {

  private static final List<Crowding> OPEN =
      List.of(
          Crowding.ROOM,
          Crowding.SOMEWHAT_CROWDED,
          Crowding.ROOM,
          Crowding.FULL,
          Crowding.CROWDED,
          Crowding.ROOM);

  /** Every so manyth site is open, so that they lie all over the municipality. */
  private static final int APART = 5;

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
    List<EvacuationSite> sites = places.sites().list();
    for (int i = 0; i < OPEN.size() && i * APART < sites.size(); i++) {
      places
          .openings()
          .say(sites.get(i * APART).id(), OpeningState.OPEN, OPEN.get(i), DrillAccounts.SHELTER);
    }
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the sample " + file + " cannot be read", e);
    }
  }
}
