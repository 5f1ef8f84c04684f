package jp.noroshi.shelters.response;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.shelters.response.CaseDesk.Step;
import jp.noroshi.shelters.response.CaseDesk.Teller;
import jp.noroshi.shelters.response.CaseTable.Stored;
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

  /** Finds, and locks, somebody's case in the running response. */
  public Optional<UUID> findCase(Handle handle, PersonId person) {
    return cases.lockOf(handle, List.of(person)).stream().findFirst().map(Stored::id);
  }

  private Verdict own(Handle handle, UUID caseId, Happening happening) {
    return apply(handle, cases.lock(handle, caseId), happening, _ -> Teller.PERSON);
  }

  /** The person means to leave: not yet that they are safe. */
  public Verdict leaves(Handle handle, UUID caseId) {
    return own(handle, caseId, new Happening.SaysLeaving());
  }

  /** The person stays where they are, in a safe part of the house. */
  public Verdict stays(Handle handle, UUID caseId) {
    return own(handle, caseId, new Happening.SaysIndoors());
  }

  /**
   * Notes that a telephone call brought no answer.
   *
   * @param task the supporter's; empty = the person was called
   * @param givenUp whether it was the last one
   */
  public void notReached(
      Handle handle, UUID caseId, Optional<UUID> task, CallEnd how, boolean givenUp) {
    Happening happening = new Happening.NotReached(how, task.filter(_ -> givenUp));
    apply(
        handle,
        cases.lock(handle, caseId),
        happening,
        stored ->
            task.flatMap(stored.file()::task)
                .map(each -> Teller.supporter(each.supporter()))
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
