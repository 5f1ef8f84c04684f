package jp.noroshi.opsconsole.api;

import java.util.Map;
import java.util.UUID;
import jp.noroshi.shelters.tally.LiveTally;

/** How many are where. */
final class TallyRoutes implements Routes {

  private final LiveTally tally;

  TallyRoutes(LiveTally tally) {
    this.tally = tally;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("getTally", _ -> Answer.ok(tally.now()), "getShelterTally", this::ofShelter);
  }

  private Answer ofShelter(Call call) {
    UUID shelter = call.id("shelterId");
    return Answer.okOrNotFound(
        tally.now().shelters().stream().filter(each -> each.shelter().equals(shelter)).findFirst());
  }
}
