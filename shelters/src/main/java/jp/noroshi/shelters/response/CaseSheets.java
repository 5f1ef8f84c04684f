package jp.noroshi.shelters.response;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.Register;
import org.jdbi.v3.core.Handle;

/**
 * Opens cases for staff. The person and every supporter shown get a line in the access log: the
 * office that keeps the register looks as it always may within the municipality, a duty officer
 * under the emergency of the response. Thread-safe, blocking.
 */
public final class CaseSheets {

  private final Database database;
  private final NotYetSafe list;
  private final Register register;
  private final PlanServices plans;
  private final CaseNotes notes;

  CaseSheets(
      Database database, NotYetSafe list, Register register, PlanServices plans, CaseNotes notes) {
    this.database = database;
    this.list = list;
    this.register = register;
    this.plans = plans;
    this.notes = notes;
  }

  /**
   * Opens a case.
   *
   * @param reader who looks
   * @return empty when there is no such case; nothing is logged then
   * @throws jp.noroshi.gis.register.RegisterRefusedException EMERGENCY_OVER when a day has passed:
   *     the response has to be continued first
   */
  public Optional<CaseSheet> open(UUID caseId, Reader reader) {
    return list.find(caseId)
        .map(line -> database.inTransaction(handle -> open(handle, line, reader)));
  }

  private CaseSheet open(Handle handle, NotYetSafe.Line line, Reader reader) {
    CaseLooks.Under under = CaseLooks.of(handle, line.id());
    Access access = under.access(reader);
    List<SupportTask> tasks =
        CaseFile.waiting(
                CaseTable.tasks(handle, List.of(line.id())).getOrDefault(line.id(), List.of()))
            .tasks();
    Map<UUID, Supporters.Loaded> supporters =
        plans
            .supporters()
            .openAll(handle, tasks.stream().map(SupportTask::supporter).toList(), access)
            .stream()
            .collect(Collectors.toMap(each -> each.supporter().id(), Function.identity()));
    return new CaseSheet(
        line,
        register.open(handle, line.person(), access).orElseThrow(),
        under.plan().flatMap(plan -> plans.plans().open(handle, plan, access)),
        notes.open(handle, List.of(line.id())).getOrDefault(line.id(), List.of()),
        tasks.stream()
            .filter(task -> supporters.containsKey(task.supporter()))
            .map(task -> new CaseSheet.Asked(task, supporters.get(task.supporter())))
            .toList());
  }

  /**
   * Names people of the list; a line is written for each.
   *
   * @param cases at most a page of them
   * @throws jp.noroshi.gis.register.RegisterRefusedException EMERGENCY_OVER
   */
  public Map<UUID, Named> name(List<NotYetSafe.Line> cases, Reader reader) {
    return database.inTransaction(
        handle ->
            cases.stream()
                .collect(
                    Collectors.toMap(NotYetSafe.Line::id, line -> named(handle, line, reader))));
  }

  /** Who somebody on the list is. */
  public record Named(
      PersonId person, String name, String kana, String address, Optional<String> phone) {
    @Override
    public String toString() {
      return "Named[" + person + "]";
    }
  }

  Named named(Handle handle, NotYetSafe.Line line, Reader reader) {
    return register
        .openAll(
            handle,
            List.of(line.person()),
            CaseLooks.of(handle, line.id()).access(reader),
            Set.of(FieldGroup.IDENTITY))
        .stream()
        .findFirst()
        .map(
            person ->
                new Named(
                    person.id(),
                    person.identity().name(),
                    person.identity().kana(),
                    person.identity().residence().orElse(person.identity().address()),
                    person.identity().phone()))
        .orElseThrow();
  }
}
