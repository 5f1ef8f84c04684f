package jp.noroshi.shelters.response;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import jp.noroshi.shelters.response.Happening.Accepted;
import jp.noroshi.shelters.response.Happening.AskedAgain;
import jp.noroshi.shelters.response.Happening.AsksForHelp;
import jp.noroshi.shelters.response.Happening.CalledInVain;
import jp.noroshi.shelters.response.Happening.CalledUp;
import jp.noroshi.shelters.response.Happening.CheckedIn;
import jp.noroshi.shelters.response.Happening.Declined;
import jp.noroshi.shelters.response.Happening.Doubted;
import jp.noroshi.shelters.response.Happening.HandedToFire;
import jp.noroshi.shelters.response.Happening.HandedToPolice;
import jp.noroshi.shelters.response.Happening.LeftShelter;
import jp.noroshi.shelters.response.Happening.NotReached;
import jp.noroshi.shelters.response.Happening.OnTheWay;
import jp.noroshi.shelters.response.Happening.Over;
import jp.noroshi.shelters.response.Happening.SaysIndoors;
import jp.noroshi.shelters.response.Happening.SaysLeaving;
import jp.noroshi.shelters.response.Happening.SaysSafe;
import jp.noroshi.shelters.response.Happening.StaffSaySafe;
import jp.noroshi.shelters.response.Happening.SupporterSaysSafe;
import jp.noroshi.shelters.response.Happening.TimeCame;
import jp.noroshi.shelters.response.Happening.VisitedInVain;

/**
 * The state machine of a case: what stands, and what happened, give what stands next. Pure; the
 * table is in docs/decisions/0019. Thread-safe.
 */
final class CaseRules {

  private final ResponseSettings settings;

  CaseRules(ResponseSettings settings) {
    this.settings = settings;
  }

  /**
   * What a happening led to.
   *
   * @param file what stands now
   * @param verdict what became of the word
   */
  record Outcome(CaseFile file, Verdict verdict) {}

  Outcome apply(CaseFile file, Happening happening, Instant now) {
    return switch (happening) {
      case CalledUp called -> taken(file, calledUp(file, called, now));
      case TimeCame _ -> taken(file, timeCame(file, now));
      case Accepted(UUID task) -> claimed(file, task, TaskState.ACCEPTED, now);
      case OnTheWay(UUID task) -> claimed(file, task, TaskState.ON_THE_WAY, now);
      case Declined(UUID task) -> declined(file, task, now);
      case SupporterSaysSafe(UUID task) -> done(file, task, now);
      case SaysSafe _ -> safe(file, new Evidence.OwnWord(now));
      case SaysLeaving _ -> tried(file);
      case SaysIndoors _ -> safe(file, new Evidence.OwnWord(now));
      case NotReached(CallEnd _, Optional<UUID> givenUp) -> notReached(file, givenUp, now);
      case AsksForHelp _ -> asksForHelp(file, now);
      case CheckedIn checkedIn -> checkedIn(file, checkedIn);
      case LeftShelter left -> left(file, left);
      case StaffSaySafe(String by, boolean seen) ->
          safe(file, seen ? new Evidence.StaffWord(by, now) : new Evidence.Assumed(by, now));
      case Doubted _ -> doubted(file);
      case AskedAgain _ -> askedAgain(file, now);
      case CalledInVain _, VisitedInVain _ -> tried(file);
      case HandedToFire _, HandedToPolice _ -> handedOver(file);
      case Over _ -> over(file);
    };
  }

  private static Outcome taken(CaseFile before, CaseFile after) {
    return new Outcome(after, before.equals(after) ? Verdict.NOTHING_NEW : Verdict.TAKEN);
  }

  private static CaseFile calledUp(CaseFile file, CalledUp called, Instant now) {
    boolean again = called.afresh() || file.state() == CaseState.ENDED;
    boolean atShelter = file.evidence().filter(Evidence.CheckIn.class::isInstance).isPresent();
    if (again && atShelter) {
      return file.safe(file.evidence().orElseThrow());
    }
    CaseFile standing = again ? withdrawn(file, _ -> true).afresh() : file;
    return called.starts() && standing.state() == CaseState.WAITING
        ? standing.driven(CaseState.OPEN, now)
        : standing;
  }

  private CaseFile timeCame(CaseFile file, Instant now) {
    if (file.dueAt().filter(due -> !due.isAfter(now)).isEmpty()) {
      return file;
    }
    return switch (file.state()) {
      case OPEN -> askNext(file, now);
      case ASKED ->
          askNext(
              file.withTasks(
                  task -> task.state() == TaskState.ASKED ? task.in(TaskState.SILENT) : task),
              now);
      case CLAIMED, ON_THE_WAY -> file.withStaff(CaseReason.CLAIM_SILENT);
      case WAITING, STAFF, SAFE, ENDED -> file;
    };
  }

