package jp.noroshi.shelters.response;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.shelters.response.CaseTable.Stored;
import org.jdbi.v3.core.Handle;

/**
 * Where cases move: what a happening led to, its line in the course and what has to be said to whom
 * are written in one transaction. Thread-safe.
 */
final class CaseDesk {

  private final CaseTable table;
  private final CaseRules rules;
  private final Errands errands;
  private final InstantSource clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  CaseDesk(CaseTable table, CaseRules rules, Errands errands, InstantSource clock) {
    this.table = table;
    this.rules = rules;
    this.errands = errands;
    this.clock = clock;
  }

  /**
   * Who said it.
   *
   * @param by an account, {@code supporter}, {@code person}, {@code shelter} or {@code hub}
   * @param who the supporter or shelter
   */
  record Teller(String by, Optional<UUID> who) {
    static final Teller HUB = new Teller("hub", Optional.empty());
    static final Teller PERSON = new Teller("person", Optional.empty());

    static Teller supporter(UUID who) {
      return new Teller("supporter", Optional.of(who));
    }

    static Teller shelter(UUID which) {
      return new Teller("shelter", Optional.of(which));
    }

    static Teller staff(String account) {
      return new Teller(account, Optional.empty());
    }
  }

  /** A case and what happens to it. */
  record Step(Stored stored, Happening happening, Teller teller) {}

  /** What a step led to. */
  record Moved(Stored before, CaseFile after, String what, Teller teller, Verdict verdict) {

    List<SupportTask> changedTasks() {
      return after.tasks().stream()
          .filter(task -> !before.file().task(task.id()).equals(Optional.of(task)))
          .toList();
    }
  }

  /** Applies steps to cases whose rows are locked, each case at most once. */
  List<Moved> apply(Handle handle, List<Step> steps) {
    Instant now = clock.instant();
    List<Moved> moved = steps.stream().map(step -> move(step, now)).toList();
    List<Moved> taken = moved.stream().filter(each -> each.verdict() == Verdict.TAKEN).toList();
    table.write(handle, taken, now);
    table.note(handle, moved, now);
    send(handle, taken);
    if (!taken.isEmpty()) {
      changed(handle);
    }
    return moved;
  }

  private Moved move(Step step, Instant now) {
    CaseRules.Outcome outcome = rules.apply(step.stored().file(), step.happening(), now);
    return new Moved(
        step.stored(), outcome.file(), step.happening().word(), step.teller(), outcome.verdict());
  }

  /** Returns the file of a case nothing has happened to yet, after it was called up. */
  CaseFile begin(List<SupportTask> tasks, Happening happening) {
    return rules.apply(CaseFile.waiting(tasks), happening, clock.instant()).file();
  }

  /** Applies to a file that is not stored yet. */
  CaseFile apply(CaseFile file, Happening happening) {
    return rules.apply(file, happening, clock.instant()).file();
  }

  /** Tells the listeners after the commit that something changed. */
  void changed(Handle handle) {
    handle.afterCommit(() -> listeners.forEach(Runnable::run));
  }

  void onChanged(Runnable listener) {
    listeners.add(listener);
  }

  private void send(Handle handle, List<Moved> moved) {
    moved.stream()
        .collect(Collectors.groupingBy(each -> each.before().response()))
        .forEach(
            (response, ofOne) -> {
              List<Errands.Errand> due = ofOne.stream().flatMap(CaseDesk::errands).toList();
              if (!due.isEmpty()) {
                errands.send(handle, response, due);
              }
            });
  }

  private static Stream<Errands.Errand> errands(Moved moved) {
    UUID id = moved.before().id();
    List<Errands.Errand> due = new ArrayList<>();
    if (moved.after().selfAsked() && !moved.before().file().selfAsked()) {
      due.add(new Errands.Errand.AskPerson(id, moved.before().person()));
    }
    for (SupportTask task : moved.changedTasks()) {
      if (task.state() == TaskState.ASKED) {
        due.add(new Errands.Errand.AskSupporter(id, task));
      } else if (wasWaiting(moved.before().file(), task) && isTurnedAway(task)) {
        due.add(new Errands.Errand.NotNeeded(id, task, moved.after().state()));
      }
    }
    return due.stream();
  }

  private static boolean wasWaiting(CaseFile before, SupportTask task) {
    return before.task(task.id()).filter(known -> known.state().isOpen()).isPresent();
  }

  /** A task that is planned anew was open before only where everybody is asked again. */
  private static boolean isTurnedAway(SupportTask task) {
    return task.state() == TaskState.WITHDRAWN;
  }
}
