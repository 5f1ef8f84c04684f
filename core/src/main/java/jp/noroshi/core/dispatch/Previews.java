package jp.noroshi.core.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.noroshi.core.audience.Subscribers;
import jp.noroshi.core.evacuation.EvacuationChange;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.RadioSeconds;
import jp.noroshi.core.message.Rendering;

/** Shows what approval would do, without doing it. Thread-safe, blocking. */
public final class Previews {

  private final Desk desk;
  private final DispatchRenderer renderer;
  private final Subscribers subscribers;
  private final EvacuationOrders orders;
  private final ApprovalService approvals;
  private final RadioSeconds seconds;

  Previews(
      Desk desk,
      DispatchRenderer renderer,
      Subscribers subscribers,
      EvacuationOrders orders,
      ApprovalService approvals) {
    this.desk = desk;
    this.renderer = renderer;
    this.subscribers = subscribers;
    this.orders = orders;
    this.approvals = approvals;
    this.seconds = new RadioSeconds(desk.rules().sirens());
  }

  /** Previews a dispatch as it is now. */
  public Preview of(Dispatch dispatch) {
    List<Preview.Look> looks =
        renderer
            .renderAll(dispatch, dispatch.approvedAt().orElseGet(desk.clock()::instant))
            .stream()
            .map(this::look)
            .toList();
    return new Preview(
        looks,
        subscribers.count(dispatch.audience(), dispatch.media()),
        dispatch.state().isOpen() ? faults(dispatch) : List.of(),
        dispatch.state().isOpen() ? approvals.confirmationOf(dispatch) : Optional.empty());
  }

  private List<DispatchRefusal> faults(Dispatch dispatch) {
    return desk.database()
        .withHandle(
            handle -> {
              Optional<EvacuationChange> stale =
                  dispatch
                      .changeId()
                      .flatMap(change -> orders.findChange(handle, change))
                      .filter(change -> !orders.isCurrent(handle, change));
              return approvals
                  .findFault(handle, dispatch)
                  .or(() -> stale.map(_ -> DispatchRefusal.ORDERS_CHANGED))
                  .stream()
                  .toList();
            });
  }

  private Preview.Look look(Rendering rendering) {
    return switch (rendering) {
      case Rendering.Line line -> new Preview.Look(Medium.LINE, line, OptionalInt.empty());
      case Rendering.Push push -> new Preview.Look(Medium.FCM, push, OptionalInt.empty());
      case Rendering.Web web -> new Preview.Look(Medium.WEB, web, OptionalInt.empty());
      case Rendering.Radio radio ->
          new Preview.Look(Medium.RADIO, radio, OptionalInt.of(seconds.of(radio)));
      case Rendering.Voice voice -> new Preview.Look(Medium.VOICE, voice, OptionalInt.empty());
    };
  }
}
