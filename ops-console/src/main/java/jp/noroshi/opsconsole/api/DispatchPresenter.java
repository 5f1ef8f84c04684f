package jp.noroshi.opsconsole.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.noroshi.core.audience.AudienceCount;
import jp.noroshi.core.delivery.DeliveryBoard;
import jp.noroshi.core.delivery.MediumReach;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchRefusal;
import jp.noroshi.core.dispatch.DispatchServices;
import jp.noroshi.core.dispatch.DispatchState;
import jp.noroshi.core.dispatch.Preview;
import jp.noroshi.core.evacuation.EvacuationChange;
import jp.noroshi.opsconsole.api.DispatchView.Action;
import jp.noroshi.opsconsole.auth.Account;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.opsconsole.auth.Role;
import jp.noroshi.opsconsole.auth.Session;

/** Shows dispatches to a reader: in their language, with what they may do. */
final class DispatchPresenter {

  private final HubFacts hub;
  private final DispatchServices services;
  private final Accounts accounts;
  private final DeliveryBoard board;

  DispatchPresenter(
      HubFacts hub, DispatchServices services, Accounts accounts, DeliveryBoard board) {
    this.hub = hub;
    this.services = services;
    this.accounts = accounts;
    this.board = board;
  }

  List<DispatchSummaryView> summaries(List<Dispatch> dispatches) {
    UnaryOperator<String> names = displayNames();
    Map<UUID, List<MediumReach>> reach =
        board.getReach(dispatches.stream().map(Dispatch::id).toList());
    return dispatches.stream()
        .map(each -> DispatchSummaryView.of(each, names, reach.getOrDefault(each.id(), List.of())))
        .toList();
  }

  DispatchView view(Dispatch dispatch, Session reader, Language language) {
    Preview preview = services.previews().of(dispatch);
    return new DispatchView(
        summaries(List.of(dispatch)).getFirst(),
        dispatch.texts(),
        preview.looks().stream().map(DispatchPresenter::look).toList(),
        preview.counts().stream().map(DispatchPresenter::recipients).toList(),
        dispatch.siren(),
        preview.confirmation(),
        preview.faults().stream().map(fault -> fault(fault, language)).toList(),
        actions(dispatch, reader),
        dispatch
            .changeId()
            .flatMap(services.orders()::findChange)
            .map(change -> change(change, language)));
  }

  private static DispatchView.Look look(Preview.Look look) {
    return new DispatchView.Look(
        look.medium(),
        look.rendering().language(),
        look.rendering(),
        optional(look.secondsOnAir()));
  }

  private static DispatchView.Recipients recipients(AudienceCount counted) {
    boolean countable =
        switch (counted.medium()) {
          case LINE, FCM, VOICE -> true;
          case WEB, RADIO -> false;
        };
    return new DispatchView.Recipients(
        counted.medium(),
        counted.everyone(),
        countable ? Optional.of(counted.count()) : Optional.empty());
  }

  private static Optional<Integer> optional(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  private static DispatchView.Fault fault(DispatchRefusal refusal, Language language) {
    ProblemDocument document =
        ProblemDocument.of(new ProblemException(ProblemKind.of(refusal)), language, "");
    return new DispatchView.Fault(refusal.name(), document.title(), document.whatToDo());
  }

  private DispatchView.Change change(EvacuationChange change, Language language) {
    return new DispatchView.Change(
        change.hazard(),
        change.reason(),
        change.effectiveAt(),
        change.districts().stream()
            .map(
                district ->
                    new DispatchView.District(
                        hub.named(district, language),
                        change.stepOf(district),
                        Optional.ofNullable(change.before().get(district)),
                        Optional.ofNullable(change.after().get(district))))
            .toList());
  }

  /**
   * What would be refused because of who the reader is, is not offered; the server checks again.
   */
  private static List<Action> actions(Dispatch dispatch, Session reader) {
    List<Action> actions = new ArrayList<>();
    boolean awaiting = dispatch.state() == DispatchState.AWAITING_APPROVAL;
    if (reader.roles().contains(Role.DUTY_OFFICER) && dispatch.state().isOpen()) {
      actions.add(Action.EDIT);
      if (!awaiting) {
        actions.add(Action.REQUEST_APPROVAL);
      }
      actions.add(Action.DISCARD);
    }
    if (reader.roles().contains(Role.APPROVER) && awaiting) {
      if (!isWrittenBy(dispatch, reader.account())) {
        actions.add(Action.APPROVE);
      }
      actions.add(Action.SEND_BACK);
    }
    if (reader.roles().contains(Role.DUTY_OFFICER) && dispatch.state() == DispatchState.APPROVED) {
      actions.add(Action.CORRECT);
    }
    return actions;
  }

  private static boolean isWrittenBy(Dispatch dispatch, String account) {
    return account.equals(dispatch.author()) || account.equals(dispatch.editor());
  }

  private UnaryOperator<String> displayNames() {
    Map<String, String> names =
        accounts.list().stream().collect(Collectors.toMap(Account::name, Account::displayName));
    return actor -> names.getOrDefault(actor, actor);
  }
}
