package jp.noroshi.gis.route;

import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;

/** Puts a found way into what people need: line, legs, warnings. Confined to one route. */
final class RouteWriter {

  private final RoadConditions.Known known;
  private final double pace;
  private final RouteWish wish;
  private final List<LatLon> line = new ArrayList<>();
  private final List<Route.Leg> legs = new ArrayList<>();
  private final List<RouteWarning> warnings = new ArrayList<>();
  private double metres;

  private record Met(RouteWarning.Kind kind, Optional<HazardKind> hazard) {}

  RouteWriter(RoadConditions.Known known, RouteWish wish, double pace) {
    this.pace = pace;
    this.known = known;
    this.wish = wish;
  }

  Route write(RouteSearch.Found found, LatLon from, LatLon to) {
    line.add(from);
    Set<Met> before = Set.of();
    for (RouteSearch.Step step : found.steps()) {
      PointList points = step.state().fetchWayGeometry(FetchMode.ALL);
      for (int i = 0; i < points.size(); i++) {
        add(new LatLon(points.getLat(i), points.getLon(i)));
      }
      LatLon at = new LatLon(points.getLat(0), points.getLon(0));
      LatLon end = new LatLon(points.getLat(points.size() - 1), points.getLon(points.size() - 1));
      leg(Objects.requireNonNullElse(step.state().getName(), ""), at, end, step);
      before = warn(step, at, before);
      metres += step.state().getDistance();
    }
    add(to);
    return new Route(
        line,
        metres,
        minutes(metres, pace),
        Route.Basis.ROADS,
        legs,
        warnings,
        known.state().asOf());
  }

  private void add(LatLon position) {
    if (line.size() < 2 || !line.getLast().equals(position)) {
      line.add(position);
    }
  }

  private void leg(String street, LatLon at, LatLon end, RouteSearch.Step step) {
    double length = step.state().getDistance();
    if (length == 0) {
      return;
    }
    Route.Compass direction = Route.Compass.of(at, end);
    boolean goesOn =
        !legs.isEmpty()
            && legs.getLast().street().equals(street)
            && legs.getLast().direction().isAbout(direction);
    if (goesOn) {
      Route.Leg last = legs.removeLast();
      // As a whole it goes where it ends up, not where its first metres went.
      legs.add(
          new Route.Leg(
              street, Route.Compass.of(last.from(), end), last.metres() + length, last.from()));
    } else {
      legs.add(new Route.Leg(street, direction, length, at));
    }
  }

  /** Adds what a stretch warns of; what goes on from the stretch before makes that one longer. */
  private Set<Met> warn(RouteSearch.Step step, LatLon at, Set<Met> before) {
    Set<Met> now = metOn(step.edge());
    for (Met met : now) {
      if (before.contains(met)) {
        lengthen(met, step.state().getDistance());
      } else {
        warnings.add(new RouteWarning(met.kind(), met.hazard(), at, step.state().getDistance()));
      }
    }
    return now;
  }

  private Set<Met> metOn(int edge) {
    Set<Met> met = new LinkedHashSet<>();
    int features = known.network().features(edge);
    for (RouteWarning.Kind kind : RouteWarning.Kind.values()) {
      if (isMet(kind, features)) {
        met.add(new Met(kind, Optional.empty()));
      }
    }
    for (HazardKind hazard : wish.dangers()) {
      if (known.state().isInDanger(edge, EdgeState.mask(Set.of(hazard)))) {
        met.add(new Met(RouteWarning.Kind.HAZARD_ZONE, Optional.of(hazard)));
      }
    }
    return met;
  }

  private boolean isMet(RouteWarning.Kind kind, int features) {
    return switch (kind) {
      case STEPS -> RoadFeature.STEPS.isIn(features);
      case STEEP -> RoadFeature.STEEP.isIn(features);
      case UNDERPASS -> RoadFeature.UNDERPASS.isIn(features);
      case BRIDGE -> RoadFeature.BRIDGE.isIn(features);
      case SURFACE_UNKNOWN ->
          wish.profile() == WayProfile.WHEELCHAIR && RoadFeature.SURFACE_UNKNOWN.isIn(features);
      case HAZARD_ZONE -> false;
    };
  }

  private void lengthen(Met met, double length) {
    for (int i = warnings.size() - 1; i >= 0; i--) {
      RouteWarning last = warnings.get(i);
      if (last.kind() == met.kind() && last.hazard().equals(met.hazard())) {
        warnings.set(
            i, new RouteWarning(last.kind(), last.hazard(), last.at(), last.metres() + length));
        return;
      }
    }
  }

  static int minutes(double metres, double pace) {
    return (int) Math.max(1, Math.ceil(metres * 60 / (pace * 1000)));
  }
}
