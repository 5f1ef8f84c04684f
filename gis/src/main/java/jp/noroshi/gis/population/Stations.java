package jp.noroshi.gis.population;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;

/** Loudspeakers and gauges as their lists stand. Thread-safe, blocking. */
public final class Stations {

  private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

  private final Database database;

  /** Reads with a database. */
  public Stations(Database database) {
    this.database = database;
  }

  /** Lists them by kind and name. */
  public List<Station> list() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select id, kind, name, coalesce(address, '') as address, details::text as details,
                           ST_Y(location) as latitude, ST_X(location) as longitude
                    from gis.facility where kind in ('OUTDOOR_STATION', 'GAUGE')
                    order by kind, name, id
                    """)
                .map((row, _) -> station(row))
                .list());
  }

  private static Station station(ResultSet row) throws SQLException {
    return new Station(
        row.getObject("id", UUID.class),
        FacilityKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("address"),
        new LatLon(row.getDouble("latitude"), row.getDouble("longitude")),
        Json.read(row.getString("details"), DETAILS));
  }
}
