package jp.noroshi.shelters.response;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.gis.plan.StartSignal;
import jp.noroshi.gis.register.PersonId;
import org.jdbi.v3.core.Handle;

/** Finds who is to be called up for a cause. */
@FunctionalInterface
public interface CallUp {

  /**
   * Somebody called up.
   *
   * @param plan what was agreed; empty = nothing
   * @param signal what sets it going
   * @param helpers in the order of the plan
   */
  record Called(
      PersonId person,
      Optional<UUID> plan,
      Optional<StartSignal> signal,
      List<PlannedSupporter> helpers,
      Risk risk) {}

  /**
   * Who helps.
   *
   * @param group whether it is a group
   * @param position their place in the plan
   * @param absent away: not asked
   */
  record PlannedSupporter(UUID supporter, boolean group, int position, boolean absent) {}

  /**
   * Lists everybody inside a cause, each once, within the transaction that writes their cases.
   *
   * @throws jp.noroshi.gis.register.RegisterRefusedException when the look is not allowed
   */
  List<Called> list(Handle handle, Cause cause);
}
