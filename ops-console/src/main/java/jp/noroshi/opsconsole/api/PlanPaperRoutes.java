package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanCopies;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.plan.PlanSheet;
import jp.noroshi.gis.plan.PlanWorklist;
import jp.noroshi.opsconsole.paper.DistrictPaper;
import jp.noroshi.opsconsole.paper.PlanPaper;

/** Plans on paper, each sheet with its number. */
final class PlanPaperRoutes implements Routes {

  private final HubFacts hub;
  private final PlanServices services;

  PlanPaperRoutes(HubFacts hub, PlanServices services) {
    this.hub = hub;
    this.services = services;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("printPlan", this::plan, "printPlanList", this::list);
  }

  private record RecipientBody(String recipient) {}

  private record ListBody(String recipient, AreaCode district, HazardKind hazard) {}

  private Answer plan(Call call) {
    PlanCopies.Numbered<PlanSheet> printed =
        services
            .copies()
            .print(call.id("planId"), call.read(RecipientBody.class).recipient(), Looks.of(call))
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
    byte[] pdf =
        new PlanPaper()
            .print(
                printed.content(),
                services.maps().collect(printed.content(), PlanPaper.MAP_ASPECT),
                printed.copy(),
                hub.municipality().name());
    return file(pdf, "plan-%d.pdf".formatted(printed.copy().number()));
  }

  private Answer list(Call call) {
    ListBody body = call.read(ListBody.class);
    PlanCopies.Numbered<PlanWorklist.Part> printed =
        services
            .copies()
            .printList(body.district(), body.hazard(), body.recipient(), Looks.of(call));
    byte[] pdf =
        new DistrictPaper()
            .print(
                hub.named(body.district(), Language.JA).name(),
                body.hazard(),
                printed.content().lines(),
                printed.copy());
    return file(pdf, "plans-%d.pdf".formatted(printed.copy().number()));
  }

  private static Answer file(byte[] pdf, String name) {
    return new Answer.Download(Buffer.buffer(pdf), name);
  }
}
