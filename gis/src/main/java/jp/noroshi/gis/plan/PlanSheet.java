package jp.noroshi.gis.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.Person;

/**
 * A plan with everything around it, as a screen or a sheet of paper shows it.
 *
 * @param plan the plan
 * @param person whose, as far as the purpose allows
 * @param exposures the danger at the home today
 * @param supporters those who help, in the order in which they are called
 * @param provision whether it may be handed over in normal times
 * @param consents what the person last answered
 * @param health how it is
 * @param versions its history, newest first
 */
public record PlanSheet(
    EvacuationPlan plan,
    Person person,
    List<Exposure> exposures,
    List<Supporters.Loaded> supporters,
    Provision provision,
    Map<ConsentKind, ConsentAnswer> consents,
    PlanWorklist.Health health,
    List<PlanVersion> versions) {

  /** Finds a supporter of the plan. */
  public Supporters.Loaded supporter(UUID id) {
    return supporters.stream()
        .filter(each -> each.supporter().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Returns where those live who agreed to their data being handed over, and no others. */
  public List<LatLon> supportersToBeShown() {
    return supporters.stream()
        .map(Supporters.Loaded::supporter)
        .filter(each -> each.consent() == ConsentAnswer.GIVEN && !each.gone())
        .flatMap(each -> each.home().stream())
        .toList();
  }

  @Override
  public String toString() {
    return "PlanSheet[" + plan + "]";
  }
}