  /** Persons in the order of the plan, then groups, then staff. */
  private CaseFile askNext(CaseFile file, Instant now) {
    CaseFile asking = file.afterAskingSelf();
    return asking
        .first(task -> task.state() == TaskState.PLANNED)
        .map(
            next ->
                asking
                    .with(next.askedAt(now))
                    .driven(CaseState.ASKED, now.plus(settings.answerWithin(next))))
        .orElseGet(() -> asking.withStaff(whyNobody(asking)));
  }

  private static CaseReason whyNobody(CaseFile file) {
    if (file.helpWanted()) {
      return CaseReason.HELP_WANTED;
    }
    if (file.tasks().isEmpty()) {
      return CaseReason.NO_SUPPORTER;
    }
    boolean asked = file.tasks().stream().anyMatch(task -> task.askedAt().isPresent());
    return asked ? CaseReason.NOBODY_LEFT : CaseReason.NONE_REACHABLE;
  }

  private Outcome claimed(CaseFile file, UUID id, TaskState wanted, Instant now) {
    Optional<SupportTask> found = file.task(id);
    Optional<Verdict> fault = claimFault(file, found);
    if (fault.isPresent()) {
      return new Outcome(file, fault.get());
    }
    SupportTask task = found.orElseThrow();
    boolean onTheWay = task.state() == TaskState.ON_THE_WAY || wanted == TaskState.ON_THE_WAY;
    TaskState next = onTheWay ? TaskState.ON_THE_WAY : TaskState.ACCEPTED;
    if (task.state() == next && file.state() != CaseState.STAFF) {
      return new Outcome(file, Verdict.NOTHING_NEW);
    }
    CaseFile alone = withdrawn(file, other -> !other.id().equals(id)).with(task.in(next));
    return new Outcome(
        next == TaskState.ACCEPTED
            ? alone.driven(CaseState.CLAIMED, now.plus(settings.claimWithin()))
            : alone.driven(CaseState.ON_THE_WAY, now.plus(settings.onTheWayWithin())),
        Verdict.TAKEN);
  }

  private static Optional<Verdict> claimFault(CaseFile file, Optional<SupportTask> task) {
    if (task.isEmpty()) {
      return Optional.of(Verdict.UNKNOWN);
    }
    if (!file.state().isNotYetSafe()) {
      return Optional.of(Verdict.NOT_NEEDED);
    }
    boolean another = file.claim().filter(claim -> !claim.id().equals(task.get().id())).isPresent();
    return another ? Optional.of(Verdict.TAKEN_BY_ANOTHER) : Optional.empty();
  }

  private static Outcome declined(CaseFile file, UUID id, Instant now) {
    Optional<SupportTask> found = file.task(id);
    if (found.isEmpty()) {
      return new Outcome(file, Verdict.UNKNOWN);
    }
    SupportTask task = found.get();
    return switch (task.state()) {
      case ASKED, SILENT, ACCEPTED, ON_THE_WAY -> declined(file, task, now);
      // Told by telephone before their turn, or without one: they are not asked any more.
      case PLANNED, ABSENT, NO_ADDRESS ->
          file.state().isNotYetSafe()
              ? new Outcome(file.with(task.in(TaskState.DECLINED)), Verdict.TAKEN)
              : new Outcome(file, Verdict.NOT_NEEDED);
      case DECLINED -> new Outcome(file, Verdict.NOTHING_NEW);
      case DONE, WITHDRAWN -> new Outcome(file, Verdict.NOT_NEEDED);
    };
  }

  private static Outcome declined(CaseFile file, SupportTask task, Instant now) {
    CaseFile without = file.with(task.in(TaskState.DECLINED));
    if (task.state().isClaim()) {
      without =
          without.withTasks(
              other -> other.state() == TaskState.WITHDRAWN ? other.in(TaskState.PLANNED) : other);
    }
    boolean staffHold =
        file.state() == CaseState.STAFF
            && !file.reason().equals(Optional.of(CaseReason.CLAIM_SILENT));
    boolean othersAsked = without.has(TaskState.ASKED);
    return new Outcome(
        staffHold || othersAsked ? without : without.driven(CaseState.OPEN, now), Verdict.TAKEN);
  }

  private static Outcome done(CaseFile file, UUID id, Instant now) {
    return file.task(id)
        .map(
            task ->
                safe(file, new Evidence.SupporterWord(task.supporter(), now), Optional.of(task)))
        .orElseGet(() -> new Outcome(file, Verdict.UNKNOWN));
  }

  private static Outcome safe(CaseFile file, Evidence evidence) {
    return safe(file, evidence, Optional.empty());
  }

  private static Outcome safe(CaseFile file, Evidence evidence, Optional<SupportTask> teller) {
    if (file.state() == CaseState.ENDED) {
      return new Outcome(file, Verdict.NOT_NEEDED);
    }
    boolean weaker =
        file.state() == CaseState.SAFE
            && file.evidence().filter(known -> !evidence.outweighs(known)).isPresent();
    if (weaker) {
      return new Outcome(file, Verdict.NOTHING_NEW);
    }
    CaseFile told = teller.map(task -> file.with(task.in(TaskState.DONE))).orElse(file);
    return new Outcome(withdrawn(told, _ -> true).safe(evidence), Verdict.TAKEN);
  }

