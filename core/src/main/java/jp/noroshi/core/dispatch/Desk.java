package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.dispatch.DispatchResult.Done;
import jp.noroshi.core.dispatch.DispatchResult.Refused;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/** What every command on drafts needs: the table, the rules, the chronicle and the clock. */
record Desk(
    Database database,
    DispatchTable dispatches,
    DraftRules rules,
    DispatchChronicle chronicle,
    InstantSource clock) {

  /** A change of an open draft, within its transaction. */
  @FunctionalInterface
  interface Change {
    DispatchResult apply(Handle handle, Dispatch dispatch, Instant now);
  }

  /** Who wants to change which version of which dispatch, and which right it takes. */
  record Attempt(UUID id, int version, Officer officer, Right right) {}

  /** Locks an open draft, checks who and which version, and changes it. */
  DispatchResult change(Attempt attempt, Change change) {
    return database.inTransaction(
        handle -> {
          Optional<Dispatch> found = dispatches.lock(handle, attempt.id());
          Optional<DispatchRefusal> fault = findFault(attempt, found);
          return fault.isPresent()
              ? new Refused(fault.get(), found)
              : change.apply(handle, found.orElseThrow(), clock.instant());
        });
  }

  /** Writes a new draft if nothing is wrong with it. */
  DispatchResult create(Handle handle, NewDispatch draft) {
    Instant now = clock.instant();
    Optional<DispatchRefusal> fault = rules.findFault(draft.content(), now);
    if (fault.isPresent()) {
      return new Refused(fault.get(), Optional.empty());
    }
    Dispatch written = dispatches.insert(handle, draft, now);
    chronicle.note(handle, ChronologyKind.DRAFT_CREATED, draft.author(), written, now);
    return new Done(written);
  }

  private static Optional<DispatchRefusal> findFault(Attempt attempt, Optional<Dispatch> found) {
    if (found.isEmpty()) {
      return Optional.of(DispatchRefusal.NOT_FOUND);
    }
    if (!attempt.officer().may(attempt.right())) {
      return Optional.of(missing(attempt.right()));
    }
    if (!found.get().state().isOpen()) {
      return Optional.of(DispatchRefusal.NOT_OPEN);
    }
    return found.get().version() == attempt.version()
        ? Optional.empty()
        : Optional.of(DispatchRefusal.CHANGED_MEANWHILE);
  }

  static DispatchRefusal missing(Right right) {
    return switch (right) {
      case DRAFT -> DispatchRefusal.MAY_NOT_DRAFT;
      case APPROVE -> DispatchRefusal.MAY_NOT_APPROVE;
    };
  }

  static Refused refused(DispatchRefusal reason) {
    return new Refused(reason, Optional.empty());
  }
}
