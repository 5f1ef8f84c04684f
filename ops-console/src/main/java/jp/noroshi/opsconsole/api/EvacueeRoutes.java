package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.shelters.checkin.Evacuee;
import jp.noroshi.shelters.checkin.Evacuees;
import jp.noroshi.shelters.checkin.LookPurpose;

/**
 * Who is where, by name, for headquarters. What is looked for comes in the body, never in the
 * address: addresses end up in logs.
 */
final class EvacueeRoutes implements Routes {

  private static final int MOST_FOUND = 300;

  private final HubFacts hub;
  private final Evacuees evacuees;

  EvacueeRoutes(HubFacts hub, Evacuees evacuees) {
    this.hub = hub;
    this.evacuees = evacuees;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("findEvacuees", this::find, "openDoubt", this::open);
  }

  private record Wanted(
      String name,
      String district,
      Optional<UUID> shelter,
      boolean alsoLeft,
      LookPurpose purpose) {}

  private record EvacueeList(Instant asOf, List<Evacuee> evacuees, boolean more) {}

  private Answer find(Call call) {
    Wanted wanted = call.read(Wanted.class);
    Evacuees.Question question =
        new Evacuees.Question(
            wanted.name(), wanted.district(), wanted.shelter(), wanted.alsoLeft());
    if (!question.isNarrow()) {
      throw new ProblemException(ProblemKind.QUESTION_TOO_WIDE);
    }
    Evacuees.Found found = evacuees.find(question, wanted.purpose(), call.actor(), MOST_FOUND);
    return Answer.ok(new EvacueeList(hub.now(), found.evacuees(), found.more()));
  }

  private record Doubtful(List<UUID> records) {}

  private Answer open(Call call) {
    return Answer.ok(evacuees.openDoubtful(call.read(Doubtful.class).records(), call.actor()));
  }
}
