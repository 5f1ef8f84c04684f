package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.util.Map;
import jp.noroshi.core.chronology.ChronologyKind;
import org.jdbi.v3.core.Handle;

/** Drafts that wait for a person while their thread goes on. */
record WaitingDrafts(DispatchTable dispatches, DispatchChronicle chronicle) {

  /** Puts aside what is open in a thread and older than the number. */
  void replace(Handle handle, String thread, long before, Instant at) {
    for (Dispatch open : dispatches.lockOpenBefore(handle, thread, before)) {
      Dispatch replaced =
          dispatches.move(handle, open, DispatchState.REPLACED, DispatchTable.Step.at(at));
      chronicle.note(
          handle,
          ChronologyKind.DRAFT_DISCARDED,
          "hub",
          replaced,
          at,
          Map.of("because", "REPLACED"));
    }
  }
}
