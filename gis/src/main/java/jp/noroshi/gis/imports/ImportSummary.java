package jp.noroshi.gis.imports;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An import without its rows.
 *
 * @param counts rows by what would happen to them
 * @param doubtful rows that would be taken over although something is odd
 */
public record ImportSummary(
    UUID id,
    ImportKind kind,
    String fileName,
    Map<String, String> description,
    State state,
    Map<RowChange, Integer> counts,
    int doubtful,
    Step proposed,
    Optional<Step> decided,
    Optional<Step> undone) {

  /** Where it stands. The name is stored. */
  public enum State {
    /** Waits for a second person. */
    PROPOSED,
    /** Approved: it is what stands now, or what later imports built on. */
    APPROVED,
    /** Not wanted. */
    REJECTED,
    /** Approved once and taken back. */
    UNDONE
  }

  /** Who did something and when. */
  public record Step(Instant at, String by) {}

  /** Copies the maps. */
  public ImportSummary {
    description = Map.copyOf(description);
    counts = Map.copyOf(counts);
  }
}
