package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.plan.PlanDraft;
import jp.noroshi.gis.plan.PlanReason;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.plan.PlanSheet;
import jp.noroshi.gis.plan.PlanState;
import jp.noroshi.gis.plan.PlanWorklist;
import jp.noroshi.gis.plan.PlanWorklist.DistrictHealth;
import jp.noroshi.gis.plan.Rehearsal;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.Consent;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.opsconsole.api.HubFacts.Named;

/** Individual evacuation plans: the worklist, one plan, and what is done with it. */
final class PlanRoutes implements Routes {

  private final HubFacts hub;
  private final PlanServices services;
  private final PlanViews views;

  PlanRoutes(HubFacts hub, PlanServices services) {
    this.hub = hub;
    this.services = services;
    this.views = new PlanViews(hub, services.maps());
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listPlans", this::list,
        "getPlanHealth", this::health,
        "examinePlans", this::examine,
        "getPlan", this::get,
        "savePlan", this::save,
        "agreePlan", this::agree,
        "reviewPlan", this::review,
        "rehearsePlan", this::rehearse,
        "getPlanVersion", this::version,
        "proposePlan", this::propose);
  }

  private record LineView(
      UUID id,
      PersonId person,
      String name,
      String kana,
      Optional<Named> district,
      HazardKind hazard,
      PlanState state,
      int version,
      LocalDate nextReview,
      PlanWorklist.Health health) {}

  private record PageView(Instant asOf, int total, List<LineView> items) {}

  private record DistrictView(
      Optional<Named> district, int plans, int withoutPlan, int urgent, int serious, int notice) {}

  private record ReasonView(PlanReason reason, int plans) {}

  private record HealthView(
      Optional<Instant> examinedAt,
      int plans,
      int withoutPlan,
      List<ReasonView> reasons,
      List<DistrictView> districts) {}

  private record DraftBody(
      UUID id, PersonId person, HazardKind hazard, int baseVersion, PlanContent content) {}

  private record AgreementBody(
      int version,
      LocalDate on,
      Consent.Method method,
      Optional<String> proxy,
      Optional<String> evidence,
      Optional<ConsentAnswer> provision) {}

  private record ReviewBody(int version, LocalDate nextReview) {}

  private Answer list(Call call) {
    PlanWorklist.Part part =
        services
            .worklist()
            .list(
                wanted(call),
                call.findNumber("offset").map(Math::toIntExact).orElse(0),
                Page.limit(call),
                Looks.of(call));
    return Answer.ok(
        new PageView(
            hub.now(),
            part.total(),
            part.lines().stream().map(line -> line(line, call.language())).toList()));
  }

  private static PlanWorklist.Wanted wanted(Call call) {
    return new PlanWorklist.Wanted(
        call.findText("district").map(AreaCode::new),
        call.findText("hazard").map(HazardKind::valueOf),
        call.findText("state").map(PlanState::valueOf),
        call.findText("reason").map(PlanReason::valueOf),
        call.findText("severity").map(PlanReason.Severity::valueOf),
        call.findText("person").map(UUID::fromString).map(PersonId::new),
        call.findText("supporter").map(UUID::fromString),
        false);
  }

  private LineView line(PlanWorklist.Line line, Language language) {
    return new LineView(
        line.id(),
        line.person(),
        line.identity().name(),
        line.identity().kana(),
        line.district().map(code -> hub.named(code, language)),
        line.hazard(),
        line.state(),
        line.version(),
        line.nextReview(),
        line.health());
  }

  private Answer health(Call call) {
    List<DistrictHealth> districts = services.worklist().byDistrict();
    return Answer.ok(
        new HealthView(
            services.worklist().examinedAt(),
            districts.stream().mapToInt(DistrictHealth::plans).sum(),
            districts.stream().mapToInt(DistrictHealth::withoutPlan).sum(),
            services.worklist().byReason().entrySet().stream()
                .map(each -> new ReasonView(each.getKey(), each.getValue()))
                .toList(),
            districts.stream().map(each -> view(each, call.language())).toList()));
  }

  private DistrictView view(DistrictHealth of, Language language) {
    return new DistrictView(
        of.district().map(code -> hub.named(code, language)),
        of.plans(),
        of.withoutPlan(),
        of.urgent(),
        of.serious(),
        of.notice());
  }

  private Answer examine(Call call) {
    services.examination().examineAll();
    return health(call);
  }

  private Answer get(Call call) {
    return Answer.ok(views.view(sheet(call.id("planId"), Looks.of(call)), call.language()));
  }

  private PlanSheet sheet(UUID plan, Access access) {
    return services
        .sheets()
        .open(plan, access)
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
  }

  private Answer save(Call call) {
    DraftBody body = read(call, DraftBody.class);
    UUID plan = call.id("planId");
    services
        .plans()
        .save(
            new PlanDraft(
                body.id(), plan, body.person(), body.hazard(), body.baseVersion(), body.content()),
            atWork(call));
    return changed(call);
  }

  private Answer agree(Call call) {
    AgreementBody body = read(call, AgreementBody.class);
    services
        .plans()
        .agree(
            call.id("planId"),
            body.version(),
            consent(call, body, ConsentKind.PLAN_MAKING, ConsentAnswer.GIVEN),
            body.provision().map(answer -> consent(call, body, ConsentKind.PLAN_PROVISION, answer)),
            atWork(call));
    return changed(call);
  }

  private Consent consent(Call call, AgreementBody body, ConsentKind kind, ConsentAnswer answer) {
    return new Consent(
        kind,
        answer,
        body.on(),
        body.method(),
        body.proxy(),
        body.evidence(),
        hub.now(),
        call.actor());
  }

  private Answer review(Call call) {
    ReviewBody body = read(call, ReviewBody.class);
    services.plans().review(call.id("planId"), body.version(), body.nextReview(), atWork(call));
    return changed(call);
  }

  private Answer rehearse(Call call) {
    services.plans().rehearse(call.id("planId"), read(call, Rehearsal.class), atWork(call));
    return changed(call);
  }

  private Answer changed(Call call) {
    UUID plan = call.id("planId");
    services.examination().examine(plan);
    return Answer.ok(views.view(sheet(plan, atWork(call)), call.language()));
  }

  private Answer version(Call call) {
    return Answer.okOrNotFound(
        services
            .plans()
            .openVersion(
                call.id("planId"),
                call.findNumber("version").map(Math::toIntExact).orElseThrow(),
                Looks.of(call)));
  }

  private Answer propose(Call call) {
    return Answer.okOrNotFound(
        services
            .proposals()
            .propose(
                new PersonId(call.id("person")),
                HazardKind.valueOf(call.text("hazard")),
                Looks.of(call))
            .map(proposal -> views.view(proposal, call.language())));
  }

  /** Returns the look of the office at its own work on a plan. */
  static Access atWork(Call call) {
    return Access.of(Looks.reader(call), Purpose.PLANNING, LegalBasis.PLAN_MAKING);
  }

  /** Reads a body of which the contract has only checked the form. */
  static <T> T read(Call call, Class<T> type) {
    try {
      return call.read(type);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemKind.INVALID_REQUEST);
    }
  }
}
