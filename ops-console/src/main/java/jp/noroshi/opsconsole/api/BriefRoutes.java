package jp.noroshi.opsconsole.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.gis.plan.ReceptionBriefs;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.opsconsole.auth.NameProbes;
import jp.noroshi.opsconsole.auth.Tablets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who of those at the reception has an individual evacuation plan, and what the reception may know
 * of it. Whom is asked after comes in the body, never in the address: addresses end up in logs.
 */
final class BriefRoutes implements Routes {

  private static final Logger LOG = LoggerFactory.getLogger(BriefRoutes.class);

  private final ReceptionBriefs briefs;
  private final Tablets tablets;
  private final NameProbes probes;

  BriefRoutes(ReceptionBriefs briefs, Tablets tablets, NameProbes probes) {
    this.briefs = briefs;
    this.tablets = tablets;
    this.probes = probes;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("recogniseEvacuee", this::recognise, "openBrief", this::open);
  }

  private record Asked(String kana, LocalDate birth) {}

  private record Recognised(boolean planned) {}

  private Answer recognise(Call call) {
    Asked asked = call.read(Asked.class);
    requireReception(call);
    boolean planned = briefs.isPlanned(asked.kana(), asked.birth(), reception(call));
    if (planned) {
      probes.forgive(call.actor());
    }
    return Answer.ok(new Recognised(planned));
  }

  private Answer open(Call call) {
    Asked asked = call.read(Asked.class);
    requireReception(call);
    Optional<BriefView> brief =
        briefs.open(asked.kana(), asked.birth(), reception(call)).map(BriefView::of);
    brief.ifPresent(_ -> probes.forgive(call.actor()));
    return Answer.okOrNotFound(brief);
  }

  /** Who asks for name after name in vain may have found the tablet. */
  private void requireReception(Call call) {
    probes
        .findWait(call.actor())
        .ifPresent(
            wait -> {
              LOG.warn("{} asks for too many names", call.actor());
              call.tablet().ifPresent(tablet -> tablets.noteProbing(tablet.device()));
              throw ProblemException.retryAfter(ProblemKind.TOO_MANY_NAMES, wait);
            });
  }

  private static Reader reception(Call call) {
    return new Reader(call.actor(), Reader.Standing.RECEPTION, call.address());
  }
}
