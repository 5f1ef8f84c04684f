package jp.noroshi.shelters.response;

import java.util.List;
import java.util.Optional;
import jp.noroshi.gis.plan.EvacuationPlan;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.gis.register.Person;

/**
 * A case opened for staff: the person, the plan, and who was asked.
 *
 * @param line how it stands
 * @param person as far as the purpose allows
 * @param plan theirs; empty = they have none
 * @param notes what staff wrote, the oldest first
 * @param tasks in the order in which supporters are asked
 */
public record CaseSheet(
    NotYetSafe.Line line,
    Person person,
    Optional<EvacuationPlan> plan,
    List<CaseNotes.Note> notes,
    List<Asked> tasks) {

  /** A supporter and the task they have. */
  public record Asked(SupportTask task, Supporters.Loaded supporter) {
    @Override
    public String toString() {
      return "Asked[" + task.id() + "]";
    }
  }

  @Override
  public String toString() {
    return "CaseSheet[" + line.id() + "]";
  }
}
