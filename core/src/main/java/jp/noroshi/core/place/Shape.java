package jp.noroshi.core.place;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** An area drawn on the map, WGS 84. Several shapes of one area are a union (CAP 1.2). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Shape.Polygon.class, name = "polygon"),
  @JsonSubTypes.Type(value = Shape.Circle.class, name = "circle")
})
public sealed interface Shape {

  /**
   * A closed ring.
   *
   * @param ring at least four positions, the first equal to the last
   */
  record Polygon(List<LatLon> ring) implements Shape {
    /** Checks that the ring is closed and has an inside. */
    public Polygon {
      ring = List.copyOf(ring);
      if (ring.size() < 4) {
        throw new IllegalArgumentException(
            "a polygon needs at least 4 positions, has " + ring.size());
      }
      if (!ring.getFirst().equals(ring.getLast())) {
        throw new IllegalArgumentException("a polygon must end where it began");
      }
    }
  }

  /**
   * A circle.
   *
   * @param centre its middle
   * @param radiusMetres its radius in metres, 0 or more
   */
  record Circle(LatLon centre, double radiusMetres) implements Shape {
    /** Checks the radius. */
    public Circle {
      if (!(radiusMetres >= 0 && radiusMetres <= 20_100_000)) {
        throw new IllegalArgumentException("radius out of range: " + radiusMetres);
      }
    }
  }
}
