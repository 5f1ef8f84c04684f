package jp.noroshi.gis.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.gis.register.ImportRow.Outcome;

/**
 * An import of extracts: first a proposal, then, once approved by a second person, a fact that can
 * be undone.
 *
 * @param id its number
 * @param files the names of the files
 * @param state where it stands
 * @param counts rows by what would happen to them
 * @param proposedAt when
 * @param proposedBy by which account
 * @param decidedAt when it was approved or rejected
 * @param decidedBy by which account
 * @param undoneAt when it was undone
 * @param undoneBy by which account
 */
public record RegisterImport(
    UUID id,
    List<String> files,
    State state,
    Map<Outcome, Integer> counts,
    Instant proposedAt,
    String proposedBy,
    Optional<Instant> decidedAt,
    Optional<String> decidedBy,
    Optional<Instant> undoneAt,
    Optional<String> undoneBy) {

  /** Where an import stands. The name is stored. */
  public enum State {
    /** 承認待ち. */
    PROPOSED,
    /** 承認済. */
    APPROVED,
    /** 却下. */
    REJECTED,
    /** 取消済. */
    UNDONE
  }
}
