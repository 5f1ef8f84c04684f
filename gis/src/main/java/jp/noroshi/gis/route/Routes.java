package jp.noroshi.gis.route;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.population.Household;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Ways to safety. Every question is answered with the closures and zones of one moment.
 * Thread-safe; routes are found in memory in milliseconds, sites are read from the database.
 */
public final class Routes {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** What the main way costs more when another is looked for. */
  private static final float USED = 3;

  /** What a road at a point to stay away from costs more. */
  private static final float AVOIDED = 20;

  private static final int TREES = 12;

  private final RoadConditions conditions;
  private final UsualPace pace;
  private final Destinations destinations;
  private final Database database;
  private final InstantSource clock;
  private final Map<TreeKey, NearestTree> trees =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TreeKey, NearestTree> eldest) {
          return size() > TREES;
        }
      };

  /** States are compared by identity: each change makes a new one. */
  private record TreeKey(
      EdgeState state, Set<HazardKind> dangers, WayProfile profile, List<LatLon> goals) {}

  /** Answers from these. */
  public Routes(
      RoadConditions conditions,
      Destinations destinations,
      UsualPace pace,
      Database database,
      InstantSource clock) {
    this.pace = pace;
    this.conditions = conditions;
    this.destinations = destinations;
    this.database = database;
    this.clock = clock;
  }

  /** Finds the way between two places; a straight line, so marked, where there is none. */
  public Route route(LatLon from, LatLon to, RouteWish wish) {
    return route(conditions.current(), from, to, wish);
  }

  /** Finds the way as it would be with the closures of another moment. Blocking. */
  public Route routeAt(Instant moment, LatLon from, LatLon to, RouteWish wish) {
    return route(conditions.at(moment), from, to, wish);
  }

  private Route route(
      Optional<RoadConditions.Known> roads, LatLon from, LatLon to, RouteWish wish) {
    if (roads.isEmpty()) {
      return straight(from, to, wish, Route.Basis.NO_NETWORK, clock.instant());
    }
    RoadConditions.Known known = roads.get();
    return RouteSearch.find(known.network(), costs(known, wish), from, to)
        .map(found -> new RouteWriter(known, wish, pace.of(wish)).write(found, from, to))
        .orElseGet(() -> straight(from, to, wish, Route.Basis.UNREACHABLE, known.state().asOf()));
  }

  /**
   * Returns the roads in a part of the map, for drawing; none while there is no network.
   *
   * @param part in degrees (WGS 84)
   */
  public List<LineString> roadsIn(Envelope part) {
    return conditions
        .current()
        .map(known -> new RoadOverlay(known.network()).lines(part))
        .orElse(List.of());
  }

  /**
   * Finds another way than the best one, which stays away from some points; empty where there is
   * none that differs.
   *
   * @param avoid points to stay away from, as far as possible
   */
  public Optional<Route> alternative(LatLon from, LatLon to, RouteWish wish, List<LatLon> avoid) {
    return conditions.current().flatMap(known -> alternative(known, from, to, wish, avoid));
  }

  private Optional<Route> alternative(
      RoadConditions.Known known, LatLon from, LatLon to, RouteWish wish, List<LatLon> avoid) {
    EdgeCosts costs = costs(known, wish);
    Set<Integer> main =
        RouteSearch.find(known.network(), costs, from, to).map(Routes::edges).orElseGet(Set::of);
    Set<Integer> avoided = new HashSet<>();
    RoadOverlay overlay = new RoadOverlay(known.network());
    avoid.forEach(
        point ->
            overlay.closedBy(
                SHAPES.createPoint(new Coordinate(point.longitude(), point.latitude())),
                avoided::add));
    EdgeCosts dearer =
        costs.with(
            edge -> (main.contains(edge) ? USED : 1) * (avoided.contains(edge) ? AVOIDED : 1));
    return RouteSearch.find(known.network(), dearer, from, to)
        .filter(found -> !edges(found).equals(main))
        .map(found -> new RouteWriter(known, wish, pace.of(wish)).write(found, from, to));
  }

  private static Set<Integer> edges(RouteSearch.Found found) {
    return found.steps().stream().map(RouteSearch.Step::edge).collect(Collectors.toSet());
  }

  /**
   * Finds the nearest site that fits, is open and can be reached, with the way there; where none is
   * open, the nearest designated one. Empty where no site fits. Blocking.
   */
  public Optional<NearestSite> nearest(LatLon from, RouteWish wish) {
    List<Destination> sites = destinations.candidates(wish.dangers());
    if (sites.isEmpty()) {
      return Optional.empty();
    }
    Optional<RoadConditions.Known> roads = conditions.current();
    Destination site =
        roads
            .flatMap(known -> tree(known, wish, sites).find(from))
            .map(found -> sites.get(found.goal()))
            .orElseGet(() -> nearestAsTheCrowFlies(from, sites));
    return Optional.of(new NearestSite(site, route(roads, from, site.location(), wish)));
  }

  private static Destination nearestAsTheCrowFlies(LatLon from, List<Destination> sites) {
    return sites.stream()
        .min(Comparator.comparingDouble(site -> from.metresTo(site.location())))
        .orElseThrow();
  }

  private NearestTree tree(RoadConditions.Known known, RouteWish wish, List<Destination> sites) {
    List<LatLon> goals = sites.stream().map(Destination::location).toList();
    TreeKey key = new TreeKey(known.state(), wish.dangers(), wish.profile(), goals);
    synchronized (trees) {
      NearestTree kept = trees.get(key);
      if (kept != null) {
        return kept;
      }
    }
    NearestTree grown = NearestTree.grow(known.network(), costs(known, wish), goals);
    synchronized (trees) {
      trees.put(key, grown);
    }
    return grown;
  }

  private static EdgeCosts costs(RoadConditions.Known known, RouteWish wish) {
    return EdgeCosts.of(known.network(), known.state(), wish.dangers(), wish.profile());
  }

  /** Counts which residents reach which site, and how many reach none. Blocking. */
  public Reachability reachability(RouteWish wish) {
    List<Destination> sites = destinations.candidates(wish.dangers());
    boolean open = sites.stream().anyMatch(Destination::takesPeopleIn);
    Optional<RoadConditions.Known> roads = conditions.current();
    if (roads.isEmpty()) {
      return new Reachability(0, 0, List.of(), open, false, clock.instant());
    }
    NearestTree tree = tree(roads.get(), wish, sites);
    int[] counts = new int[sites.size()];
    int[] none = {0};
    forEachHousehold(
        (home, residents) ->
            tree.find(home)
                .ifPresentOrElse(
                    found -> counts[found.goal()] += residents, () -> none[0] += residents));
    return summary(sites, counts, none[0], open, roads.get().state().asOf());
  }

  private static Reachability summary(
      List<Destination> sites, int[] counts, int none, boolean open, Instant asOf) {
    List<Reachability.Load> loads = new ArrayList<>();
    int all = none;
    for (int i = 0; i < counts.length; i++) {
      loads.add(new Reachability.Load(sites.get(i).id(), sites.get(i).name(), counts[i]));
      all += counts[i];
    }
    loads.sort(Comparator.comparingInt(Reachability.Load::residents).reversed());
    return new Reachability(all, none, loads, open, true, asOf);
  }

  private void forEachHousehold(ObjIntConsumer<LatLon> reader) {
    database.useTransaction(
        handle ->
            handle
                .createQuery("select ST_Y(location), ST_X(location), residents from gis.household")
                .setFetchSize(10_000)
                .map(
                    (row, _) ->
                        new Household(
                            new LatLon(row.getDouble(1), row.getDouble(2)), row.getInt(3)))
                .stream()
                .forEach(home -> reader.accept(home.home(), home.residents())));
  }

  private Route straight(LatLon from, LatLon to, RouteWish wish, Route.Basis basis, Instant asOf) {
    double metres = from.metresTo(to);
    return new Route(
        List.of(from, to),
        metres,
        RouteWriter.minutes(metres, pace.of(wish)),
        basis,
        List.of(),
        List.of(),
        asOf);
  }
}
