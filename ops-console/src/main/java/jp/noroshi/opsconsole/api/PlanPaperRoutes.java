package jp.noroshi.opsconsole.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanDisclosures;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.gis.register.DisclosureWish;

/** Plans printed for one reader: a disclosure with one copy, handed over at once. */
final class PlanPaperRoutes implements Routes {

  private final PlanDisclosures disclosures;
  private final PlanPapers papers;

  PlanPaperRoutes(PlanDisclosures disclosures, PlanPapers papers) {
    this.disclosures = disclosures;
    this.papers = papers;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("printPlan", this::plan, "printPlanList", this::list);
  }

  private record ReaderBody(
      Disclosure.RecipientKind kind, String recipient, String purpose, LocalDate keepUntil) {

    DisclosureWish wish(List<AreaCode> districts) {
      return new DisclosureWish(kind, recipient, purpose, districts, keepUntil, List.of(recipient));
    }
  }

  private record ListBody(ReaderBody reader, AreaCode district, HazardKind hazard) {}

  private Answer plan(Call call) {
    return papers.print(
        disclosures
            .print(
                call.id("planId"),
                PlanRoutes.read(call, ReaderBody.class).wish(List.of()),
                Looks.of(call))
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND)));
  }

  private Answer list(Call call) {
    ListBody body = PlanRoutes.read(call, ListBody.class);
    return papers.print(
        disclosures.printList(
            body.hazard(), body.reader().wish(List.of(body.district())), Looks.of(call)));
  }
}
