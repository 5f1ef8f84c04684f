package jp.noroshi.core.evacuation;

import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.place.AreaCode;

/**
 * What an officer proposes: these districts shall stand under this level, or under none.
 *
 * @param districts at least one; the municipality's own code means all
 * @param hazard why
 * @param level THREE to FIVE (tsunami: FOUR only), empty to lift
 * @param reason the reason in words for residents, as a clause before 「ため」 (「狩野川の水位が上がっている」); empty
 *     for the usual words of the hazard
 */
public record EvacuationProposal(
    List<AreaCode> districts, Hazard hazard, Optional<AlertLevel> level, String reason) {
  /** Copies the list. */
  public EvacuationProposal {
    districts = List.copyOf(districts);
    reason = reason == null ? "" : reason.strip();
  }
}
