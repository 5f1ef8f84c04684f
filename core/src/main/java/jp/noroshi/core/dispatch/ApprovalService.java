package jp.noroshi.core.dispatch;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.dispatch.DispatchResult.Done;
import jp.noroshi.core.dispatch.DispatchResult.Refused;
import jp.noroshi.core.dispatch.DispatchTable.Step;
import jp.noroshi.core.dispatch.Stage.Verdict;
import jp.noroshi.core.place.AreaCode;
import org.jdbi.v3.core.Handle;

/**
 * The last gate. Approval, the change of evacuation orders, every rendering and every delivery are
 * written in one transaction: after a crash there is all of it or nothing. Thread-safe, blocking.
 */
public final class ApprovalService {

  private final Desk desk;
  private final DispatchPipeline pipeline;

  ApprovalService(Desk desk, DispatchPipeline pipeline) {
    this.desk = desk;
    this.pipeline = pipeline;
  }

  /**
   * Approves and sends. Approving again what one has approved is harmless.
   *
   * @param version the version the officer saw
   * @param confirmation the level or area as typed, see {@link #confirmationOf}; may be empty where
   *     none is asked for
   */
  public DispatchResult approve(UUID id, int version, Officer officer, String confirmation) {
    return desk.database()
        .inTransaction(
            handle -> {
              Optional<Dispatch> found = desk.dispatches().lock(handle, id);
              if (found.isEmpty()) {
                return Desk.refused(DispatchRefusal.NOT_FOUND);
              }
              Dispatch dispatch = found.get();
              if (dispatch.approver().equals(Optional.of(officer.account()))) {
                return new Done(dispatch);
              }
              Optional<DispatchRefusal> fault =
                  findPersonalFault(dispatch, version, officer)
                      .or(() -> findFault(handle, dispatch))
                      .or(() -> findConfirmationFault(dispatch, confirmation));
              return fault.isPresent()
                  ? refuse(handle, dispatch, officer.account(), fault.get())
                  : release(handle, dispatch, officer.account());
            });
  }

  /** Sends by itself what a rule says, in the transaction that stores the alert. */
  DispatchResult releaseByRule(Handle handle, Dispatch dispatch) {
    Optional<DispatchRefusal> fault = findFault(handle, dispatch);
    return fault.isPresent()
        ? refuse(handle, dispatch, dispatch.author(), fault.get())
        : release(handle, dispatch, dispatch.author());
  }

  /**
   * Returns what the approver has to type: the level, for a tsunami order the area. Empty where a
   * slip of the finger does less harm.
   */
  public Optional<String> confirmationOf(Dispatch dispatch) {
    if (!dispatch.needsConfirmation()) {
      return Optional.empty();
    }
    return dispatch
        .level()
        .map(AlertLevel::number)
        .map(String::valueOf)
        .or(() -> Optional.of(areaOf(dispatch)));
  }

  /** Finds what would refuse the approval whoever tries. */
  Optional<DispatchRefusal> findFault(Handle handle, Dispatch dispatch) {
    Instant now = desk.clock().instant();
    if (dispatch.isExpired(now)) {
      return Optional.of(DispatchRefusal.EXPIRED);
    }
    boolean hidden =
        dispatch.mode() == Mode.LIVE
            && dispatch
                .alertId()
                .filter(alert -> !desk.dispatches().isForPublic(handle, alert))
                .isPresent();
    return hidden
        ? Optional.of(DispatchRefusal.NOT_FOR_PUBLIC)
        : desk.rules().findFault(DraftEdit.of(dispatch), now);
  }

  private static Optional<DispatchRefusal> findPersonalFault(
      Dispatch dispatch, int version, Officer officer) {
    if (!officer.may(Right.APPROVE)) {
      return Optional.of(DispatchRefusal.MAY_NOT_APPROVE);
    }
    if (dispatch.state() != DispatchState.AWAITING_APPROVAL) {
      return Optional.of(DispatchRefusal.NOT_AWAITING_APPROVAL);
    }
    if (officer.account().equals(dispatch.author())
        || officer.account().equals(dispatch.editor())) {
      return Optional.of(DispatchRefusal.WRITTEN_BY_APPROVER);
    }
    return dispatch.version() == version
        ? Optional.empty()
        : Optional.of(DispatchRefusal.CHANGED_MEANWHILE);
  }

  private Optional<DispatchRefusal> findConfirmationFault(Dispatch dispatch, String typed) {
    String normal = typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    boolean confirms =
        confirmationOf(dispatch).map(normal::equals).orElse(true)
            || (!normal.isEmpty() && normal.equals(areaOf(dispatch)));
    return confirms ? Optional.empty() : Optional.of(DispatchRefusal.CONFIRMATION_MISMATCH);
  }

  /** Returns the name of the first area it is for; of the municipality where all of it is meant. */
  private String areaOf(Dispatch dispatch) {
    MunicipalitySettings municipality = desk.rules().municipality();
    AreaCode area =
        switch (dispatch.audience()) {
          case Audience.Everyone _ -> municipality.code();
          case Audience.InAreas in -> in.areas().getFirst();
        };
    return municipality.areaName(area, municipality.mainLanguage());
  }

  private DispatchResult release(Handle handle, Dispatch dispatch, String actor) {
    Instant now = desk.clock().instant();
    handle.savepoint("release");
    Dispatch approved =
        desk.dispatches()
            .move(handle, dispatch, DispatchState.APPROVED, Step.at(now).approvedBy(actor));
    return switch (pipeline.run(handle, Outgoing.approved(approved, now))) {
      case Verdict.Stop(DispatchRefusal reason) -> {
        handle.rollbackToSavepoint("release");
        yield refuse(handle, dispatch, actor, reason);
      }
      case Verdict.Pass(Outgoing sent) -> {
        note(handle, sent, actor);
        yield new Done(approved);
      }
    };
  }

  private void note(Handle handle, Outgoing sent, String actor) {
    Dispatch approved = sent.dispatch();
    Map<String, Object> media =
        Map.of("media", approved.media().stream().map(Enum::name).sorted().toList());
    desk.chronicle()
        .note(handle, ChronologyKind.DISPATCH_APPROVED, actor, approved, sent.at(), media);
    if (approved.changeId().isPresent()) {
      desk.chronicle()
          .note(handle, ChronologyKind.EVACUATION_ORDER_CHANGED, actor, approved, sent.at());
    }
  }

  private Refused refuse(Handle handle, Dispatch dispatch, String actor, DispatchRefusal reason) {
    desk.chronicle()
        .note(
            handle,
            ChronologyKind.APPROVAL_REFUSED,
            actor,
            dispatch,
            desk.clock().instant(),
            Map.of("because", reason.name()));
    return new Refused(reason, Optional.of(dispatch));
  }
}
