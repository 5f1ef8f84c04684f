package jp.noroshi.shelters.response;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.response.CaseDesk.Step;
import jp.noroshi.shelters.response.CaseDesk.Teller;
import jp.noroshi.shelters.response.CaseTable.Stored;
import jp.noroshi.shelters.response.PhoneCall.Matter.OfCase;
import org.jdbi.v3.core.Handle;

/**
 * Takes the words of supporters, of the people themselves and of staff. The same word twice is
 * taken once. Thread-safe, blocking.
 */
public final class CaseAnswers {

  private final Database database;
  private final CaseTable cases;
  private final CaseDesk desk;

  CaseAnswers(Database database, CaseTable cases, CaseDesk desk) {
    this.database = database;
    this.cases = cases;
    this.desk = desk;
  }

  /** Takes a supporter's answer to a task. */
  public Verdict supporter(UUID task, SupporterAnswer answer) {
    return database.inTransaction(handle -> supporter(handle, task, answer));
  }

  /** Takes the same within a transaction of the caller. */
  public Verdict supporter(Handle handle, UUID task, SupporterAnswer answer) {
    Happening happening = happening(task, answer);
    return apply(
        handle,
        cases.lockOfTask(handle, task),
        happening,
        stored -> Teller.supporter(stored.file().task(task).orElseThrow().supporter()));
  }

  private static Happening happening(UUID task, SupporterAnswer answer) {
    return switch (answer) {
      case ACCEPT -> new Happening.Accepted(task);
      case CANNOT -> new Happening.Declined(task);
      case ON_THE_WAY -> new Happening.OnTheWay(task);
      case SAFE -> new Happening.SupporterSaysSafe(task);
    };
  }

  /** Takes the person's own answer. */
  public Verdict person(UUID caseId, PersonAnswer answer) {
    return database.inTransaction(handle -> person(handle, caseId, answer));
  }

  /** Takes the same within a transaction of the caller. */
  public Verdict person(Handle handle, UUID caseId, PersonAnswer answer) {
    Happening happening =
        switch (answer) {
          case SAFE -> new Happening.SaysSafe();
          case HELP -> new Happening.AsksForHelp();
        };
    return own(handle, caseId, happening);
  }

  private Verdict own(Handle handle, UUID caseId, Happening happening) {
    return apply(handle, cases.lock(handle, caseId), happening, _ -> Teller.PERSON);
  }

  /** Takes what a key on the telephone says. */
  Verdict byTelephone(Handle handle, OfCase call, PhoneAnswer answer) {
    return switch (answer) {
      case LEAVING -> own(handle, call.caseId(), new Happening.SaysLeaving());
      case INDOORS -> own(handle, call.caseId(), new Happening.SaysIndoors());
      case HELP -> own(handle, call.caseId(), new Happening.AsksForHelp());
      case SAFE -> own(handle, call.caseId(), new Happening.SaysSafe());
      case GOES -> supporter(handle, call.task().orElseThrow(), SupporterAnswer.ACCEPT);
      case CANNOT -> supporter(handle, call.task().orElseThrow(), SupporterAnswer.CANNOT);
      case EVACUATING, NEEDS_HELP, SAFE_INDOORS, EVACUATED, NOBODY_THERE ->
          throw new IllegalArgumentException("a facility's word says nothing of a case");
    };
  }

  /**
   * Notes that a telephone call brought no answer.
   *
   * @param givenUp whether it was the last one
   */
  void notReached(Handle handle, OfCase call, CallEnd how, boolean givenUp) {
    Happening happening = new Happening.NotReached(how, call.task().filter(_ -> givenUp));
    apply(
        handle,
        cases.lock(handle, call.caseId()),
        happening,
        stored ->
            call.task()
                .flatMap(stored.file()::task)
                .map(task -> Teller.supporter(task.supporter()))
                .orElse(Teller.PERSON));
  }

  /** Writes a supporter's answer down that staff were told, by telephone or in person. */
  public Verdict forSupporter(UUID caseId, UUID task, SupporterAnswer answer, String account) {
    return database.inTransaction(
        handle ->
            apply(
                handle,
                cases.lock(handle, caseId).filter(stored -> stored.file().task(task).isPresent()),
                happening(task, answer),
                _ -> Teller.staff(account)));
  }

  /** Takes what staff did or decided about somebody. */
  public Verdict decide(UUID caseId, StaffDecision decision, String account) {
    return database.inTransaction(
        handle ->
            apply(
                handle,
                cases.lock(handle, caseId),
                decision.happening(account),
                _ -> Teller.staff(account)));
  }

  private Verdict apply(
      Handle handle, Optional<Stored> found, Happening happening, Function<Stored, Teller> teller) {
    return found
        .map(
            stored ->
                desk.apply(handle, List.of(new Step(stored, happening, teller.apply(stored))))
                    .getFirst()
                    .verdict())
        .orElse(Verdict.UNKNOWN);
  }
}
