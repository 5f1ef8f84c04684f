package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.delivery.DeliveryBoard;
import jp.noroshi.core.delivery.DispatchFigures;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchState;
import jp.noroshi.core.dispatch.DraftService;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.IncomingMessage;

/** The way in over HTTP: a machine with a token, or an officer with a file. */
final class IntakeRoutes implements Routes {

  private static final String OF_MACHINES = "http";
  private static final String OF_OFFICERS = "console";

  private final HubFacts hub;
  private final AlertSource.Intake intake;
  private final DraftService drafts;
  private final DeliveryBoard board;

  IntakeRoutes(HubFacts hub, AlertSource.Intake intake, DraftService drafts, DeliveryBoard board) {
    this.hub = hub;
    this.intake = intake;
    this.drafts = drafts;
    this.board = board;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("takeIn", this::takeIn, "followIntake", this::follow);
  }

  private Answer takeIn(Call call) {
    String source = call.caller() instanceof Caller.Machine ? OF_MACHINES : OF_OFFICERS;
    return Answer.ok(
        intake.take(
            new IncomingMessage(source, Optional.empty(), hub.now(), call.body().getBytes())));
  }

  private record Progress(Instant asOf, List<Made> dispatches) {}

  private record Made(
      UUID dispatchId,
      long number,
      String title,
      DispatchState state,
      List<BoardRoutes.Figures> media) {}

  private Answer follow(Call call) {
    List<Dispatch> made = drafts.listFrom(call.id("originalId"));
    return Answer.ok(new Progress(hub.now(), made.stream().map(this::made).toList()));
  }

  private Made made(Dispatch dispatch) {
    DispatchFigures figures = board.getDispatch(dispatch.id());
    return new Made(
        dispatch.id(),
        dispatch.number(),
        dispatch.title(),
        dispatch.state(),
        figures.media().stream()
            .map(medium -> BoardRoutes.Figures.of(medium, figures.asOf()))
            .toList());
  }
}
