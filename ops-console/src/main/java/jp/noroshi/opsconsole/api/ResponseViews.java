package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.gis.register.Emergencies;
import jp.noroshi.gis.register.Emergency;
import jp.noroshi.opsconsole.api.HubFacts.Named;
import jp.noroshi.opsconsole.auth.Account;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.Shelters;
import jp.noroshi.shelters.response.CaseCourses;
import jp.noroshi.shelters.response.CaseReason;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.Cause;
import jp.noroshi.shelters.response.Evidence;
import jp.noroshi.shelters.response.NotYetSafe;
import jp.noroshi.shelters.response.Response;
import jp.noroshi.shelters.response.SupportTask;
import jp.noroshi.shelters.response.TaskState;
import jp.noroshi.shelters.response.Verdict;

/** Responses and their cases as the contract shows them: without anybody's name. */
final class ResponseViews {

  private final HubFacts hub;
  private final Accounts accounts;
  private final Emergencies emergencies;
  private final Shelters shelters;

  ResponseViews(HubFacts hub, Accounts accounts, Emergencies emergencies, Shelters shelters) {
    this.hub = hub;
    this.accounts = accounts;
    this.emergencies = emergencies;
    this.shelters = shelters;
  }

  /** Why it runs. */
  record CauseView(
      Named district,
      Hazard hazard,
      Optional<Integer> level,
      Instant since,
      String by,
      Optional<Instant> overAt) {}

  /**
   * A response.
   *
   * @param looksUntil until when people may be looked at under the emergencies declared with it
   */
  record ResponseView(
      UUID id,
      int number,
      Instant startedAt,
      String startedBy,
      Optional<Instant> endedAt,
      List<CauseView> causes,
      Optional<Instant> looksUntil) {}

  ResponseView of(Response response, Language language) {
    return new ResponseView(
        response.id(),
        response.number(),
        response.startedAt(),
        nameOf(response.startedBy()),
        response.endedAt(),
        response.causes().stream().map(cause -> of(cause, language)).toList(),
        response.standing().stream()
            .map(cause -> cause.looks().register())
            .distinct()
            .flatMap(id -> emergencies.find(id).stream())
            .map(Emergency::until)
            .min(Instant::compareTo));
  }

  private CauseView of(Cause cause, Language language) {
    return new CauseView(
        hub.named(cause.district(), language),
        cause.hazard(),
        cause.level().map(AlertLevel::number),
        cause.since(),
        nameOf(cause.by()),
        cause.overAt());
  }

  /** How many stand where, and what the word for those who are safe is worth. */
  record FiguresView(
      int people,
      int notYetSafe,
      int safe,
      int ended,
      int helpWanted,
      int waiting,
      int open,
      int asked,
      int claimed,
      int onTheWay,
      int staff,
      SafeBy safeBy) {

    record SafeBy(int checkIn, int staff, int supporter, int own, int assumed) {}

    static FiguresView of(NotYetSafe.Figures figures) {
      return new FiguresView(
          figures.people(),
          figures.notYetSafe(),
          figures.in(CaseState.SAFE),
          figures.in(CaseState.ENDED),
          figures.helpWanted(),
          figures.in(CaseState.WAITING),
          figures.in(CaseState.OPEN),
          figures.in(CaseState.ASKED),
          figures.in(CaseState.CLAIMED),
          figures.in(CaseState.ON_THE_WAY),
          figures.in(CaseState.STAFF),
          new SafeBy(
              figures.safeBy(Evidence.Strength.CHECK_IN),
              figures.safeBy(Evidence.Strength.STAFF_WORD),
              figures.safeBy(Evidence.Strength.SUPPORTER_WORD),
              figures.safeBy(Evidence.Strength.OWN_WORD),
              figures.safeBy(Evidence.Strength.ASSUMED)));
    }
  }

  /** The steps of the danger, and what comes of them. */
  record RiskView(int home, int condition, int alone, int time, int score) {}

  /** A case on the list. */
  record LineView(
      UUID id,
      int number,
      List<Named> districts,
      CaseState state,
      Optional<CaseReason> reason,
      boolean helpWanted,
      RiskView risk,
      boolean planned,
      int asked,
      Optional<Evidence.Strength> strength,
      Instant openedAt,
      Instant changedAt) {}

