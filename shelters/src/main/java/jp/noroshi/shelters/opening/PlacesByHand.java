package jp.noroshi.shelters.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import org.jdbi.v3.core.Handle;

/**
 * The places that are in no list, each with all its versions: the newest is how it is, none is ever
 * changed. Stateless.
 */
final class PlacesByHand {

  private static final String NEWEST =
      """
      select *, ST_Y(location) as lat, ST_X(location) as lon from shelters.shelter
      """;

  private PlacesByHand() {}

  static List<PlaceVersion> list(Handle handle) {
    return handle.createQuery(NEWEST).map((row, _) -> version(row)).list();
  }

  static Optional<PlaceVersion> find(Handle handle, UUID id) {
    return handle
        .createQuery(NEWEST + " where id = :id")
        .bind("id", id)
        .map((row, _) -> version(row))
        .findOne();
  }

  /** Lists the versions of a place, the newest first. */
  static List<PlaceVersion> versions(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            select *, ST_Y(location) as lat, ST_X(location) as lon from shelters.place_version
            where id = :id order by version desc
            """)
        .bind("id", id)
        .map((row, _) -> version(row))
        .list();
  }

  /**
   * Writes a version down.
   *
   * @return whether it is the next of its place; if not, nothing was written
   */
  static boolean insert(Handle handle, PlaceVersion version) {
    NewShelter place = version.place();
    return handle
            .createUpdate(
                """
                insert into shelters.place_version
                  (id, version, name, kind, address, location, district, capacity, announced, told_by, reason, at, by)
                select :id, :version, :name, :kind, :address, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :district,
                       :capacity, :announced, :toldBy, :reason, :at, :by
                where :version = 1 + coalesce((select max(version) from shelters.place_version where id = :id), 0)
                on conflict do nothing
                """)
            .bind("id", version.shelter())
            .bind("version", version.number())
            .bind("name", place.name())
            .bind("kind", place.kind())
            .bind("address", place.address())
            .bind("lat", place.location().map(LatLon::latitude).orElse(null))
            .bind("lon", place.location().map(LatLon::longitude).orElse(null))
            .bind("district", place.district().map(AreaCode::value).orElse(null))
            .bind("capacity", place.capacity().orElse(null))
            .bind("announced", place.announced())
            .bind("toldBy", place.toldBy())
            .bind("reason", version.reason())
            .bind("at", version.at())
            .bind("by", version.by())
            .execute()
        == 1;
  }

  private static PlaceVersion version(ResultSet row) throws SQLException {
    return new PlaceVersion(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        new NewShelter(
            row.getString("name"),
            ShelterKind.valueOf(row.getString("kind")),
            row.getString("address"),
            location(row),
            Optional.ofNullable(row.getString("district")).map(AreaCode::new),
            Optional.ofNullable(row.getObject("capacity", Integer.class)),
            row.getBoolean("announced"),
            row.getString("told_by")),
        row.getString("reason"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("by"));
  }

  private static Optional<LatLon> location(ResultSet row) throws SQLException {
    double latitude = row.getDouble("lat");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new LatLon(latitude, row.getDouble("lon")));
  }
}
