package jp.noroshi.opsconsole.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.plan.Destination;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.plan.PlanMap;
import jp.noroshi.gis.plan.PlannedRoute;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * Draws the map of a plan without colours: dangers as hatching, the denser the graver, ways as
 * lines that differ in form.
 */
final class PlanMapDrawing {

  private static final double METRES_PER_DEGREE = 111_320;

  private final Sheet sheet;
  private final PdfContentByte pen;
  private final PlanMap map;
  private final Box box;

  /** Where on the paper, in points. */
  record Box(float x, float y, float width, float height) {}

  PlanMapDrawing(Sheet sheet, PlanMap map, Box box) {
    this.sheet = sheet;
    this.pen = sheet.canvas();
    this.map = map;
    this.box = box;
  }

  /** Draws everything of a plan. */
  void draw(PlanContent content, Optional<LatLon> home, List<LatLon> supporters) {
    pen.saveState();
    pen.rectangle(box.x(), box.y(), box.width(), box.height());
    pen.clip();
    pen.newPath();
    map.zones().forEach(this::zone);
    pen.setGrayStroke(0.55f);
    pen.setLineWidth(0.5f);
    pen.setLineDash(1, 2, 0);
    map.boundaries().forEach(this::stroke);
    roads();
    routes(content.routes());
    map.closures().forEach(this::closure);
    content.routes().stream().flatMap(each -> each.avoid().stream()).forEach(this::avoid);
    content.meetingPoint().ifPresent(point -> letter(point, "集"));
    supporters.forEach(point -> letter(point, "支"));
    destinations(content.destinations());
    home.ifPresent(this::home);
    pen.restoreState();
    frame();
    scale();
    north();
  }

  private void zone(PlanMap.Zone zone) {
    parts(zone.outline())
        .forEach(
            part -> {
              if (part instanceof Polygon polygon) {
                hatch(polygon, zone.rank());
              }
            });
  }

  /** Hatches inside the polygon; a white edge would hide nothing, so the outline is drawn thin. */
  private void hatch(Polygon polygon, int rank) {
    pen.saveState();
    outline(polygon);
    pen.eoClip();
    pen.newPath();
    hatchLines(box, rank);
    pen.restoreState();
    pen.saveState();
    pen.setLineWidth(0.4f);
    pen.setGrayStroke(0.3f);
    outline(polygon);
    pen.stroke();
    pen.restoreState();
  }

  /** Fills a box with the hatching of a rank: closer for each rank, crossed from the fourth on. */
  void hatchLines(Box area, int rank) {
    float gap = Math.max(2.2f, 9f - 1.7f * rank);
    pen.setLineWidth(0.35f);
    pen.setGrayStroke(0.35f);
    for (float at = -area.height(); at < area.width(); at += gap) {
      pen.moveTo(area.x() + at, area.y());
      pen.lineTo(area.x() + at + area.height(), area.y() + area.height());
      if (rank >= 4) {
        pen.moveTo(area.x() + at, area.y() + area.height());
        pen.lineTo(area.x() + at + area.height(), area.y());
      }
    }
    pen.stroke();
  }

  private void outline(Polygon polygon) {
    ring(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(polygon.getInteriorRingN(i));
    }
  }

  private void ring(LineString ring) {
    path(ring.getCoordinates());
    pen.closePath();
  }

  private void path(Coordinate[] points) {
    pen.moveTo(x(points[0].x), y(points[0].y));
    for (int i = 1; i < points.length; i++) {
      pen.lineTo(x(points[i].x), y(points[i].y));
    }
  }

  private void stroke(Geometry shape) {
    parts(shape)
        .forEach(
            part -> {
              if (part instanceof LineString line) {
                path(line.getCoordinates());
                pen.stroke();
              }
            });
  }

  /** White with a grey edge: paler than any way, and seen on hatching. */
  private void roads() {
    pen.setLineDash(0);
    pen.setGrayStroke(0.45f);
    pen.setLineWidth(1.7f);
    map.roads().forEach(this::stroke);
    pen.setGrayStroke(1);
    pen.setLineWidth(1f);
    map.roads().forEach(this::stroke);
  }

  private void routes(List<PlannedRoute> routes) {
    for (int i = routes.size() - 1; i >= 0; i--) {
      route(routes.get(i), i == 0);
    }
  }

  /** White below black: a way stays visible on hatching. */
  private void route(PlannedRoute route, boolean main) {
    Coordinate[] line =
        route.line().stream()
            .map(point -> new Coordinate(point.longitude(), point.latitude()))
            .toArray(Coordinate[]::new);
    pen.setLineDash(0);
    pen.setGrayStroke(1);
    pen.setLineWidth(main ? 4.5f : 3.5f);
    path(line);
    pen.stroke();
    way(main);
    path(line);
    pen.stroke();
    pen.setLineDash(0);
  }

