package jp.noroshi.shelters.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.gis.plan.EvacuationPlan;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.gis.register.Person;

/**
 * A case opened for staff: the person, the plan, who was asked, and the course so far.
 *
 * @param line how it stands
 * @param evidence why the person is taken to be safe
 * @param person as far as the purpose allows
 * @param plan theirs; empty = they have none
 * @param tasks in the order in which supporters are asked
 * @param course oldest first
 */
public record CaseSheet(
    NotYetSafe.Line line,
    Optional<Evidence> evidence,
    Person person,
    Optional<EvacuationPlan> plan,
    List<Asked> tasks,
    List<CourseLine> course) {

  /** A supporter and the task they have. */
  public record Asked(SupportTask task, Supporters.Loaded supporter) {
    @Override
    public String toString() {
      return "Asked[" + task.id() + "]";
    }
  }

  /**
   * A line of the course.
   *
   * @param what the name of what happened
   * @param by an account, {@code supporter}, {@code person}, {@code shelter} or {@code hub}
   * @param who the supporter or shelter
   * @param state from then on
   */
  public record CourseLine(
      Instant at, String what, String by, Optional<UUID> who, CaseState state, Verdict verdict) {}

  @Override
  public String toString() {
    return "CaseSheet[" + line.id() + "]";
  }
}
