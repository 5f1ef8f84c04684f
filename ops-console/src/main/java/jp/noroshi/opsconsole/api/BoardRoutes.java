package jp.noroshi.opsconsole.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.DeliveryBoard;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.delivery.DispatchFigures;
import jp.noroshi.core.delivery.MediumFigures;
import jp.noroshi.core.delivery.MediumFigures.Progress;
import jp.noroshi.core.delivery.MediumFigures.ReasonCount;
import jp.noroshi.core.delivery.OutcomeKind;
import jp.noroshi.core.dispatch.DraftService;
import jp.noroshi.core.message.Medium;

/** What each medium really answered. */
final class BoardRoutes implements Routes {

  private final HubFacts hub;
  private final DraftService drafts;
  private final DeliveryBoard board;

  BoardRoutes(HubFacts hub, DraftService drafts, DeliveryBoard board) {
    this.hub = hub;
    this.drafts = drafts;
    this.board = board;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("getBoard", this::get);
  }

  private record BoardView(UUID dispatchId, Instant asOf, Mode mode, List<Row> media) {}

  private record Row(@JsonUnwrapped Figures figures, List<Reason> reasons) {}

  private record Reason(OutcomeKind kind, DeliveryReason reason, String text, int count) {}

  /** The numbers of a medium, as the contract's {@code BoardFigures}. */
  record Figures(
      Medium medium,
      int recipients,
      int handedOver,
      int accepted,
      int refused,
      int waiting,
      int unknown,
      Progress progress,
      Optional<Instant> firstHandedOverAt,
      Optional<Instant> lastOutcomeAt,
      Instant deadline,
      boolean late) {

    static Figures of(MediumFigures figures, Instant asOf) {
      return new Figures(
          figures.medium(),
          figures.recipients(),
          figures.handedOver(),
          figures.accepted(),
          figures.refused(),
          figures.waiting(),
          figures.unknown(),
          figures.progress(),
          figures.firstHandedOverAt(),
          figures.lastOutcomeAt(),
          figures.deadline(),
          figures.waiting() > 0 && figures.deadline().isBefore(asOf));
    }
  }

  private Answer get(Call call) {
    UUID id = call.id("dispatchId");
    if (drafts.find(id).isEmpty()) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    DispatchFigures figures = board.getDispatch(id);
    return Answer.ok(
        new BoardView(
            id,
            figures.asOf(),
            hub.mode(),
            figures.media().stream()
                .map(medium -> row(medium, figures.asOf(), call.language()))
                .toList()));
  }

  private static Row row(MediumFigures figures, Instant asOf, Language language) {
    return new Row(
        Figures.of(figures, asOf),
        figures.reasons().stream().map(count -> reason(count, language)).toList());
  }

  private static Reason reason(ReasonCount count, Language language) {
    String text = Texts.in(language).get("reason." + count.reason().name());
    return new Reason(count.kind(), count.reason(), text, count.count());
  }
}
