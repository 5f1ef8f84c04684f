package jp.noroshi.gis.area;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The districts of one municipality. Thread-safe, blocking. */
public final class Districts {

  private final Database database;
  private final AreaCode municipality;

  /** For one municipality. */
  public Districts(Database database, AreaCode municipality) {
    this.database = database;
    this.municipality = municipality;
  }

  /**
   * Takes the districts over from a GeoJSON file; all of it or nothing. An unchanged file is left
   * alone.
   *
   * @param geojson the bytes of the file, UTF-8
   * @throws DistrictFileException when the file cannot be used; says which feature and why
   */
  public void load(byte[] geojson) {
    byte[] sha256 = sha256(geojson);
    database.useTransaction(
        handle -> {
          if (!isLoaded(handle, sha256)) {
            replace(handle, DistrictFile.read(geojson, municipality), sha256);
          }
        });
  }

  private boolean isLoaded(Handle handle, byte[] sha256) {
    return handle
        .createQuery("select 1 from gis.district_edition where municipality = :m and sha256 = :s")
        .bind("m", municipality.value())
        .bind("s", sha256)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private void replace(Handle handle, DistrictFile file, byte[] sha256) {
    handle.execute("delete from gis.district where municipality = ?", municipality.value());
    for (DistrictFile.Feature feature : file.features()) {
      insert(handle, feature);
    }
    handle
        .createUpdate(
            """
            insert into gis.district_edition (municipality, sha256) values (:m, :s)
            on conflict (municipality) do update set sha256 = excluded.sha256
            """)
        .bind("m", municipality.value())
        .bind("s", sha256)
        .execute();
  }

  private void insert(Handle handle, DistrictFile.Feature feature) {
    try {
      handle
          .createUpdate(
              """
              insert into gis.district (code, municipality, name, kana, outline)
              values (:code, :municipality, :name, :kana,
                      ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON(:outline), 4326)), 3)))
              """)
          .bind("code", feature.district().code().value())
          .bind("municipality", municipality.value())
          .bind("name", feature.district().name())
          .bind("kana", feature.district().kana())
          .bind("outline", feature.outline())
          .execute();
    } catch (JdbiException e) {
      throw new DistrictFileException(
          "the outline of " + feature.district().code() + " is not a usable geometry", e);
    }
  }

  /** Lists the districts in the order of their codes. */
  public List<District> list() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select code, name, kana from gis.district where municipality = :m order by code")
                .bind("m", municipality.value())
                .map(
                    (row, context) ->
                        new District(
                            new AreaCode(row.getString("code")),
                            row.getString("name"),
                            row.getString("kana")))
                .list());
  }

  /** Finds a position in the middle of a district, inside its outline whatever its shape. */
  public Optional<LatLon> findCentre(AreaCode district) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select ST_Y(p) as lat, ST_X(p) as lon
                    from (select ST_PointOnSurface(outline) as p from gis.district where code = :code) as middle
                    """)
                .bind("code", district.value())
                .map((row, context) -> new LatLon(row.getDouble("lat"), row.getDouble("lon")))
                .findOne());
  }

  /** Finds the district a position lies in; empty outside all of them. */
  public Optional<AreaCode> findAt(LatLon place) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select code from gis.district
                    where municipality = :m and ST_Intersects(outline, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326))
                    order by code limit 1
                    """)
                .bind("m", municipality.value())
                .bind("lat", place.latitude())
                .bind("lon", place.longitude())
                .map((row, context) -> new AreaCode(row.getString("code")))
                .findOne());
  }

  /** Returns in which district each evacuation site lies, without those outside all of them. */
  public Map<UUID, AreaCode> ofSites() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select s.id, min(d.code) as code
                    from gis.site s join gis.district d on ST_Intersects(d.outline, s.location)
                    where d.municipality = :m group by s.id
                    """)
                .bind("m", municipality.value())
                .reduceRows(
                    new HashMap<>(),
                    (codes, row) -> {
                      codes.put(
                          row.getColumn("id", UUID.class),
                          new AreaCode(row.getColumn("code", String.class)));
                      return codes;
                    }));
  }

  /**
   * Returns the districts with their outlines as a GeoJSON FeatureCollection, WGS 84, five decimals
   * (about a metre).
   */
  public String toGeoJson() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(
                        json_build_object('type', 'Feature', 'id', code,
                            'properties', json_build_object('code', code, 'name', name, 'kana', kana),
                            'geometry', ST_AsGeoJSON(outline, 5)::json) order by code), '[]'::json))::text
                    from gis.district where municipality = :m
                    """)
                .bind("m", municipality.value())
                .mapTo(String.class)
                .one());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
