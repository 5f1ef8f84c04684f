package jp.noroshi.gis.plan;

import java.util.List;
import java.util.Optional;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.Person;

/**
 * What the reception of a shelter may know of somebody with an individual evacuation plan who
 * stands before it. That there is a plan is always said, so that the right office is asked.
 *
 * @param register their part of the register; empty = it may not be handed over
 * @param plans what was agreed, at least one plan; empty = it may not be handed over
 */
public record ReceptionBrief(Optional<Entry> register, Optional<Agreed> plans) {

  /** A part of the register, and by which provision it is handed over. */
  public record Entry(LegalBasis basis, Person person) {}

  /** Plans, and by which provision they are handed over. */
  public record Agreed(LegalBasis basis, List<Arrangement> arrangements) {
    /** Copies the list. */
    public Agreed {
      arrangements = List.copyOf(arrangements);
    }
  }

  /**
   * A plan with those who help.
   *
   * @param supporters in the order in which they are called
   */
  public record Arrangement(EvacuationPlan plan, List<Supporters.Loaded> supporters) {
    /** Copies the list. */
    public Arrangement {
      supporters = List.copyOf(supporters);
    }
  }
}
