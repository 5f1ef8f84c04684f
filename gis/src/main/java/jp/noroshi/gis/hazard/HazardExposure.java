package jp.noroshi.gis.hazard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;

/** Tells which dangers the current hazard maps show at a place. Thread-safe, blocking. */
public final class HazardExposure {

  private static final String WORST =
      """
      select distinct on (p.place, l.kind, l.scenario)
             p.place, l.kind, l.scenario, l.id, l.name, l.edition, z.rank, z.min_depth, z.max_depth, z.label
      from unnest(cast(:longitudes as float8[]), cast(:latitudes as float8[])) with ordinality p(x, y, place)
      join gis.hazard_piece h on ST_Intersects(h.outline, ST_SetSRID(ST_MakePoint(p.x, p.y), 4326))
      join gis.hazard_layer l on l.id = h.layer_id and l.current
      join gis.hazard_zone z on z.id = h.zone_id
      order by p.place, l.kind, l.scenario, z.rank desc, z.max_depth desc nulls first, l.name
      """;

  private final Database database;

  /** Reads the maps of this database. */
  public HazardExposure(Database database) {
    this.database = database;
  }

  /** Returns the worst of each kind and scenario at a place; empty where no map shows a danger. */
  public List<Exposure> at(LatLon place) {
    return at(List.of(place)).getFirst();
  }

  /** Returns the same for many places, in their order. */
  public List<List<Exposure>> at(List<LatLon> places) {
    List<List<Exposure>> found = new ArrayList<>();
    places.forEach(_ -> found.add(new ArrayList<>()));
    database.withHandle(
        handle ->
            handle
                .createQuery(WORST)
                .bindArray(
                    "longitudes", Double.class, places.stream().map(LatLon::longitude).toList())
                .bindArray(
                    "latitudes", Double.class, places.stream().map(LatLon::latitude).toList())
                .map((row, _) -> found.get(row.getInt("place") - 1).add(exposure(row)))
                .list());
    return found.stream().map(List::copyOf).toList();
  }

  private static Exposure exposure(ResultSet row) throws SQLException {
    return new Exposure(
        HazardKind.valueOf(row.getString("kind")),
        row.getString("scenario"),
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getObject("edition", LocalDate.class),
        row.getInt("rank"),
        metres(row, "min_depth"),
        metres(row, "max_depth"),
        row.getString("label"));
  }

  static Optional<Double> metres(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBigDecimal(column)).map(BigDecimal::doubleValue);
  }
}
