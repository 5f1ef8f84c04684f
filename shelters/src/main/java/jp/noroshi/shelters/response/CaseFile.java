package jp.noroshi.shelters.response;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Everything that decides what happens next with one person.
 *
 * @param state where it stands
 * @param reason why it is with staff; present in STAFF and nowhere else
 * @param evidence why the person is taken to be safe; present in SAFE; in ENDED only a shelter's
 *     word that came later
 * @param helpWanted whether the person asked for help since
 * @param selfAsked whether the person was asked
 * @param tasks of the supporters, in the order in which they are asked
 * @param dueAt when the clock has to look; present where {@link CaseState#isDriven}
 * @param lastSign the moment of the newest word of a shelter: older ones come too late
 */
record CaseFile(
    CaseState state,
    Optional<CaseReason> reason,
    Optional<Evidence> evidence,
    boolean helpWanted,
    boolean selfAsked,
    List<SupportTask> tasks,
    Optional<Instant> dueAt,
    Optional<Instant> lastSign) {

  private static final Comparator<SupportTask> ASKING_ORDER =
      Comparator.comparing(SupportTask::group).thenComparingInt(SupportTask::position);

  CaseFile {
    tasks = tasks.stream().sorted(ASKING_ORDER).toList();
  }

  /** A case nothing has happened to. */
  static CaseFile waiting(List<SupportTask> tasks) {
    return new CaseFile(
        CaseState.WAITING,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        tasks,
        Optional.empty(),
        Optional.empty());
  }

  Optional<SupportTask> task(UUID id) {
    return first(task -> task.id().equals(id));
  }

  Optional<SupportTask> claim() {
    return first(task -> task.state().isClaim());
  }

  Optional<SupportTask> first(Predicate<SupportTask> wanted) {
    return tasks.stream().filter(wanted).findFirst();
  }

  boolean has(TaskState wanted) {
    return first(task -> task.state() == wanted).isPresent();
  }

  CaseFile driven(CaseState next, Instant due) {
    return new CaseFile(
        next,
        Optional.empty(),
        Optional.empty(),
        helpWanted,
        selfAsked,
        tasks,
        Optional.of(due),
        lastSign);
  }

  CaseFile withStaff(CaseReason why) {
    return new CaseFile(
        CaseState.STAFF,
        Optional.of(why),
        Optional.empty(),
        helpWanted,
        selfAsked,
        tasks,
        Optional.empty(),
        lastSign);
  }

  CaseFile safe(Evidence why) {
    return new CaseFile(
        CaseState.SAFE,
        Optional.empty(),
        Optional.of(why),
        false,
        selfAsked,
        tasks,
        Optional.empty(),
        lastSign);
  }

  /** Over; a shelter's word is kept, for the person may still be there when it begins again. */
  CaseFile ended(Optional<Evidence> stillAtShelter) {
    return new CaseFile(
        CaseState.ENDED,
        Optional.empty(),
        stillAtShelter,
        false,
        selfAsked,
        tasks,
        Optional.empty(),
        lastSign);
  }

  CaseFile with(SupportTask changed) {
    return withTasks(task -> task.id().equals(changed.id()) ? changed : task);
  }

  CaseFile withTasks(UnaryOperator<SupportTask> change) {
    return new CaseFile(
        state,
        reason,
        evidence,
        helpWanted,
        selfAsked,
        tasks.stream().map(change).toList(),
        dueAt,
        lastSign);
  }

  CaseFile wantingHelp() {
    return new CaseFile(state, reason, evidence, true, selfAsked, tasks, dueAt, lastSign);
  }

  CaseFile afterAskingSelf() {
    return new CaseFile(state, reason, evidence, helpWanted, true, tasks, dueAt, lastSign);
  }

  CaseFile signedAt(Instant moment) {
    return new CaseFile(
        state, reason, evidence, helpWanted, selfAsked, tasks, dueAt, Optional.of(moment));
  }

  /** Everything as before a first call, but for who is named and what shelters said. */
  CaseFile afresh() {
    return new CaseFile(
        CaseState.WAITING,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        tasks.stream()
            .map(
                task ->
                    task.state() == TaskState.ABSENT || task.state() == TaskState.NO_ADDRESS
                        ? task
                        : task.in(TaskState.PLANNED))
            .toList(),
        Optional.empty(),
        lastSign);
  }
}
