package jp.noroshi.gis.plan;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.register.SealedColumn;

/**
 * Everything around plans, put together.
 *
 * @param plans the plans
 * @param supporters those who help
 * @param proposals what a new plan could say
 * @param sheets plans with their person and supporters
 * @param maps what the map of a plan shows
 * @param disclosures hands plans over, numbered
 * @param worklist which plans need somebody
 * @param examination asks whether they would still work
 * @param called what a response starts from
 * @param briefs what the reception of a shelter may know
 */
public record PlanServices(
    Plans plans,
    Supporters supporters,
    PlanProposals proposals,
    PlanSheets sheets,
    PlanMaps maps,
    PlanDisclosures disclosures,
    PlanWorklist worklist,
    PlanExamination examination,
    CalledPlans called,
    ReceptionBriefs briefs) {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** Returns where plans are kept sealed, for a renewal of keys. */
  public static List<SealedColumn> sealedColumns() {
    return PlanSealing.COLUMNS;
  }

  /** Opens plans of whose people and supporters nobody is written to. */
  public static PlanServices open(
      Database database,
      RegisterServices register,
      PlanProposals.RouteFinder routes,
      InstantSource clock) {
    return open(database, register, routes, Reachability.NOBODY_LOST, clock);
  }

  /**
   * Opens the plans.
   *
   * @param register whose people and cipher they use
   * @param routes finds ways
   * @param reachability tells who cannot be written to any more
   */
  public static PlanServices open(
      Database database,
      RegisterServices register,
      PlanProposals.RouteFinder routes,
      Reachability reachability,
      InstantSource clock) {
    Plans.Parts parts =
        new Plans.Parts(
            database, register.cipher(), register.log(), register.consents(), clock, JAPAN);
    Supporters supporters = new Supporters(parts);
    Plans plans = new Plans(parts);
    PlanProposals proposals = new PlanProposals(parts, register.register(), supporters, routes);
    PlanWorklist worklist = new PlanWorklist(database, register.register());
    PlanSheets sheets =
        new PlanSheets(
            database,
            register.register(),
            register.consents(),
            plans,
            supporters,
            proposals,
            worklist);
    return new PlanServices(
        plans,
        supporters,
        proposals,
        sheets,
        new PlanMaps(database, routes, clock),
        new PlanDisclosures(parts, register.ledger(), plans, sheets, worklist),
        worklist,
        new PlanExamination(parts, routes, reachability),
        new CalledPlans(parts, register.register()),
        new ReceptionBriefs(database, register, plans, sheets));
  }
}
