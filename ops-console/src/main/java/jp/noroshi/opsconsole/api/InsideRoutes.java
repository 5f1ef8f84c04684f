package jp.noroshi.opsconsole.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.targeting.DrawnOutline;
import jp.noroshi.gis.targeting.InsideCount;
import jp.noroshi.gis.targeting.TargetArea;
import jp.noroshi.gis.targeting.WhoIsInside;

/** Who and what lies inside an area. */
final class InsideRoutes implements Routes {

  private final HubFacts hub;
  private final WhoIsInside inside;

  InsideRoutes(HubFacts hub, WhoIsInside inside) {
    this.hub = hub;
    this.inside = inside;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("countInside", this::count);
  }

  /** An area, as clients write it. */
  record Area(
      Optional<JsonNode> geometry, Optional<List<String>> districts, Optional<Hazard> hazard) {

    TargetArea toArea() {
      return new TargetArea(outline(), codes(), hazard.map(Hazard::toPart));
    }

    /** An optional tree that was left out comes as an empty node, not as nothing. */
    private Optional<DrawnOutline> outline() {
      return geometry.filter(JsonNode::isObject).map(DrawnOutline::read);
    }

    private Set<AreaCode> codes() {
      return districts.orElse(List.of()).stream()
          .map(AreaCode::new)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** A part of a map of dangers, as clients write it. */
  record Hazard(UUID layer, int minRank) {
    TargetArea.HazardPart toPart() {
      return new TargetArea.HazardPart(layer, minRank);
    }
  }

  /** The counts, as clients read them. */
  record Count(
      Instant asOf,
      long residents,
      long households,
      Optional<Long> people,
      long facilities,
      long sites,
      boolean mended,
      List<Share> districts) {

    static Count of(Instant asOf, InsideCount count) {
      return new Count(
          asOf,
          count.residents(),
          count.households(),
          count.people().isPresent() ? Optional.of(count.people().getAsLong()) : Optional.empty(),
          count.facilities(),
          count.sites(),
          count.mended(),
          count.districts().stream()
              .map(each -> new Share(each.code().value(), each.residents(), each.of()))
              .toList());
    }
  }

  /** How much of a district is inside. */
  record Share(String code, long residents, long of) {}

  private Answer count(Call call) {
    return Answer.ok(Count.of(hub.now(), inside.count(call.read(Area.class).toArea())));
  }
}
