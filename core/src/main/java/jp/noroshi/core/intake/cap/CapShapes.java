package jp.noroshi.core.intake.cap;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.place.Shape;

/** Polygons and circles of an area; all of them together are the area. */
final class CapShapes {
  private static final Pattern BLANK = Pattern.compile("\\s+");

  private CapShapes() {}

  /** Reads the shapes of an area. Empty elements, which some senders always write, draw nothing. */
  static List<Shape> of(CapFields area) throws UnreadableException {
    List<Shape> shapes = new ArrayList<>();
    for (String polygon : area.all("polygon")) {
      shapes.add(polygon(polygon));
    }
    for (String circle : area.all("circle")) {
      shapes.add(circle(circle));
    }
    return shapes;
  }

  private static Shape polygon(String value) throws UnreadableException {
    List<LatLon> ring = new ArrayList<>();
    for (String pair : BLANK.split(value, -1)) {
      ring.add(position(pair));
    }
    if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
      throw breaksTheFormat("polygon" + quote(value) + "が閉じていません(4点以上で、最初と最後が同じ点のこと)。");
    }
    return new Shape.Polygon(ring);
  }

  private static Shape circle(String value) throws UnreadableException {
    String[] parts = BLANK.split(value, -1);
    if (parts.length != 2) {
      throw wrong("circle", value);
    }
    try {
      return new Shape.Circle(position(parts[0]), number(parts[1]) * 1000);
    } catch (IllegalArgumentException e) {
      throw wrong("circle", value);
    }
  }

  private static LatLon position(String pair) throws UnreadableException {
    int comma = pair.indexOf(',');
    if (comma < 0) {
      throw wrong("座標", pair);
    }
    try {
      return new LatLon(number(pair.substring(0, comma)), number(pair.substring(comma + 1)));
    } catch (IllegalArgumentException e) {
      throw wrong("座標", pair);
    }
  }

  private static double number(String digits) {
    return Double.parseDouble(digits);
  }

  private static UnreadableException wrong(String what, String value) {
    return breaksTheFormat(what + quote(value) + "は正しくありません。");
  }
}
