package jp.noroshi.gis.targeting;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * 要配慮者利用施設 inside districts, with the danger at each: those in a zone have to have a plan and have
 * to carry it out (水防法15条の3, 土砂災害防止法8条の2). Public knowledge, nobody's person. Thread-safe,
 * blocking.
 */
public final class FacilitiesInside {

  private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

  private final Database database;

  /** Reads with a database. */
  public FacilitiesInside(Database database) {
    this.database = database;
  }

  /**
   * A facility.
   *
   * @param details what its list says besides, by the names of its columns
   * @param district in which it lies
   * @param rank of the danger there, 0 = in no zone that is known
   */
  public record Facility(
      UUID id,
      String name,
      String address,
      Map<String, String> details,
      LatLon location,
      AreaCode district,
      int rank) {
    /** Copies the map. */
    public Facility {
      details = new TreeMap<>(details);
    }
  }

  /** Lists them, the gravest danger first. */
  public List<Facility> list(Collection<AreaCode> districts, HazardKind hazard) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select f.id, f.name, coalesce(f.address, '') as address, f.details::text as details,
                           ST_Y(f.location) as latitude, ST_X(f.location) as longitude, min(d.code) as district,
                           coalesce(max(zone.rank), 0) as rank
                    from gis.facility f
                    join gis.district d on d.code = any(:districts) and ST_Intersects(d.outline, f.location)
                    left join lateral (
                      select greatest(z.rank, 1) as rank
                      from gis.hazard_piece piece
                      join gis.hazard_layer l on l.id = piece.layer_id and l.current and l.kind = :hazard
                      join gis.hazard_zone z on z.id = piece.zone_id
                      where ST_Intersects(piece.outline, f.location)) zone on true
                    where f.kind = 'CARE'
                    group by f.id order by rank desc, f.name, f.id
                    """)
                .bindArray(
                    "districts", String.class, districts.stream().map(AreaCode::value).toArray())
                .bind("hazard", hazard)
                .map((row, _) -> facility(row))
                .list());
  }

  private static Facility facility(ResultSet row) throws SQLException {
    return new Facility(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("address"),
        Json.read(row.getString("details"), DETAILS),
        new LatLon(row.getDouble("latitude"), row.getDouble("longitude")),
        new AreaCode(row.getString("district")),
        row.getInt("rank"));
  }
}
