package jp.noroshi.opsconsole.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.route.Closure;
import jp.noroshi.gis.route.Destination;
import jp.noroshi.gis.route.NearestSite;
import jp.noroshi.gis.route.NewClosure;
import jp.noroshi.gis.route.Reachability;
import jp.noroshi.gis.route.RoadServices;
import jp.noroshi.gis.route.Route;
import jp.noroshi.gis.route.RouteWarning;
import jp.noroshi.gis.route.RouteWish;
import jp.noroshi.gis.route.WayProfile;

/** Ways: closures, routes to safety, and who reaches no site. */
final class RoadRoutes implements Routes {

  private final HubFacts hub;
  private final RoadServices roads;

  RoadRoutes(HubFacts hub, RoadServices roads) {
    this.hub = hub;
    this.roads = roads;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listClosures", this::list,
        "addClosure", this::add,
        "liftClosure",
            call -> Answer.ok(feature(roads.closures().lift(call.id("closureId"), call.actor()))),
        "planRoute", this::plan,
        "getReachability", this::reachability);
  }

  private record ClosureList(String type, Instant asOf, List<ClosureFeature> features) {}

  private record ClosureFeature(String type, UUID id, JsonNode geometry, ClosureFacts properties) {}

  private record ClosureFacts(
      String reason,
      Closure.AppliesTo appliesTo,
      Instant from,
      Optional<Instant> until,
      Instant createdAt,
      String createdBy,
      boolean inForce,
      Optional<Instant> liftedAt,
      Optional<String> liftedBy) {}

  private record ClosureBody(
      JsonNode shape,
      String reason,
      Closure.AppliesTo appliesTo,
      Optional<Instant> from,
      Optional<Instant> until) {}

  private record Wish(
      LatLon from,
      Optional<LatLon> to,
      Optional<UUID> site,
      Optional<Set<HazardKind>> dangers,
      WayProfile profile,
      Optional<Double> pace,
      Optional<List<LatLon>> avoid) {}

  private record Plan(
      Optional<SiteView> site, Optional<RouteView> route, Optional<RouteView> alternative) {}

  private record SiteView(UUID id, String name, LatLon location, boolean open) {}

  private record RouteView(
      Route.Basis basis,
      double metres,
      int minutes,
      List<LatLon> line,
      List<Route.Leg> legs,
      List<RouteWarning> warnings,
      Instant asOf) {}

  private Answer list(Call call) {
    List<Closure> closures =
        call.flag("all") ? roads.closures().listAll() : roads.closures().listCurrent();
    return Answer.ok(
        new ClosureList(
            "FeatureCollection", hub.now(), closures.stream().map(this::feature).toList()));
  }

  private Answer add(Call call) {
    ClosureBody body = call.read(ClosureBody.class);
    NewClosure closure =
        new NewClosure(
            body.shape().toString(), body.reason(), body.appliesTo(), body.from(), body.until());
    return Answer.created(feature(roads.closures().add(closure, call.actor())));
  }

  private ClosureFeature feature(Closure closure) {
    return new ClosureFeature(
        "Feature",
        closure.id(),
        ApiJson.tree(closure.shape()),
        new ClosureFacts(
            closure.reason(),
            closure.appliesTo(),
            closure.from(),
            closure.until(),
            closure.createdAt(),
            closure.createdBy(),
            closure.holdsAt(hub.now()),
            closure.lifted().map(Closure.Lifting::at),
            closure.lifted().map(Closure.Lifting::by)));
  }

  private Answer plan(Call call) {
    Wish wish = call.read(Wish.class);
    RouteWish how =
        new RouteWish(
            wish.dangers().orElseGet(Set::of),
            wish.profile(),
            wish.pace().map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    Optional<Destination> site = wish.site().map(this::site);
    Optional<LatLon> to = site.map(Destination::location).or(wish::to);
    return Answer.ok(
        to.map(goal -> new NearestOrGiven(site, roads.routes().route(wish.from(), goal, how)))
            .or(() -> roads.routes().nearest(wish.from(), how).map(NearestOrGiven::of))
            .map(found -> planned(wish, how, found))
            .orElseGet(() -> new Plan(Optional.empty(), Optional.empty(), Optional.empty())));
  }

  /** A route, and the site it leads to if it is one. */
  private record NearestOrGiven(Optional<Destination> site, Route route) {
    static NearestOrGiven of(NearestSite nearest) {
      return new NearestOrGiven(Optional.of(nearest.site()), nearest.route());
    }
  }

  private Plan planned(Wish wish, RouteWish how, NearestOrGiven found) {
    return new Plan(
        found
            .site()
            .map(
                site ->
                    new SiteView(site.id(), site.name(), site.location(), site.takesPeopleIn())),
        Optional.of(view(found.route())),
        roads
            .routes()
            .alternative(
                wish.from(), found.route().line().getLast(), how, wish.avoid().orElseGet(List::of))
            .map(RoadRoutes::view));
  }

  private Destination site(UUID id) {
    return roads.destinations().list().stream()
        .filter(site -> site.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
  }

  private static RouteView view(Route route) {
    return new RouteView(
        route.basis(),
        route.metres(),
        route.minutes(),
        route.line(),
        route.legs(),
        route.warnings(),
        route.asOf());
  }

  private Answer reachability(Call call) {
    Set<HazardKind> dangers =
        call.findText("danger").map(HazardKind::valueOf).map(Set::of).orElseGet(Set::of);
    WayProfile profile = call.findText("profile").map(WayProfile::valueOf).orElse(WayProfile.FOOT);
    Reachability found = roads.routes().reachability(new RouteWish(dangers, profile));
    return Answer.ok(found);
  }
}
