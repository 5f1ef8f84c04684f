package jp.noroshi.gis.targeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.audience.AudienceFinder;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.place.Shape;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;

/**
 * Finds the districts an alert concerns: by code where the sender names the municipality or a
 * district, by geometry in PostGIS where the sender drew an outline. Thread-safe, blocking.
 */
public final class PostgisAudienceFinder implements AudienceFinder {

  private final Database database;
  private final AreaCode municipality;

  /** For one municipality. */
  public PostgisAudienceFinder(Database database, AreaCode municipality) {
    this.database = database;
    this.municipality = municipality;
  }

  @Override
  public List<AreaCode> findDistricts(Alert alert) {
    TreeSet<AreaCode> districts = new TreeSet<>();
    for (AlertArea area : alert.areas()) {
      Optional<AreaCode> named = area.code().filter(code -> code.isWithin(municipality));
      if (named.isPresent() && !isDistrict(named.get())) {
        return List.of(municipality);
      }
      named.ifPresent(districts::add);
      if (named.isEmpty()) {
        districts.addAll(districtsUnder(area.shapes()));
      }
    }
    return isAll(districts) ? List.of(municipality) : List.copyOf(districts);
  }

  private boolean isDistrict(AreaCode code) {
    return code.value().startsWith(municipality.value() + "-");
  }

  private List<AreaCode> districtsUnder(List<Shape> shapes) {
    if (shapes.isEmpty()) {
      return List.of();
    }
    List<String> polygons = new ArrayList<>();
    List<Shape.Circle> circles = new ArrayList<>();
    for (Shape shape : shapes) {
      switch (shape) {
        case Shape.Polygon polygon -> polygons.add(geoJson(polygon));
        case Shape.Circle circle -> circles.add(circle);
      }
    }
    return intersecting(polygons, circles);
  }

  private List<AreaCode> intersecting(List<String> polygons, List<Shape.Circle> circles) {
    // A shared border is no overlap: the interiors must meet, or a zone that ends at a district's
    // edge would alarm the neighbours too. A circle's distance is measured on the spheroid, metres.
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select d.code from gis.district d
                    where d.municipality = :municipality and (
                      exists (select 1 from unnest(cast(:polygons as text[])) p(g)
                              where ST_Relate(d.outline, ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON(p.g), 4326)), 'T********'))
                      or exists (select 1 from unnest(cast(:lats as float8[]), cast(:lons as float8[]), cast(:radii as float8[])) c(lat, lon, radius)
                                 where ST_DWithin(d.outline::geography, ST_SetSRID(ST_MakePoint(c.lon, c.lat), 4326)::geography, c.radius)))
                    order by d.code
                    """)
                .bind("municipality", municipality.value())
                .bindArray("polygons", String.class, polygons)
                .bindArray(
                    "lats",
                    Double.class,
                    circles.stream().map(circle -> circle.centre().latitude()).toList())
                .bindArray(
                    "lons",
                    Double.class,
                    circles.stream().map(circle -> circle.centre().longitude()).toList())
                .bindArray(
                    "radii",
                    Double.class,
                    circles.stream().map(Shape.Circle::radiusMetres).toList())
                .mapTo(String.class)
                .map(AreaCode::new)
                .list());
  }

  private boolean isAll(Set<AreaCode> districts) {
    return !districts.isEmpty()
        && database.withHandle(
            handle ->
                handle
                        .createQuery("select count(*) from gis.district where municipality = :m")
                        .bind("m", municipality.value())
                        .mapTo(Integer.class)
                        .one()
                    <= districts.size());
  }

  private static String geoJson(Shape.Polygon polygon) {
    List<List<Double>> ring = polygon.ring().stream().map(PostgisAudienceFinder::position).toList();
    return Json.write(Map.of("type", "Polygon", "coordinates", List.of(ring)));
  }

  private static List<Double> position(LatLon at) {
    return List.of(at.longitude(), at.latitude());
  }
}
