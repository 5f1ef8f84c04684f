package jp.noroshi.gis.tiles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * What the public map says in words beside its tiles: from the same views, so from nothing that is
 * not public. Thread-safe, blocking.
 */
public final class PublicPlaces {

  private final Database database;
  private final AreaCode municipality;

  /**
   * A site people may go to.
   *
   * @param district where it lies; empty = in none of ours
   * @param kinds names of its designations
   * @param hazards for which it is designated, in the law's order
   */
  public record Site(
      UUID id,
      String name,
      String address,
      LatLon location,
      Optional<AreaCode> district,
      List<String> kinds,
      List<HazardKind> hazards) {}

  /** Reads from a database, for one municipality. */
  public PublicPlaces(Database database, AreaCode municipality) {
    this.database = database;
    this.municipality = municipality;
  }

  /** Lists the sites by district and name. */
  public List<Site> sites() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select s.id, s.name, s.address, s.kinds, s.hazards, d.code,
                           ST_Y(ST_Transform(s.location_3857, 4326)) as latitude,
                           ST_X(ST_Transform(s.location_3857, 4326)) as longitude
                    from gis.public_site s
                    left join lateral (
                      select code from gis.public_district
                      where municipality = :m and ST_Intersects(outline_3857, s.location_3857)
                      order by code limit 1) d on true
                    order by d.code nulls last, s.name, s.id
                    """)
                .bind("m", municipality.value())
                .map((row, _) -> site(row))
                .list());
  }

  private static Site site(ResultSet row) throws SQLException {
    return new Site(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("address"),
        new LatLon(row.getDouble("latitude"), row.getDouble("longitude")),
        Optional.ofNullable(row.getString("code")).map(AreaCode::new),
        names(row.getString("kinds")).toList(),
        names(row.getString("hazards")).map(HazardKind::valueOf).sorted().toList());
  }

  private static Stream<String> names(String joined) {
    return Arrays.stream(joined.split(",")).filter(name -> !name.isEmpty());
  }
}