  private static Outcome asksForHelp(CaseFile file, Instant now) {
    if (file.state() == CaseState.ENDED) {
      return new Outcome(file, Verdict.NOT_NEEDED);
    }
    CaseFile wanting = file.wantingHelp();
    boolean sure =
        file.evidence()
            .filter(known -> known.strength().compareTo(Evidence.Strength.STAFF_WORD) >= 0)
            .isPresent();
    CaseFile next =
        switch (file.state()) {
          case WAITING -> wanting.driven(CaseState.OPEN, now);
          case SAFE -> sure ? wanting : wanting.withStaff(CaseReason.HELP_WANTED);
          case STAFF -> wanting.withStaff(CaseReason.HELP_WANTED);
          case OPEN, ASKED, CLAIMED, ON_THE_WAY, ENDED -> wanting;
        };
    return taken(file, next);
  }

  private static Outcome checkedIn(CaseFile file, CheckedIn sign) {
    if (isOutdated(file, sign.at())) {
      return new Outcome(file, Verdict.NOTHING_NEW);
    }
    CaseFile signed = file.signedAt(sign.at());
    Evidence evidence = new Evidence.CheckIn(sign.shelter(), sign.at());
    return file.state() == CaseState.ENDED
        ? taken(file, signed.ended(Optional.of(evidence)))
        : taken(file, safe(signed, evidence).file());
  }

  /** A departure voids every evidence up to its moment: the person was moving. */
  private static Outcome left(CaseFile file, LeftShelter sign) {
    if (isOutdated(file, sign.at())) {
      return new Outcome(file, Verdict.NOTHING_NEW);
    }
    CaseFile signed = file.signedAt(sign.at());
    boolean voided = file.evidence().filter(known -> !known.at().isAfter(sign.at())).isPresent();
    return taken(
        file,
        switch (file.state()) {
          case SAFE -> voided ? signed.withStaff(CaseReason.LEFT_SHELTER) : signed;
          case ENDED -> voided ? signed.ended(Optional.empty()) : signed;
          case WAITING, OPEN, ASKED, CLAIMED, ON_THE_WAY, STAFF -> signed;
        });
  }

  private static boolean isOutdated(CaseFile file, Instant at) {
    return file.lastSign().filter(last -> at.isBefore(last)).isPresent();
  }

  private static Outcome doubted(CaseFile file) {
    return file.state() == CaseState.SAFE
        ? new Outcome(file.withStaff(CaseReason.DOUBTED), Verdict.TAKEN)
        : new Outcome(file, Verdict.NOTHING_NEW);
  }

  private static Outcome askedAgain(CaseFile file, Instant now) {
    if (!file.state().isNotYetSafe()) {
      return new Outcome(file, Verdict.NOT_NEEDED);
    }
    boolean help = file.helpWanted();
    CaseFile fresh = withdrawn(file, _ -> true).afresh();
    return new Outcome(
        (help ? fresh.wantingHelp() : fresh).driven(CaseState.OPEN, now), Verdict.TAKEN);
  }

  /** Who cannot be reached by telephone has no time left to answer: the next one is asked. */
  private static Outcome notReached(CaseFile file, Optional<UUID> givenUp, Instant now) {
    return givenUp
        .flatMap(file::task)
        .filter(task -> file.state() == CaseState.ASKED && task.state() == TaskState.ASKED)
        .map(
            task ->
                new Outcome(
                    file.with(task.in(TaskState.SILENT)).driven(CaseState.OPEN, now),
                    Verdict.TAKEN))
        .orElseGet(() -> tried(file));
  }

  /** What somebody tried, or means to do, stands in the course; who is asked goes on as before. */
  private static Outcome tried(CaseFile file) {
    return new Outcome(file, file.state().isNotYetSafe() ? Verdict.TAKEN : Verdict.NOT_NEEDED);
  }

  /** Others look for the person now; what supporters were asked stands, and they may still go. */
  private static Outcome handedOver(CaseFile file) {
    return file.state().isNotYetSafe()
        ? new Outcome(file.withStaff(CaseReason.HANDED_OVER), Verdict.TAKEN)
        : new Outcome(file, Verdict.NOT_NEEDED);
  }

  private static Outcome over(CaseFile file) {
    return file.state().isNotYetSafe()
        ? new Outcome(withdrawn(file, _ -> true).ended(Optional.empty()), Verdict.TAKEN)
        : new Outcome(file, Verdict.NOTHING_NEW);
  }

  private static CaseFile withdrawn(CaseFile file, Predicate<SupportTask> whom) {
    return file.withTasks(
        task -> task.state().isOpen() && whom.test(task) ? task.in(TaskState.WITHDRAWN) : task);
  }
}
