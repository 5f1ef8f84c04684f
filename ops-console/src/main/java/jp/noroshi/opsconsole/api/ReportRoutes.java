package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.talk.Report;
import jp.noroshi.shelters.talk.Reports;

/** What residents report of themselves, for those who look after them. */
final class ReportRoutes implements Routes {

  private static final int MOST_LISTED = 200;

  private final HubFacts hub;
  private final Reports reports;

  ReportRoutes(HubFacts hub, Reports reports) {
    this.hub = hub;
    this.reports = reports;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("listReports", this::list, "handleReport", this::handle);
  }

  private record ReportList(Instant asOf, Reports.Figures figures, List<ReportView> reports) {}

  private record HandledView(Instant at, String by, String outcome) {}

  private record ReportView(
      UUID id,
      int number,
      PersonAnswer kind,
      Report.Via via,
      String name,
      String kana,
      String phone,
      String place,
      int people,
      String note,
      Optional<LatLon> location,
      OptionalInt locationMetres,
      Optional<Instant> locatedAt,
      Optional<UUID> joined,
      boolean vouched,
      Instant firstAt,
      Instant lastAt,
      int times,
      Optional<HandledView> handled) {

    static ReportView of(Report report) {
      Report.Said said = report.said();
      return new ReportView(
          report.id(),
          report.number(),
          report.kind(),
          report.via(),
          said.name(),
          said.kana(),
          said.phone(),
          said.place(),
          said.people(),
          said.note(),
          said.location().map(Report.Position::point),
          said.location().map(Report.Position::metres).orElse(OptionalInt.empty()),
          said.location().map(Report.Position::at),
          report.joined(),
          report.vouched(),
          report.firstAt(),
          report.lastAt(),
          report.times(),
          report
              .handled()
              .map(handled -> new HandledView(handled.at(), handled.by(), handled.outcome())));
    }
  }

  private Answer list(Call call) {
    List<Report> found =
        reports.list(
            call.findText("kind").map(PersonAnswer::valueOf), call.flag("open"), MOST_LISTED);
    return Answer.ok(
        new ReportList(hub.now(), reports.count(), found.stream().map(ReportView::of).toList()));
  }

  private record HandledBody(String outcome) {}

  private Answer handle(Call call) {
    String outcome = call.read(HandledBody.class).outcome().strip();
    return Answer.okOrNotFound(
        reports.handle(call.id("reportId"), outcome, call.actor()).map(ReportView::of));
  }
}
