package jp.noroshi.opsconsole.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.evacuation.EvacuationChange.Step;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.opsconsole.api.HubFacts.Named;

/** A dispatch with everything an officer decides by, as the contract's {@code Dispatch}. */
record DispatchView(
    @JsonUnwrapped DispatchSummaryView summary,
    List<DraftText> texts,
    List<Look> previews,
    List<Recipients> recipients,
    Optional<String> siren,
    Optional<String> confirmation,
    List<Fault> faults,
    List<Action> allowedActions,
    Optional<Change> change) {

  /** How it will look or sound on one medium in one language. */
  record Look(
      Medium medium, String language, Rendering rendering, Optional<Integer> secondsOnAir) {}

  /**
   * Whom it reaches on a medium.
   *
   * @param count subscribers on file; empty for the page and the radio, which nobody can count
   */
  record Recipients(Medium medium, boolean everyone, Optional<Integer> count) {}

  /** What would refuse the approval whoever tries. */
  record Fault(String code, String title, String whatToDo) {}

  /** The change of evacuation orders that takes effect with the approval. */
  record Change(
      Hazard hazard, String reason, Optional<Instant> effectiveAt, List<District> districts) {}

  /** What happens to a district. */
  record District(
      Named district, Step step, Optional<AlertLevel> before, Optional<AlertLevel> after) {}

  /** What the reader may do with it now. */
  enum Action {
    EDIT,
    REQUEST_APPROVAL,
    APPROVE,
    SEND_BACK,
    DISCARD,
    CORRECT
  }
}
