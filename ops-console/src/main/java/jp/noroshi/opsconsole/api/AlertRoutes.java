package jp.noroshi.opsconsole.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.Situation;
import jp.noroshi.core.place.AreaCode;

/** What came in: alerts, their original bytes, and what could not be read. */
final class AlertRoutes implements Routes {

  private final HubFacts hub;
  private final Situation situation;

  AlertRoutes(HubFacts hub, Situation situation) {
    this.hub = hub;
    this.situation = situation;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listAlerts",
        this::list,
        "getAlert",
        call -> Answer.okOrNotFound(situation.findAlert(call.id("alertId")).map(this::detail)),
        "getOriginal",
        this::getOriginal,
        "listQuarantine",
        call ->
            Answer.ok(new QuarantineView(hub.now(), situation.listQuarantine(Page.limit(call)))));
  }

  private record SummaryView(
      UUID id,
      long number,
      Optional<UUID> originalId,
      Mode mode,
      Disposition disposition,
      String reason,
      String telegramType,
      String status,
      String messageType,
      String event,
      String headline,
      String sender,
      Instant sent,
      Instant takenInAt,
      String source) {}

  private record PageView(Instant asOf, List<SummaryView> alerts, Optional<Long> next) {}

  private record QuarantineView(Instant asOf, List<Situation.Quarantined> entries) {}

  private record AreaView(
      String layer, Optional<AreaCode> code, String name, List<AlertKind> kinds) {
    static AreaView of(AlertArea area) {
      return new AreaView(area.layer(), area.code(), area.name(), area.kinds());
    }
  }

  private record DetailView(
      @JsonUnwrapped SummaryView summary,
      AlertFormat format,
      Optional<AlertLevel> level,
      Set<Hazard> hazards,
      String identifier,
      String serial,
      String stream,
      String description,
      Optional<Instant> expires,
      List<AreaView> areas) {}

  private Answer list(Call call) {
    Instant asOf = hub.now();
    int limit = Page.limit(call);
    Page<Situation.AlertSummary> page =
        Page.of(
            situation.listLatest(call.findNumber("before"), limit),
            limit,
            Situation.AlertSummary::seq);
    return Answer.ok(
        new PageView(asOf, page.items().stream().map(this::summary).toList(), page.next()));
  }

  private Answer getOriginal(Call call) {
    UUID id = call.id("originalId");
    byte[] bytes =
        situation
            .findOriginalBytes(id)
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
    return new Answer.Download(Buffer.buffer(bytes), "original-" + id + ".bin");
  }

  private DetailView detail(Situation.AlertDetail detail) {
    Alert alert = detail.alert();
    return new DetailView(
        summary(detail.summary()),
        alert.format(),
        alert.findHighestLevel(),
        hazards(alert),
        alert.identifier(),
        alert.serial(),
        alert.stream(),
        alert.description(),
        alert.expires(),
        alert.areas().stream().map(AreaView::of).toList());
  }

  private static Set<Hazard> hazards(Alert alert) {
    return alert.areas().stream()
        .flatMap(area -> area.kinds().stream())
        .map(AlertKind::hazard)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private SummaryView summary(Situation.AlertSummary alert) {
    return new SummaryView(
        alert.id(),
        alert.seq(),
        alert.originalId(),
        hub.mode(),
        alert.disposition(),
        alert.reason(),
        alert.telegramType(),
        alert.status(),
        alert.messageType(),
        alert.event(),
        alert.headline(),
        alert.sender(),
        alert.sent(),
        alert.takenInAt(),
        alert.source());
  }
}
