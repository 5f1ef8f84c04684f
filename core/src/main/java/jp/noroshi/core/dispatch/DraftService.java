package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.dispatch.Desk.Attempt;
import jp.noroshi.core.dispatch.DispatchResult.Done;
import jp.noroshi.core.dispatch.DispatchResult.Refused;
import jp.noroshi.core.dispatch.DispatchTable.Step;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.message.TextWriter;
import org.jdbi.v3.core.Handle;

/**
 * Drafts as officers write, change and hand them in. Every command names the version the officer
 * saw, answers with a value, and is a line in the chronology. Thread-safe, blocking.
 */
public final class DraftService {

  private final Desk desk;
  private final TextWriter texts;
  private final EvacuationOrders orders;

  DraftService(Desk desk, TextWriter texts, EvacuationOrders orders) {
    this.desk = desk;
    this.texts = texts;
    this.orders = orders;
  }

  /** Finds a dispatch of this hub's mode. */
  public Optional<Dispatch> find(UUID id) {
    return desk.database().withHandle(handle -> desk.dispatches().find(handle, id));
  }

  /**
   * Lists dispatches, newest first.
   *
   * @param openOnly only those that still need a person
   * @param before only numbers below this
   * @param limit at most so many
   */
  public List<Dispatch> list(boolean openOnly, OptionalLong before, int limit) {
    return desk.database()
        .withHandle(handle -> desk.dispatches().list(handle, openOnly, before, limit));
  }

  /** Lists what was made of one message that came in, oldest first. */
  public List<Dispatch> listFrom(UUID originalId) {
    return desk.database().withHandle(handle -> desk.dispatches().listFrom(handle, originalId));
  }

  /** Writes a notice by hand. */
  public DispatchResult write(Notice notice, Officer officer) {
    if (!officer.may(Right.DRAFT)) {
      return Desk.refused(DispatchRefusal.MAY_NOT_DRAFT);
    }
    NewDispatch draft =
        new NewDispatch(
            DispatchReason.FIRST,
            "notice:" + UUID.randomUUID(),
            NewDispatch.Origin.NONE,
            notice.hazard(),
            notice.level(),
            notice.level().filter(level -> level.isAtLeast(AlertLevel.FOUR)).isPresent(),
            NewDispatch.content(
                texts.inOwnWords(notice.title(), notice.body()),
                notice.media(),
                notice.audience(),
                Optional.empty(),
                notice.expiresAt()),
            officer.account());
    return desk.database().inTransaction(handle -> desk.create(handle, draft));
  }

  /** Changes a draft; who asked for its approval has to ask again. */
  public DispatchResult edit(UUID id, int version, DraftEdit edit, Officer officer) {
    return desk.change(
        new Attempt(id, version, officer, Right.DRAFT),
        (handle, draft, now) -> {
          Optional<DispatchRefusal> fault =
              desk.rules().findFault(edit, now).or(() -> findOrderFault(handle, draft, edit));
          if (fault.isPresent()) {
            return new Refused(fault.get(), Optional.of(draft));
          }
          Dispatch changed = desk.dispatches().edit(handle, draft, edit, officer.account(), now);
          return noted(handle, ChronologyKind.DRAFT_CHANGED, officer, changed, now);
        });
  }

  /** Asks for approval. */
  public DispatchResult requestApproval(UUID id, int version, Officer officer) {
    return desk.change(
        new Attempt(id, version, officer, Right.DRAFT),
        (handle, draft, now) -> {
          if (draft.isExpired(now)) {
            return new Refused(DispatchRefusal.EXPIRED, Optional.of(draft));
          }
          Dispatch requested =
              desk.dispatches()
                  .move(
                      handle,
                      draft,
                      DispatchState.AWAITING_APPROVAL,
                      Step.at(now).by(officer.account()));
          return noted(handle, ChronologyKind.APPROVAL_REQUESTED, officer, requested, now);
        });
  }

  /** Sends a draft back to its author. */
  public DispatchResult sendBack(UUID id, int version, String reason, Officer officer) {
    return desk.change(
        new Attempt(id, version, officer, Right.APPROVE),
        (handle, draft, now) -> {
          if (draft.state() != DispatchState.AWAITING_APPROVAL) {
            return new Refused(DispatchRefusal.NOT_AWAITING_APPROVAL, Optional.of(draft));
          }
          if (reason == null || reason.isBlank()) {
            return new Refused(DispatchRefusal.REASON_MISSING, Optional.of(draft));
          }
          Dispatch back =
              desk.dispatches()
                  .move(
                      handle,
                      draft,
                      DispatchState.SENT_BACK,
                      Step.at(now).sentBackFor(reason.strip()));
          desk.chronicle()
              .note(
                  handle,
                  ChronologyKind.DRAFT_SENT_BACK,
                  officer.account(),
                  back,
                  now,
                  Map.of("because", reason.strip()));
          return new Done(back);
        });
  }

  /**
   * Throws a draft away.
   *
   * @param reason why, may be empty
   */
  public DispatchResult discard(UUID id, int version, String reason, Officer officer) {
    return desk.change(
        new Attempt(id, version, officer, Right.DRAFT),
        (handle, draft, now) -> {
          Dispatch gone =
              desk.dispatches().move(handle, draft, DispatchState.DISCARDED, Step.at(now));
          desk.chronicle()
              .note(
                  handle,
                  ChronologyKind.DRAFT_DISCARDED,
                  officer.account(),
                  gone,
                  now,
                  Map.of("because", reason == null ? "" : reason.strip()));
          return new Done(gone);
        });
  }

  private DispatchResult noted(
      Handle handle, ChronologyKind kind, Officer officer, Dispatch dispatch, Instant now) {
    desk.chronicle().note(handle, kind, officer.account(), dispatch, now);
    return new Done(dispatch);
  }

  /** Whoever an order concerns must be told of it; others may be told as well. */
  private Optional<DispatchRefusal> findOrderFault(Handle handle, Dispatch draft, DraftEdit edit) {
    return draft
        .changeId()
        .flatMap(change -> orders.findChange(handle, change))
        .filter(
            change -> !desk.rules().districtsOf(edit.audience()).containsAll(change.districts()))
        .map(_ -> DispatchRefusal.UNKNOWN_AREA);
  }
}
