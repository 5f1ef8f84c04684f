package jp.noroshi.gis.targeting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.audience.AudienceFinder;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.Shape;
import jp.noroshi.core.storage.Database;

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
    AreaParts parts = AreaParts.ofShapes(shapes, municipality);
    // A shared border is no overlap: the interiors must meet, or a zone that ends at a district's
    // edge would alarm the neighbours too. A circle's distance is measured on the spheroid, metres.
    return database.withHandle(
        handle ->
            parts
                .bind(
                    handle.createQuery(
                        AreaParts.PIECES
                            + """
                            select d.code from gis.district d
                            where d.municipality = :municipality and exists (
                              select 1 from piece where piece.shape && d.outline
                                and case when piece.radius is null then ST_Relate(d.outline, piece.shape, 'T********')
                                         else ST_DWithin(cast(d.outline as geography), piece.centre, piece.radius) end)
                            order by d.code
                            """))
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
}
