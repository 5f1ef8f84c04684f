package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.MediumHealth;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchState;
import jp.noroshi.core.dispatch.DraftService;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.Situation;
import jp.noroshi.core.intake.SourceHealth;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.opsconsole.api.HubFacts.Named;

/** The first glance: what is in force, what needs a decision, and whether anything is wrong. */
final class SituationRoutes implements Routes {

  private static final int MOST_DECISIONS = 100;

  /** A telegram of JMA is named by four letters and two digits (VPWW56). */
  private static final Pattern JMA_TELEGRAM = Pattern.compile("V[A-Z]{3}\\d{2}");

  /** Those who wait for an approver first, then the level, then the oldest. */
  private static final Comparator<Dispatch> MOST_PRESSING =
      Comparator.comparing((Dispatch each) -> each.state() != DispatchState.AWAITING_APPROVAL)
          .thenComparingInt(each -> -each.level().map(AlertLevel::number).orElse(0))
          .thenComparingLong(Dispatch::number);

  private final HubFacts hub;
  private final Situation situation;
  private final EvacuationRoutes evacuation;
  private final DraftService drafts;
  private final DispatchPresenter presenter;
  private final Health health;

  /**
   * How the ways in and out are.
   *
   * @param sources every way in
   * @param media every medium; blocking
   */
  record Health(List<AlertSource> sources, Supplier<List<MediumHealth>> media) {}

  SituationRoutes(
      HubFacts hub,
      Situation situation,
      EvacuationRoutes evacuation,
      DraftService drafts,
      DispatchPresenter presenter,
      Health health) {
    this.hub = hub;
    this.situation = situation;
    this.evacuation = evacuation;
    this.drafts = drafts;
    this.presenter = presenter;
    this.health = health;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("getSituation", this::get);
  }

  private record SituationView(
      Instant asOf,
      Mode mode,
      Named municipality,
      List<InForceView> inForce,
      List<EvacuationRoutes.DistrictOrders> orders,
      List<SourceView> sources,
      List<MediumView> media,
      List<DispatchSummaryView> decisions) {}

  private enum Publisher {
    JMA,
    MUNICIPALITY,
    OTHER
  }

  private record InForceView(
      UUID alertId,
      Publisher publisher,
      String publisherName,
      String name,
      Hazard hazard,
      Optional<AlertLevel> level,
      List<Named> areas,
      List<AreaCode> districts,
      Instant since,
      Instant asOf,
      Optional<Instant> expiresAt) {}

  private record SourceView(
      String name,
      SourceHealth.State state,
      Instant asOf,
      Optional<Instant> lastMessage,
      String detail) {
    static SourceView of(AlertSource source) {
      SourceHealth health = source.health();
      return new SourceView(
          source.name(), health.state(), health.asOf(), health.lastMessage(), health.detail());
    }
  }

  private enum MediumState {
    WELL,
    TROUBLED
  }

  private record MediumView(
      Medium medium,
      MediumState state,
      Instant asOf,
      int waiting,
      Optional<Instant> oldestWaitingSince,
      Optional<Instant> lastAcceptedAt) {
    static MediumView of(MediumHealth health) {
      return new MediumView(
          health.channel().medium(),
          health.channel().paused() ? MediumState.TROUBLED : MediumState.WELL,
          health.asOf(),
          health.waitingRecipients(),
          health.oldestWaitingSince(),
          health.channel().lastAccepted());
    }
  }

  private Answer get(Call call) {
    Instant asOf = hub.now();
    return Answer.ok(
        new SituationView(
            asOf,
            hub.mode(),
            hub.municipalityIn(call.language()),
            inForce(),
            evacuation.districts(call.language()),
            health.sources().stream().map(SourceView::of).toList(),
            health.media().get().stream().map(MediumView::of).toList(),
            presenter.summaries(decisions())));
  }

  private List<Dispatch> decisions() {
    return drafts.list(true, OptionalLong.empty(), MOST_DECISIONS).stream()
        .sorted(MOST_PRESSING)
        .toList();
  }

  /** One line for each thing said, whatever the number of areas it is said of. */
  private List<InForceView> inForce() {
    Map<Object, List<Situation.InForce>> said =
        situation.listInForce().stream()
            .collect(
                Collectors.groupingBy(
                    each -> List.of(each.alertId(), each.name(), each.hazard(), each.since()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return said.values().stream().map(SituationRoutes::view).toList();
  }

  private static InForceView view(List<Situation.InForce> areas) {
    Situation.InForce first = areas.getFirst();
    return new InForceView(
        first.alertId(),
        publisherOf(first.telegramType()),
        first.publisher(),
        first.name().isEmpty() ? first.event() : first.name(),
        first.hazard(),
        first.level(),
        areas.stream().map(each -> new Named(each.area(), each.areaName())).distinct().toList(),
        areas.stream()
            .map(Situation.InForce::districts)
            .flatMap(Collection::stream)
            .distinct()
            .toList(),
        first.since(),
        first.asOf(),
        first.expiresAt());
  }

  private static Publisher publisherOf(String telegramType) {
    if (JMA_TELEGRAM.matcher(telegramType).matches()) {
      return Publisher.JMA;
    }
    return telegramType.startsWith("CAP") ? Publisher.OTHER : Publisher.MUNICIPALITY;
  }
}
