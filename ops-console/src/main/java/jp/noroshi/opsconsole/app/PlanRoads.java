package jp.noroshi.opsconsole.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanProposals;
import jp.noroshi.gis.plan.PlannedRoute;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.route.Route;
import jp.noroshi.gis.route.RouteWarning;
import jp.noroshi.gis.route.RouteWish;
import jp.noroshi.gis.route.Routes;
import jp.noroshi.gis.route.WayProfile;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;

/** Finds the ways of plans on the network of roads; a straight line is no way to be planned. */
record PlanRoads(Routes roads) implements PlanProposals.RouteFinder {

  private static final double KILOMETRES_AN_HOUR = 3.6;

  /** A way that grew by so much is another one. */
  private static final double LONGER = 1.2;

  private static final double LONGER_METRES = 100;

  @Override
  public List<LineString> roadsIn(Envelope part) {
    return roads.roadsIn(part);
  }

  @Override
  public boolean isLost(PlanProposals.PlannedWay way, HazardKind hazard, Mobility mobility) {
    Route now = roads.route(way.from(), way.to(), wish(hazard, mobility));
    return switch (now.basis()) {
      case NO_NETWORK -> false;
      case UNREACHABLE -> true;
      case ROADS -> now.metres() > way.metres() * LONGER + LONGER_METRES;
    };
  }

  private static RouteWish wish(HazardKind hazard, Mobility mobility) {
    return new RouteWish(
        Set.of(hazard),
        mobility.needsStepFreeWay() ? WayProfile.WHEELCHAIR : WayProfile.FOOT,
        OptionalDouble.of(mobility.metresPerSecond() * KILOMETRES_AN_HOUR));
  }

  @Override
  public List<PlannedRoute> find(
      LatLon home, LatLon destination, HazardKind hazard, Mobility mobility) {
    RouteWish wish = wish(hazard, mobility);
    Route main = roads.route(home, destination, wish);
    return main.straight()
        ? List.of()
        : Stream.concat(
                Stream.of(main), roads.alternative(home, destination, wish, List.of()).stream())
            .map(PlanRoads::planned)
            .toList();
  }

  private static PlannedRoute planned(Route route) {
    return new PlannedRoute(
        route.line(),
        Math.toIntExact(Math.round(route.metres())),
        route.minutes(),
        route.warnings().stream().map(PlanRoads::words).distinct().toList(),
        route.warnings().stream().filter(PlanRoads::isToBeAvoided).map(RouteWarning::at).toList(),
        Optional.of(route.asOf()));
  }

  private static boolean isToBeAvoided(RouteWarning warning) {
    return switch (warning.kind()) {
      case STEPS, STEEP, UNDERPASS -> true;
      case BRIDGE, HAZARD_ZONE, SURFACE_UNKNOWN -> false;
    };
  }

  private static String words(RouteWarning warning) {
    return switch (warning.kind()) {
      case STEPS -> "階段がある";
      case STEEP -> "急な坂がある";
      case UNDERPASS -> "くぐる道・トンネルがある";
      case BRIDGE -> "橋を渡る";
      case HAZARD_ZONE -> "危険な区域を通る";
      case SURFACE_UNKNOWN -> "路面の様子が分からない";
    };
  }
}
