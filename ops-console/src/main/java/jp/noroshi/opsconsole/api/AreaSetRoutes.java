package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.gis.area.AreaSet;
import jp.noroshi.gis.area.AreaSets;

/** Named sets of districts, by which an area is chosen at once. */
final class AreaSetRoutes implements Routes {

  private final HubFacts hub;
  private final AreaSets areaSets;

  AreaSetRoutes(HubFacts hub, AreaSets areaSets) {
    this.hub = hub;
    this.areaSets = areaSets;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listAreaSets", _ -> Answer.ok(new AreaSetList(hub.now(), areaSets.list())),
        "saveAreaSet", this::save,
        "removeAreaSet", this::remove);
  }

  private record AreaSetList(Instant asOf, List<AreaSet> areaSets) {}

  private record Body(String name, Set<String> districts, Optional<List<String>> towns) {}

  private Answer save(Call call) {
    Body body = call.read(Body.class);
    return Answer.ok(
        areaSets
            .save(
                body.name().strip(), body.districts(), body.towns().orElse(List.of()), call.actor())
            .orElseThrow(() -> new ProblemException(ProblemKind.DISTRICT_UNKNOWN)));
  }

  private Answer remove(Call call) {
    if (!areaSets.remove(call.id("areaSetId"), call.actor())) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    return Answer.done();
  }
}
