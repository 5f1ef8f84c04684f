package jp.noroshi.opsconsole.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.route.Route;

/** A small picture of a way: north is up; start, line, goal and what it warns of. Stateless. */
final class WaySketch {

  private static final double WIDTH = 640;
  private static final double HEIGHT = 400;
  private static final double MARGIN = 30;
  private static final int MOST_POINTS = 300;

  private final double west;
  private final double north;
  private final double shrink;
  private final double scale;
  private final double left;
  private final double top;

  private WaySketch(List<LatLon> line) {
    double south = line.stream().mapToDouble(LatLon::latitude).min().orElseThrow();
    double east = line.stream().mapToDouble(LatLon::longitude).max().orElseThrow();
    north = line.stream().mapToDouble(LatLon::latitude).max().orElseThrow();
    west = line.stream().mapToDouble(LatLon::longitude).min().orElseThrow();
    shrink = Math.cos(Math.toRadians(north));
    double width = Math.max(1e-4, (east - west) * shrink);
    double height = Math.max(1e-4, north - south);
    scale = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height);
    left = (WIDTH - width * scale) / 2;
    top = (HEIGHT - height * scale) / 2;
  }

  /** Draws a way. Holds no text from outside. */
  static String of(Route route) {
    WaySketch sketch = new WaySketch(route.line());
    String line = sketch.points(route.line());
    String warnings =
        route.warnings().stream()
            .limit(20)
            .map(warning -> sketch.mark("warn", warning.at(), 7))
            .collect(Collectors.joining());
    return "<polyline class=\"%s\" points=\"%s\"/>%s%s%s"
        .formatted(
            route.straight() ? "way straight" : "way",
            line,
            warnings,
            sketch.mark("start", route.line().getFirst(), 9),
            sketch.goal(route.line().getLast()));
  }

  private String points(List<LatLon> line) {
    int step = Math.max(1, line.size() / MOST_POINTS);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < line.size(); i += step) {
      points.append(point(line.get(i))).append(' ');
    }
    return points.append(point(line.getLast())).toString();
  }

  private String point(LatLon at) {
    return String.format(Locale.ROOT, "%.0f,%.0f", x(at), y(at));
  }

  private String mark(String kind, LatLon at, int radius) {
    return String.format(
        Locale.ROOT,
        "<circle class=\"%s\" cx=\"%.0f\" cy=\"%.0f\" r=\"%d\"/>",
        kind,
        x(at),
        y(at),
        radius);
  }

  private String goal(LatLon at) {
    return String.format(
        Locale.ROOT,
        "<rect class=\"goal\" x=\"%.0f\" y=\"%.0f\" width=\"22\" height=\"22\"/>",
        x(at) - 11,
        y(at) - 11);
  }

  private double x(LatLon at) {
    return left + (at.longitude() - west) * shrink * scale;
  }

  private double y(LatLon at) {
    return top + (north - at.latitude()) * scale;
  }
}
