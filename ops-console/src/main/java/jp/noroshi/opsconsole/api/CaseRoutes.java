package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.register.Person;
import jp.noroshi.opsconsole.api.PlanViews.SupporterView;
import jp.noroshi.opsconsole.api.ResponseViews.CaseView;
import jp.noroshi.opsconsole.api.ResponseViews.LineView;
import jp.noroshi.shelters.response.CaseHomes;
import jp.noroshi.shelters.response.CaseNotes;
import jp.noroshi.shelters.response.CaseSheet;
import jp.noroshi.shelters.response.CaseSheets;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.NotYetSafe;
import jp.noroshi.shelters.response.Response;
import jp.noroshi.shelters.response.ResponseServices;
import jp.noroshi.shelters.response.StaffDecision;
import jp.noroshi.shelters.response.SupporterAnswer;
import jp.noroshi.shelters.response.Verdict;

/**
 * Who is not yet safe, and one person's case. The list names nobody; whoever is named or opened
 * from it is a look in the access log.
 */
final class CaseRoutes implements Routes {

  private final HubFacts hub;
  private final ResponseServices services;
  private final ResponseViews views;

  CaseRoutes(HubFacts hub, ResponseServices services, ResponseViews views) {
    this.hub = hub;
    this.services = services;
    this.views = views;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listNotYetSafe", this::list,
        "nameNotYetSafe", this::name,
        "placeNotYetSafe", this::place,
        "getCase", this::get,
        "openCase", this::open,
        "decideCase", this::decide,
        "noteOnCase", this::note,
        "answerForSupporter", this::answer);
  }

  /** Which cases are wanted. */
  private enum Which {
    NOT_YET_SAFE,
    SAFE,
    ENDED,
    ALL;

    Set<CaseState> states() {
      return switch (this) {
        case NOT_YET_SAFE -> Set.of();
        case SAFE -> Set.of(CaseState.SAFE);
        case ENDED -> Set.of(CaseState.ENDED);
        case ALL -> EnumSet.allOf(CaseState.class);
      };
    }
  }

  private record CaseList(Instant asOf, Optional<UUID> response, int total, List<LineView> lines) {}

  private Answer list(Call call) {
    Optional<UUID> response =
        call.findText("response")
            .map(UUID::fromString)
            .map(id -> response(id).id())
            .or(() -> services.responses().findRunning().map(Response::id));
    return Answer.ok(
        response
            .map(id -> list(id, call))
            .orElseGet(() -> new CaseList(hub.now(), Optional.empty(), 0, List.of())));
  }

  private CaseList list(UUID response, Call call) {
    NotYetSafe.Part part =
        services
            .notYetSafe()
            .list(
                new NotYetSafe.Wanted(
                    response,
                    call.findText("district").map(AreaCode::new),
                    call.findText("which").map(Which::valueOf).orElse(Which.NOT_YET_SAFE).states()),
                call.findNumber("offset").map(Math::toIntExact).orElse(0),
                Page.limit(call));
    return new CaseList(
        part.asOf(),
        Optional.of(response),
        part.total(),
        part.lines().stream().map(line -> views.of(line, call.language())).toList());
  }

  private record NamesBody(List<UUID> cases) {}

  /** Who somebody on the list is. */
  private record Named(
      UUID caseId, String name, String kana, String address, Optional<String> phone) {}

  private record NameList(List<Named> people) {}

  /** Everybody named is a line in the log; whoever may not be looked at makes it all refused. */
  private Answer name(Call call) {
    List<NotYetSafe.Line> lines =
        call.read(NamesBody.class).cases().stream().map(this::line).toList();
    lines.forEach(this::responseOf);
    return Answer.ok(
        new NameList(
            services.sheets().name(lines, Looks.reader(call)).entrySet().stream()
                .map(each -> named(each.getKey(), each.getValue()))
                .toList()));
  }

  private static Named named(UUID caseId, CaseSheets.Named found) {
    return new Named(caseId, found.name(), found.kana(), found.address(), found.phone());
  }

  private record HomesBody(UUID response, List<UUID> cases) {}

  private record HomeList(Instant asOf, List<CaseHomes.Home> homes) {}

  private Answer place(Call call) {
    HomesBody asked = call.read(HomesBody.class);
    return Answer.ok(
        new HomeList(
            hub.now(),
            services
                .homes()
                .locate(response(asked.response()).id(), asked.cases(), Looks.reader(call))));
  }

  private Answer get(Call call) {
    return Answer.ok(view(line(call.id("caseId")), call));
  }

  private CaseView view(NotYetSafe.Line line, Call call) {
    return views.of(
        responseOf(line), line, services.courses().find(line.id()).orElseThrow(), call.language());
  }

  private record OpenedPlan(UUID id, HazardKind hazard, PlanContent content) {}

  /** Somebody with everything a helper has to know. */
  private record Opened(
      UUID caseId,
      Person person,
      Optional<OpenedPlan> plan,
      List<NoteView> notes,
      List<SupporterView> supporters) {

    static Opened of(CaseSheet sheet, List<NoteView> notes) {
      return new Opened(
          sheet.line().id(),
          sheet.person(),
          sheet.plan().map(plan -> new OpenedPlan(plan.id(), plan.hazard(), plan.content())),
          notes,
          sheet.tasks().stream().map(each -> SupporterView.of(each.supporter())).toList());
    }
  }

  private Answer open(Call call) {
    NotYetSafe.Line line = line(call.id("caseId"));
    responseOf(line);
    return Answer.okOrNotFound(
        services
            .sheets()
            .open(line.id(), Looks.reader(call))
            .map(sheet -> Opened.of(sheet, sheet.notes().stream().map(this::of).toList())));
  }

  private record NoteView(UUID id, Instant at, String by, boolean handOver, String text) {}

  private NoteView of(CaseNotes.Note note) {
    return new NoteView(
        note.id(), note.at(), views.nameOf(note.by()), note.handOver(), note.text());
  }

  private record NoteBody(String text, boolean handOver) {}

  private Answer note(Call call) {
    NoteBody body = call.read(NoteBody.class);
    String text = body.text().strip();
    if (text.isEmpty()) {
      throw new ProblemException(ProblemKind.INVALID_REQUEST);
    }
    NotYetSafe.Line line = line(call.id("caseId"));
    responseOf(line);
    return services
        .notes()
        .write(line.id(), text, body.handOver(), call.actor())
        .map(this::of)
        .map(Answer::created)
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
  }

  private record Decided(Verdict verdict, CaseView course) {}

  private record DecisionBody(StaffDecision decision) {}

  private Answer decide(Call call) {
    UUID id = call.id("caseId");
    StaffDecision decision = call.read(DecisionBody.class).decision();
    return decided(id, services.answers().decide(id, decision, call.actor()), call);
  }

  private record AnswerBody(SupporterAnswer answer) {}

  private Answer answer(Call call) {
    UUID id = call.id("caseId");
    SupporterAnswer answer = call.read(AnswerBody.class).answer();
    return decided(
        id, services.answers().forSupporter(id, call.id("taskId"), answer, call.actor()), call);
  }

  private Answer decided(UUID caseId, Verdict verdict, Call call) {
    return switch (verdict) {
      case TAKEN, NOTHING_NEW -> Answer.ok(new Decided(verdict, view(line(caseId), call)));
      case NOT_NEEDED -> throw new ProblemException(ProblemKind.CASE_OVER);
      case TAKEN_BY_ANOTHER -> throw new ProblemException(ProblemKind.CASE_TAKEN);
      case UNKNOWN -> throw new ProblemException(ProblemKind.NOT_FOUND);
    };
  }

  private NotYetSafe.Line line(UUID id) {
    return services
        .notYetSafe()
        .find(id)
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
  }

  private Response responseOf(NotYetSafe.Line line) {
    return response(line.response());
  }

  /** Those of another mode are as good as not there. */
  private Response response(UUID id) {
    return services
        .responses()
        .find(id)
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
  }
}
