package jp.noroshi.opsconsole.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.intake.Situation;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.place.Shape;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.targeting.Area;
import jp.noroshi.gis.targeting.DrawnOutline;
import jp.noroshi.gis.targeting.InsideCount;
import jp.noroshi.gis.targeting.PeopleInside;
import jp.noroshi.gis.targeting.WhoIsInside;
import jp.noroshi.opsconsole.api.HubFacts.Named;

/** Who and what lies inside an area: as counts, and the people on the register by name. */
final class InsideRoutes implements Routes {

  private final HubFacts hub;
  private final WhoIsInside inside;
  private final PeopleInside people;
  private final Situation situation;

  InsideRoutes(HubFacts hub, WhoIsInside inside, PeopleInside people, Situation situation) {
    this.hub = hub;
    this.inside = inside;
    this.people = people;
    this.situation = situation;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("countInside", this::count, "listPeopleInside", this::list);
  }

  /** An area, as clients write it. */
  record Asked(
      Optional<JsonNode> geometry,
      Optional<Circle> circle,
      Optional<List<String>> districts,
      Optional<Boolean> municipality,
      Optional<Hazard> hazard,
      Optional<UUID> alert) {}

  /** A circle, as clients write it. */
  record Circle(double latitude, double longitude, double radius) {
    Area toArea() {
      return new Area.Circle(new Shape.Circle(new LatLon(latitude, longitude), radius));
    }
  }

  /** A part of a map of dangers, as clients write it: of one map, or of all maps of a kind. */
  record Hazard(Optional<UUID> layer, Optional<HazardKind> kind, int minRank) {
    Area toArea() {
      return layer
          .<Area>map(id -> new Area.HazardLayer(id, minRank))
          .orElseGet(() -> new Area.HazardZones(kind.orElseThrow(), minRank));
    }
  }

  private Area area(Asked asked) {
    List<Area> parts = new ArrayList<>();
    // An optional tree that was left out comes as an empty node, not as nothing.
    asked
        .geometry()
        .filter(JsonNode::isObject)
        .map(DrawnOutline::read)
        .map(Area::of)
        .ifPresent(parts::add);
    asked.circle().map(Circle::toArea).ifPresent(parts::add);
    asked.districts().map(InsideRoutes::districts).ifPresent(parts::add);
    asked.municipality().filter(yes -> yes).map(_ -> new Area.Municipality()).ifPresent(parts::add);
    asked.hazard().map(Hazard::toArea).ifPresent(parts::add);
    asked.alert().map(this::warned).ifPresent(parts::add);
    return new Area.Together(parts);
  }

  private static Area districts(List<String> codes) {
    return Area.of(codes.stream().map(AreaCode::new).collect(Collectors.toUnmodifiableSet()));
  }

  private Area warned(UUID alert) {
    return new Area.Warned(
        situation
            .findAlert(alert)
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND))
            .alert()
            .areas());
  }

  /** The counts, as clients read them. */
  record Count(
      Instant asOf,
      long residents,
      long households,
      Optional<Long> people,
      Optional<Long> planned,
      long facilities,
      long sites,
      boolean mended,
      List<Share> districts) {

    static Count of(Instant asOf, InsideCount count) {
      return new Count(
          asOf,
          count.residents(),
          count.households(),
          told(count.people()),
          told(count.planned()),
          count.facilities(),
          count.sites(),
          count.mended(),
          count.districts().stream()
              .map(each -> new Share(each.code().value(), each.residents(), each.of()))
              .toList());
    }
  }

  private static Optional<Long> told(OptionalLong people) {
    return people.isPresent() ? Optional.of(people.getAsLong()) : Optional.empty();
  }

  /** How much of a district is inside. */
  record Share(String code, long residents, long of) {}

  /** For whom somebody looks. */
  private record AskedPeople(Asked area, HazardKind hazard) {}

  /** Somebody on the register, as clients read them. */
  private record Listed(
      PersonId person,
      String name,
      String kana,
      Optional<Named> district,
      Mobility mobility,
      boolean homeDoubtful,
      List<Danger> dangers,
      Optional<PeopleInside.Plan> plan) {}

  /** The worst of a kind at somebody's home. */
  private record Danger(HazardKind kind, String scenario, int rank, String label) {}

  private record ListPage(Instant asOf, int total, List<Listed> people) {}

  private Answer list(Call call) {
    AskedPeople asked = call.read(AskedPeople.class);
    PeopleInside.Part part =
        people.list(
            area(asked.area()),
            asked.hazard(),
            call.findNumber("offset").map(Math::toIntExact).orElse(0),
            Page.limit(call),
            Looks.of(call));
    return Answer.ok(
        new ListPage(
            hub.now(),
            part.total(),
            part.lines().stream().map(line -> listed(line, call.language())).toList()));
  }

  private Listed listed(PeopleInside.Line line, Language language) {
    Person person = line.person();
    return new Listed(
        person.id(),
        person.identity().name(),
        person.identity().kana(),
        person.outline().district().map(code -> hub.named(code, language)),
        person.outline().mobility(),
        person.outline().home().isEmpty() || person.outline().homeDoubtful(),
        line.dangers().stream()
            .map(each -> new Danger(each.kind(), each.scenario(), each.rank(), each.label()))
            .toList(),
        line.plan());
  }

  private Answer count(Call call) {
    return Answer.ok(Count.of(hub.now(), inside.count(area(call.read(Asked.class)))));
  }
}
