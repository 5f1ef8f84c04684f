package jp.noroshi.gis.file.shape;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * An area that can be used: valid, polygons only.
 *
 * @param area WGS 84, x = longitude
 * @param mended what was wrong and where, if it had to be mended
 */
public record Outline(MultiPolygon area, Optional<String> mended) {

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

  /** Takes an area; lines and points are none, and neither is what lies off the globe. */
  public static Optional<Outline> find(Geometry drawn) {
    if (!WORLD.covers(drawn.getEnvelopeInternal())) {
      return Optional.empty();
    }
    TopologyValidationError fault = new IsValidOp(drawn).getValidationError();
    Geometry valid = fault == null ? drawn : GeometryFixer.fix(drawn);
    List<?> found = PolygonExtracter.getPolygons(valid);
    Polygon[] parts =
        found.stream()
            .map(Polygon.class::cast)
            .filter(part -> !part.isEmpty())
            .toArray(Polygon[]::new);
    return parts.length == 0
        ? Optional.empty()
        : Optional.of(
            new Outline(
                drawn.getFactory().createMultiPolygon(parts),
                Optional.ofNullable(fault).map(Outline::said)));
  }

  private static String said(TopologyValidationError fault) {
    Coordinate at = fault.getCoordinate();
    return at == null
        ? fault.getMessage()
        : "%s %.7f, %.7f".formatted(fault.getMessage(), at.y, at.x);
  }

  /** Returns it as well-known binary in Base64, which PostGIS decodes. */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(new WKBWriter(2).write(area));
  }
}
