package jp.noroshi.gis.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.Consents;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.Register;
import org.jdbi.v3.core.Handle;

/**
 * Opens plans with their person and supporters, a line in the access log for each of them, all in
 * one transaction. Thread-safe, blocking.
 */
public final class PlanSheets {

  private final Database database;
  private final Register register;
  private final Consents consents;
  private final Plans plans;
  private final Supporters supporters;
  private final PlanProposals proposals;
  private final PlanWorklist worklist;

  PlanSheets(
      Database database,
      Register register,
      Consents consents,
      Plans plans,
      Supporters supporters,
      PlanProposals proposals,
      PlanWorklist worklist) {
    this.database = database;
    this.register = register;
    this.consents = consents;
    this.plans = plans;
    this.supporters = supporters;
    this.proposals = proposals;
    this.worklist = worklist;
  }

  /**
   * Opens a plan and everything around it.
   *
   * @return empty when there is no such plan; nothing is logged then
   * @throws jp.noroshi.gis.register.RegisterRefusedException when the look is not allowed
   */
  public Optional<PlanSheet> open(UUID plan, Access access) {
    return database.inTransaction(handle -> open(handle, plan, access));
  }

  /** Opens the same within a transaction of the caller. */
  Optional<PlanSheet> open(Handle handle, UUID plan, Access access) {
    return plans.open(handle, plan, access).map(opened -> around(handle, opened, access));
  }

  private PlanSheet around(Handle handle, EvacuationPlan plan, Access access) {
    Person person = register.open(handle, plan.person(), access).orElseThrow();
    return new PlanSheet(
        plan,
        person,
        person
            .outline()
            .home()
            .map(home -> proposals.exposures(handle, home, plan.hazard()))
            .orElse(List.of()),
        helpers(handle, plan, access),
        plans.mayBeProvided(handle, plan.id()),
        consents.current(handle, List.of(plan.person())).get(plan.person()),
        worklist.health(handle, plan.id()),
        plans.versions(handle, plan.id()));
  }

  /** Opens those who help in a plan, in the order in which they are called. */
  List<Supporters.Loaded> helpers(Handle handle, EvacuationPlan plan, Access access) {
    List<UUID> order = plan.content().supporters().stream().map(Assignment::supporter).toList();
    return supporters.openAll(handle, order, access).stream()
        .sorted(Comparator.comparingInt(each -> order.indexOf(each.supporter().id())))
        .toList();
  }
}
