package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.shelters.lalert.LAlertReporter;
import jp.noroshi.shelters.lalert.SheltersReport;
import jp.noroshi.shelters.lalert.SheltersReport.Distribution;
import jp.noroshi.shelters.lalert.SubmittedReport;
import jp.noroshi.shelters.lalert.SubmittedReport.State;

/** What L-Alert was told of the shelters. */
final class LAlertRoutes implements Routes {

  private final HubFacts hub;
  private final Optional<LAlertReporter> reporter;

  LAlertRoutes(HubFacts hub, Optional<LAlertReporter> reporter) {
    this.hub = hub;
    this.reporter = reporter;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("getLAlert", _ -> get());
  }

  private record Told(
      int revision,
      Distribution distribution,
      Instant madeAt,
      int open,
      int people,
      State state,
      String detail,
      Optional<Instant> answeredAt) {

    static Told of(SubmittedReport submitted) {
      SheltersReport report = submitted.report();
      return new Told(
          report.revision(),
          report.distribution(),
          report.madeAt(),
          report.openShelters(),
          report.people(),
          submitted.state(),
          submitted.detail(),
          submitted.answeredAt());
    }
  }

  private record LAlertView(Instant asOf, boolean connected, Optional<Told> report) {}

  private Answer get() {
    return Answer.ok(
        new LAlertView(
            hub.now(),
            reporter.isPresent(),
            reporter.flatMap(LAlertReporter::findLatest).map(Told::of)));
  }
}
