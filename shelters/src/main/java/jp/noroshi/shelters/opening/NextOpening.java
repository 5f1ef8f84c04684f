package jp.noroshi.shelters.opening;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.evacuation.OpenSite.Crowding;

/**
 * What follows on how a shelter stands, or why nothing does. Computes only.
 *
 * @param before empty = nothing was ever said
 */
record NextOpening(Shelter shelter, Optional<Opening> before, Instant now, String by) {

  /** A course begins with these: what an earlier one found counts no more. */
  private static final Set<OpeningState> BEGINNINGS =
      EnumSet.of(OpeningState.NOT_OPENED, OpeningState.CLOSED);

  Opening after(OpeningWord word) {
    return switch (word) {
      case OpeningWord.Instruct _ -> moved(OpeningState.INSTRUCTED, inspection());
      case OpeningWord.Inspect(Inspection found, _) -> {
        require(found.isComplete(), OpeningRefusal.INSPECTION_INCOMPLETE);
        yield moved(OpeningState.INSPECTED, Optional.of(found));
      }
      case OpeningWord.Open _ -> opened();
      case OpeningWord.CannotOpen(String reason) -> {
        require(!reason.isBlank(), OpeningRefusal.REASON_MISSING);
        yield moved(OpeningState.CANNOT_OPEN, inspection());
      }
      case OpeningWord.BeginClosing _ -> moved(OpeningState.CLOSING, inspection());
      case OpeningWord.Close _ -> moved(OpeningState.CLOSED, inspection());
      case OpeningWord.Crowded(Crowding crowding, Optional<Instant> until) ->
          crowded(crowding, until);
      case OpeningWord.StillCorrect _ -> stillSo();
    };
  }

  private OpeningState state() {
    return before.map(Opening::state).orElse(OpeningState.NOT_OPENED);
  }

  private Optional<Inspection> inspection() {
    return BEGINNINGS.contains(state()) ? Optional.empty() : before.flatMap(Opening::inspection);
  }

  private Opening opened() {
    require(inspection().map(Inspection::isSafe).orElse(true), OpeningRefusal.UNSAFE);
    return moved(OpeningState.OPEN, inspection());
  }

  private Opening moved(OpeningState next, Optional<Inspection> inspection) {
    requireNext(next);
    Optional<Instant> openedAt =
        next == OpeningState.OPEN && !state().holdsPeople()
            ? Optional.of(now)
            : before.flatMap(Opening::openedAt);
    boolean keepsCrowding = state().holdsPeople() && next.holdsPeople();
    return new Opening(
        shelter.id(),
        next,
        keepsCrowding ? before.map(Opening::said).orElse(Crowding.UNKNOWN) : Crowding.UNKNOWN,
        keepsCrowding ? before.flatMap(Opening::saidUntil) : Optional.empty(),
        inspection,
        openedAt,
        now,
        now,
        by);
  }

  private void requireNext(OpeningState next) {
    OpeningState state = state();
    boolean leadsToOpening = next != OpeningState.CLOSED && next != OpeningState.CLOSING;
    require(!shelter.retired() || !leadsToOpening, OpeningRefusal.RETIRED);
    if (!state.next().contains(next)) {
      throw new OpeningRefusedException(
          state == next ? OpeningRefusal.ALREADY_SO : OpeningRefusal.NOT_NEXT);
    }
  }

  private Opening crowded(Crowding crowding, Optional<Instant> until) {
    Opening standing =
        before
            .filter(known -> known.state().holdsPeople())
            .orElseThrow(() -> new OpeningRefusedException(OpeningRefusal.NOT_OPEN));
    require(until.map(now::isBefore).orElse(true), OpeningRefusal.UNTIL_PASSED);
    return said(standing, crowding, crowding == Crowding.UNKNOWN ? Optional.empty() : until);
  }

  private Opening stillSo() {
    Opening standing =
        before.orElseThrow(() -> new OpeningRefusedException(OpeningRefusal.NOTHING_SAID));
    return said(standing, standing.said(), standing.saidUntil());
  }

  private Opening said(Opening standing, Crowding crowding, Optional<Instant> until) {
    return new Opening(
        shelter.id(),
        standing.state(),
        crowding,
        until,
        standing.inspection(),
        standing.openedAt(),
        standing.since(),
        now,
        by);
  }

  private static void require(boolean holds, OpeningRefusal refusal) {
    if (!holds) {
      throw new OpeningRefusedException(refusal);
    }
  }
}
