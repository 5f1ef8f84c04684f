package jp.noroshi.gis.targeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.place.Shape;
import org.jdbi.v3.core.statement.SqlStatement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/**
 * What an area comes down to, whatever kind it is: polygons, circles, districts and zones. {@link
 * #PIECES} makes of it the pieces that everything is compared with.
 */
final class AreaParts {

  /**
   * The pieces as a table {@code piece}: {@code shape} holds all of the piece, {@code sure} nothing
   * else than the piece, and of a circle {@code centre} and {@code radius} (metres) decide. Small
   * pieces let the indexes do the work; asked whole, a polygon of 50,000 corners takes a hundred
   * times as long. What bounds a circle is a little wider, and what is sure a little narrower, than
   * it, because a buffer is made of straight lines in a projection. Pieces of a district are {@code
   * named}: households know which district is theirs.
   */
  static final String PIECES =
      """
      with drawn as materialized (
        select raw, ST_IsValid(raw) as valid
        from (select (ST_Dump(ST_GeomFromWKB(:drawn, 4326))).geom as raw) part
      ), piece as materialized (
        select shape, shape as sure, cast(null as geography) as centre, cast(null as float8) as radius, named
        from (
          select ST_Subdivide(case when valid then raw else ST_CollectionExtract(ST_MakeValid(raw), 3) end, 128) as shape,
                 false as named
          from drawn
          union all
          select ST_Subdivide(outline, 128), true from gis.district
          where municipality = :municipality and (:whole or code = any(:districts))
          union all
          select p.outline, false
          from unnest(cast(:layers as uuid[]), cast(:kinds as text[]), cast(:ranks as integer[])) wanted(layer, kind, rank)
          join gis.hazard_layer l on l.id = wanted.layer or (l.current and l.kind = wanted.kind)
          join gis.hazard_zone z on z.layer_id = l.id and z.rank >= wanted.rank
          join gis.hazard_piece p on p.zone_id = z.id
        ) polygon
        union all
        select case when radius > 300000 then ST_MakeEnvelope(-180, -90, 180, 90, 4326)
                    else cast(ST_Buffer(centre, radius * 1.01 + 1, 16) as geometry) end,
               case when radius > 300000 then null
                    else cast(ST_Buffer(centre, radius * 0.98, 16) as geometry) end,
               centre, radius, false
        from (select cast(ST_SetSRID(ST_MakePoint(longitude, latitude), 4326) as geography) as centre, radius
              from unnest(cast(:latitudes as float8[]), cast(:longitudes as float8[]), cast(:radii as float8[])) c(latitude, longitude, radius)) circle
      )
      """;

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final AreaCode municipality;
  private final List<Polygon> polygons = new ArrayList<>();
  private final List<Shape.Circle> circles = new ArrayList<>();
  private final Set<AreaCode> districts = new TreeSet<>();
  private final List<Zones> zones = new ArrayList<>();
  private boolean whole;

  private record Zones(Optional<UUID> layer, Optional<String> kind, int minRank) {}

  private AreaParts(AreaCode municipality) {
    this.municipality = municipality;
  }

  /** Takes an area apart. */
  static AreaParts of(Area area, AreaCode municipality) {
    AreaParts parts = new AreaParts(municipality);
    parts.add(area);
    return parts;
  }

  /** Takes what a sender drew. */
  static AreaParts ofShapes(List<Shape> shapes, AreaCode municipality) {
    AreaParts parts = new AreaParts(municipality);
    shapes.forEach(parts::addShape);
    return parts;
  }

  private void add(Area area) {
    switch (area) {
      case Area.Municipality() -> whole = true;
      case Area.Districts(Set<AreaCode> codes) -> districts.addAll(codes);
      case Area.Drawn(DrawnOutline outline) -> polygons.addAll(outline.polygons());
      case Area.Circle(Shape.Circle circle) -> circles.add(circle);
      case Area.HazardLayer layer ->
          zones.add(new Zones(Optional.of(layer.layer()), Optional.empty(), layer.minRank()));
      case Area.HazardZones of ->
          zones.add(new Zones(Optional.empty(), Optional.of(of.kind().name()), of.minRank()));
      case Area.Warned(List<AlertArea> areas) -> areas.forEach(this::addWarned);
      case Area.Together(List<Area> parts) -> parts.forEach(this::add);
    }
  }

  private void addWarned(AlertArea area) {
    if (area.shapes().isEmpty()) {
      area.code().ifPresent(this::addNamed);
    } else {
      area.shapes().forEach(this::addShape);
    }
  }

  private void addNamed(AreaCode code) {
    if (code.value().startsWith(municipality.value() + "-")) {
      districts.add(code);
    } else if (code.isWithin(municipality) || isPrefecture(code)) {
      whole = true;
    }
  }

  private boolean isPrefecture(AreaCode code) {
    String prefecture = municipality.value().substring(0, 2);
    return code.value().equals(prefecture) || code.value().equals(prefecture + "0000");
  }

  private void addShape(Shape shape) {
    switch (shape) {
      case Shape.Polygon(List<LatLon> ring) ->
          polygons.add(
              SHAPES.createPolygon(
                  ring.stream().map(AreaParts::coordinate).toArray(Coordinate[]::new)));
      case Shape.Circle circle -> circles.add(circle);
    }
  }

  private static Coordinate coordinate(LatLon at) {
    return new CoordinateXY(at.longitude(), at.latitude());
  }

  /** Binds what {@link #PIECES} names. */
  <S extends SqlStatement<S>> S bind(S statement) {
    return statement
        .bind("municipality", municipality.value())
        .bind("whole", whole)
        .bind("drawn", drawn())
        .bindArray("districts", String.class, districts.stream().map(AreaCode::value).toList())
        .bindArray("layers", UUID.class, zones.stream().map(z -> z.layer().orElse(null)).toArray())
        .bindArray("kinds", String.class, zones.stream().map(z -> z.kind().orElse(null)).toArray())
        .bindArray("ranks", Integer.class, zones.stream().map(Zones::minRank).toArray())
        .bindArray(
            "latitudes", Double.class, circles.stream().map(c -> c.centre().latitude()).toArray())
        .bindArray(
            "longitudes", Double.class, circles.stream().map(c -> c.centre().longitude()).toArray())
        .bindArray("radii", Double.class, circles.stream().map(c -> c.radiusMetres()).toArray());
  }

  /** As bytes: the database takes a quarter of a second to read 50,000 corners as text. */
  private byte[] drawn() {
    return new WKBWriter().write(SHAPES.createGeometryCollection(polygons.toArray(Polygon[]::new)));
  }
}
