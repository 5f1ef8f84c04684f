package jp.noroshi.opsconsole.api;

import java.time.LocalDate;
import java.util.Map;
import jp.noroshi.gis.plan.ReceptionBriefs;
import jp.noroshi.gis.register.Reader;

/**
 * Who of those at the reception has an individual evacuation plan, and what the reception may know
 * of it. Whom is asked after comes in the body, never in the address: addresses end up in logs.
 */
final class BriefRoutes implements Routes {

  private final ReceptionBriefs briefs;

  BriefRoutes(ReceptionBriefs briefs) {
    this.briefs = briefs;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("recogniseEvacuee", this::recognise, "openBrief", this::open);
  }

  private record Asked(String kana, LocalDate birth) {}

  private record Recognised(boolean planned) {}

  private Answer recognise(Call call) {
    Asked asked = call.read(Asked.class);
    return Answer.ok(
        new Recognised(briefs.isPlanned(asked.kana(), asked.birth(), reception(call))));
  }

  private Answer open(Call call) {
    Asked asked = call.read(Asked.class);
    return Answer.okOrNotFound(
        briefs.open(asked.kana(), asked.birth(), reception(call)).map(BriefView::of));
  }

  private static Reader reception(Call call) {
    return new Reader(call.actor(), Reader.Standing.RECEPTION, call.address());
  }
}
