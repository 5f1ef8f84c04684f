package jp.noroshi.gis.targeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Counts who and what lies inside an area. Who lives on its border is inside. Thread-safe,
 * blocking.
 */
public final class WhoIsInside {

  /** Fewer people on the register are not told: see {@link InsideCount#people}. */
  private static final long FEWEST_TOLD = 10;

  // Small pieces let the index do the work; asked whole, a polygon of 50,000 corners takes a
  // hundred times as long.
  private static final String PIECES =
      """
      with piece as materialized (
        select ST_Subdivide(ST_CollectionExtract(ST_MakeValid(ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(cast(:outline as text))), 4326)), 3), 128) as shape
        where cast(:outline as text) is not null
        union all
        select ST_Subdivide(outline, 128) from gis.district
        where municipality = :municipality and code = any(cast(:districts as text[]))
        union all
        select p.outline from gis.hazard_piece p
        join gis.hazard_zone z on z.id = p.zone_id
        where p.layer_id = cast(:layer as uuid) and z.rank >= :rank
      ), home as materialized (
        select distinct r.id, r.household, r.district
        from piece join gis.resident r on ST_Intersects(piece.shape, r.location)
      )
      """;

  private static final String COUNTS =
      PIECES
          + """
          select (select count(*) from home) as residents,
                 (select count(distinct household) from home) as households,
                 (select count(distinct p.id) from piece join gis.person p on ST_Intersects(piece.shape, p.home)
                   where p.state = 'LISTED') as people,
                 (select count(distinct f.id) from piece join gis.facility f on ST_Intersects(piece.shape, f.location)) as facilities,
                 (select count(distinct s.id) from piece join gis.site s on ST_Intersects(piece.shape, s.location)
                   where not s.closed) as sites,
                 coalesce(not ST_IsValid(ST_SetSRID(ST_GeomFromGeoJSON(cast(:outline as text)), 4326)), false) as mended
          """;

  // A shared border is no overlap, as for alerts: the interiors must meet.
  private static final String DISTRICTS =
      PIECES
          + """
          select d.code,
                 (select count(*) from home where home.district = d.code) as residents,
                 (select count(*) from gis.resident r where r.district = d.code) as of
          from gis.district d
          where d.municipality = :municipality
            and exists (select 1 from piece where piece.shape && d.outline and ST_Relate(d.outline, piece.shape, 'T********'))
          order by d.code
          """;

  private final Database database;
  private final AreaCode municipality;

  /** For one municipality. */
  public WhoIsInside(Database database, AreaCode municipality) {
    this.database = database;
    this.municipality = municipality;
  }

  /** Counts, all of it at one moment. */
  public InsideCount count(TargetArea area) {
    return database.inTransaction(
        handle -> {
          handle.execute("set transaction isolation level repeatable read, read only");
          return count(handle, area);
        });
  }

  private InsideCount count(Handle handle, TargetArea area) {
    List<InsideCount.DistrictShare> districts =
        bind(handle.createQuery(DISTRICTS), area).map((row, _) -> share(row)).list();
    return bind(handle.createQuery(COUNTS), area).map((row, _) -> counts(row, districts)).one();
  }

  private static InsideCount.DistrictShare share(ResultSet row) throws SQLException {
    return new InsideCount.DistrictShare(
        new AreaCode(row.getString("code")), row.getLong("residents"), row.getLong("of"));
  }

  private static InsideCount counts(ResultSet row, List<InsideCount.DistrictShare> districts)
      throws SQLException {
    long people = row.getLong("people");
    return new InsideCount(
        row.getLong("residents"),
        row.getLong("households"),
        people < FEWEST_TOLD ? OptionalLong.empty() : OptionalLong.of(people),
        row.getLong("facilities"),
        row.getLong("sites"),
        districts,
        row.getBoolean("mended"));
  }

  private <S extends SqlStatement<S>> S bind(S statement, TargetArea area) {
    return statement
        .bind("outline", area.outline().map(DrawnOutline::geoJson).orElse(null))
        .bind("municipality", municipality.value())
        .bindArray(
            "districts", String.class, area.districts().stream().map(AreaCode::value).toList())
        .bind("layer", area.hazard().map(TargetArea.HazardPart::layer).orElse(null))
        .bind("rank", area.hazard().map(TargetArea.HazardPart::minRank).orElse(0));
  }
}
