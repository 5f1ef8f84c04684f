package jp.noroshi.shelters.response;

import java.util.List;
import java.util.Set;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.CalledPlans;
import jp.noroshi.gis.plan.Supporter;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.targeting.Area;
import jp.noroshi.gis.targeting.TargetList;
import org.jdbi.v3.core.Handle;

/**
 * Calls people up from the register, in the name of who approved the order and under the
 * emergencies that were declared with it. Every look stands in the access log.
 */
public final class RegisterCallUp implements CallUp {

  /** From where the hub itself looks. */
  static final String HERE = "hub";

  private final TargetList targets;
  private final CalledPlans plans;

  /** Reads people from the list of targets, and opens them with their plans. */
  public RegisterCallUp(TargetList targets, CalledPlans plans) {
    this.targets = targets;
    this.plans = plans;
  }

  /** Returns as whom an account looks during a response. */
  static Reader reader(String account) {
    return new Reader(account, Reader.Standing.DUTY_OFFICER, HERE);
  }

  @Override
  public List<Called> list(Handle handle, Cause cause) {
    Access byRegister =
        access(cause, LegalBasis.REGISTER_DISASTER).within(cause.looks().register());
    Access byPlan = access(cause, LegalBasis.PLAN_DISASTER).within(cause.looks().plan());
    HazardKind hazard = cause.kind();
    List<PersonId> people =
        targets.list(handle, Area.of(Set.of(cause.district())), hazard, byRegister).stream()
            .map(TargetList.Target::person)
            .toList();
    return plans.open(handle, people, hazard, byPlan, byRegister).stream()
        .map(called -> called(called, hazard))
        .toList();
  }

  private static Access access(Cause cause, LegalBasis basis) {
    return Access.of(reader(cause.by()), Purpose.ASSISTANCE, basis);
  }

  private static Called called(CalledPlans.Called called, HazardKind hazard) {
    return new Called(
        called.person().id(),
        called.plan().map(CalledPlans.Agreed::id),
        called.plan().map(CalledPlans.Agreed::signal),
        called.plan().map(CalledPlans.Agreed::helpers).orElse(List.of()).stream()
            .map(RegisterCallUp::helper)
            .toList(),
        Risk.of(called, hazard));
  }

  private static PlannedSupporter helper(CalledPlans.PlannedSupporter helper) {
    return new PlannedSupporter(
        helper.supporter(),
        helper.kind() == Supporter.Kind.GROUP,
        helper.position(),
        helper.absent());
  }
}