  /** Sets the pen to the way's form, for the legend too. */
  void way(boolean main) {
    pen.setGrayStroke(0);
    pen.setLineWidth(main ? 2.2f : 1.3f);
    if (main) {
      pen.setLineDash(0);
    } else {
      pen.setLineDash(5, 3, 0);
    }
  }

  private void closure(Geometry closure) {
    Point at = closure.getInteriorPoint();
    cross(x(at.getX()), y(at.getY()));
  }

  private void avoid(LatLon point) {
    cross(x(point.longitude()), y(point.latitude()));
  }

  /** Draws the sign of a place to keep away from. */
  void cross(float x, float y) {
    pen.saveState();
    pen.setLineDash(0);
    pen.setGrayStroke(0);
    pen.setLineWidth(1.6f);
    pen.moveTo(x - 4, y - 4);
    pen.lineTo(x + 4, y + 4);
    pen.moveTo(x - 4, y + 4);
    pen.lineTo(x + 4, y - 4);
    pen.stroke();
    pen.restoreState();
  }

  private void destinations(List<Destination> destinations) {
    for (int i = 0; i < destinations.size(); i++) {
      String number = Integer.toString(i + 1);
      destinations.get(i).point().ifPresent(point -> letter(point, number));
    }
  }

  private void letter(LatLon point, String letter) {
    sign(x(point.longitude()), y(point.latitude()), letter);
  }

  /** Draws a round sign with a letter. */
  void sign(float x, float y, String letter) {
    pen.saveState();
    pen.setLineDash(0);
    pen.setGrayFill(1);
    pen.setGrayStroke(0);
    pen.setLineWidth(1.2f);
    pen.circle(x, y, 6.5f);
    pen.fillStroke();
    pen.restoreState();
    pen.setGrayFill(0);
    sheet.line(letter, x - (letter.charAt(0) < 128 ? 2.6f : 4.3f), y - 3, 8.5f, true, 20);
  }

  private void home(LatLon point) {
    house(x(point.longitude()), y(point.latitude()));
  }

  /** Draws the sign of the home. */
  void house(float x, float y) {
    pen.saveState();
    pen.setLineDash(0);
    pen.setGrayFill(0);
    pen.setGrayStroke(1);
    pen.setLineWidth(0.8f);
    pen.moveTo(x - 6, y - 5);
    pen.lineTo(x - 6, y + 1);
    pen.lineTo(x, y + 7);
    pen.lineTo(x + 6, y + 1);
    pen.lineTo(x + 6, y - 5);
    pen.closePathFillStroke();
    pen.restoreState();
  }

  private void frame() {
    pen.setLineDash(0);
    pen.setGrayStroke(0);
    pen.setLineWidth(0.8f);
    pen.rectangle(box.x(), box.y(), box.width(), box.height());
    pen.stroke();
  }

  private void scale() {
    double metresPerPoint = map.frame().getHeight() * METRES_PER_DEGREE / box.height();
    int metres = round(metresPerPoint * 70);
    float length = (float) (metres / metresPerPoint);
    white(box.x() + 2, box.y() + 2, length + 50, 12);
    pen.setLineWidth(1.2f);
    pen.moveTo(box.x() + 6, box.y() + 9);
    pen.lineTo(box.x() + 6, box.y() + 5);
    pen.lineTo(box.x() + 6 + length, box.y() + 5);
    pen.lineTo(box.x() + 6 + length, box.y() + 9);
    pen.stroke();
    sheet.line("%,d m".formatted(metres), box.x() + 10 + length, box.y() + 4.5f, 7, false, 60);
  }

  /** Returns the next smaller 1, 2 or 5 times a power of ten. */
  private static int round(double metres) {
    int power = (int) Math.pow(10, Math.floor(Math.log10(metres)));
    int times = (int) (metres / power);
    return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
  }

  private void north() {
    float x = box.x() + box.width() - 14;
    float y = box.y() + box.height() - 26;
    white(x - 9, y - 3, 20, 27);
    pen.setGrayFill(0);
    pen.moveTo(x - 4, y);
    pen.lineTo(x, y + 12);
    pen.lineTo(x + 4, y);
    pen.lineTo(x, y + 3);
    pen.closePathFillStroke();
    sheet.line("北", x - 4, y + 14, 8, true, 20);
  }

  private void white(float x, float y, float width, float height) {
    pen.saveState();
    pen.setGrayFill(1);
    pen.rectangle(x, y, width, height);
    pen.fill();
    pen.restoreState();
  }

  private static List<Geometry> parts(Geometry shape) {
    return IntStream.range(0, shape.getNumGeometries())
        .mapToObj(shape::getGeometryN)
        .flatMap(part -> part.getNumGeometries() > 1 ? parts(part).stream() : Stream.of(part))
        .toList();
  }

  private float x(double longitude) {
    return box.x()
        + (float) ((longitude - map.frame().getMinX()) / map.frame().getWidth() * box.width());
  }

  private float y(double latitude) {
    return box.y()
        + (float) ((latitude - map.frame().getMinY()) / map.frame().getHeight() * box.height());
  }
}