  LineView of(NotYetSafe.Line line, Language language) {
    return new LineView(
        line.id(),
        line.number(),
        line.districts().stream().map(code -> hub.named(code, language)).toList(),
        line.state(),
        line.reason(),
        line.helpWanted(),
        new RiskView(
            line.risk().home(),
            line.risk().condition(),
            line.risk().alone(),
            line.risk().time(),
            line.risk().score()),
        line.plan().isPresent(),
        line.asked(),
        line.strength(),
        line.openedAt(),
        line.changedAt());
  }

  /** Who said something. */
  enum TellerKind {
    STAFF,
    SUPPORTER,
    PERSON,
    SHELTER,
    HUB
  }

  /**
   * Who said something.
   *
   * @param name of staff or of the shelter; supporters are named only where somebody is opened
   * @param who the supporter or shelter
   */
  record TellerView(TellerKind kind, Optional<String> name, Optional<UUID> who) {}

  /** What happened. */
  record StepView(Instant at, String what, TellerView by, CaseState state, boolean taken) {}

  /** What a supporter was asked. */
  record TaskView(
      UUID id, UUID supporter, boolean group, TaskState state, Optional<Instant> askedAt) {}

  /** Why somebody is taken to be safe. */
  record EvidenceView(Evidence.Strength strength, Instant at, TellerView by) {}

  /** One case and its course. */
  record CaseView(
      Instant asOf,
      UUID response,
      boolean running,
      LineView line,
      Optional<EvidenceView> evidence,
      boolean selfAsked,
      Optional<Instant> dueAt,
      List<TaskView> tasks,
      List<StepView> steps,
      int notes) {}

  CaseView of(
      Response response, NotYetSafe.Line line, CaseCourses.Course course, Language language) {
    return new CaseView(
        hub.now(),
        response.id(),
        response.isRunning(),
        of(line, language),
        course.evidence().map(this::of),
        course.selfAsked(),
        course.dueAt(),
        course.tasks().stream().map(ResponseViews::of).toList(),
        course.steps().stream().map(this::of).toList(),
        course.notes());
  }

  private static TaskView of(SupportTask task) {
    return new TaskView(task.id(), task.supporter(), task.group(), task.state(), task.askedAt());
  }

  private StepView of(CaseCourses.Step step) {
    return new StepView(
        step.at(), step.what(), teller(step), step.state(), step.verdict() == Verdict.TAKEN);
  }

  private TellerView teller(CaseCourses.Step step) {
    return switch (step.by()) {
      case "hub" -> new TellerView(TellerKind.HUB, Optional.empty(), Optional.empty());
      case "person" -> new TellerView(TellerKind.PERSON, Optional.empty(), Optional.empty());
      case "supporter" -> new TellerView(TellerKind.SUPPORTER, Optional.empty(), step.who());
      case "shelter" ->
          new TellerView(TellerKind.SHELTER, step.who().flatMap(this::shelter), step.who());
      default -> staff(step.by());
    };
  }

  private EvidenceView of(Evidence evidence) {
    TellerView by =
        switch (evidence) {
          case Evidence.CheckIn(UUID where, Instant _) ->
              new TellerView(TellerKind.SHELTER, shelter(where), Optional.of(where));
          case Evidence.StaffWord(String account, Instant _) -> staff(account);
          case Evidence.Assumed(String account, Instant _) -> staff(account);
          case Evidence.SupporterWord(UUID supporter, Instant _) ->
              new TellerView(TellerKind.SUPPORTER, Optional.empty(), Optional.of(supporter));
          case Evidence.OwnWord _ ->
              new TellerView(TellerKind.PERSON, Optional.empty(), Optional.empty());
        };
    return new EvidenceView(evidence.strength(), evidence.at(), by);
  }

  private TellerView staff(String account) {
    return new TellerView(TellerKind.STAFF, Optional.of(nameOf(account)), Optional.empty());
  }

  private Optional<String> shelter(UUID id) {
    return shelters.find(id).map(Shelter::name);
  }

  String nameOf(String account) {
    return accounts.find(account).map(Account::displayName).orElse(account);
  }
}
