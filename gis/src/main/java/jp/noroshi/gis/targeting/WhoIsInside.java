package jp.noroshi.gis.targeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;

/**
 * Counts who and what lies inside an area. Who lives on its border is inside. Thread-safe,
 * blocking.
 */
public final class WhoIsInside {

  /** Fewer people on the register are not told: see {@link InsideCount#people}. */
  private static final long FEWEST_TOLD = 10;

  // A cell that a piece takes in whole is counted as it was added up; in the others each household
  // is looked at, piece by piece: PostGIS prepares a polygon once for as long as the same is asked.
  // That is what "offset 0" is for: what it closes is worked out before anything is sorted.
  // A home on the border of two pieces is found twice, hence distinct. A shared border of district
  // and area is no overlap, as for alerts: the interiors must meet.
  private static final String COUNTS =
      AreaParts.PIECES
          + """
          , numbered as materialized (
            select row_number() over () as number, shape, sure, centre, radius from piece where not named
          ), met as materialized (
            select cell, district, min(households) as households, min(residents) as residents,
                   bool_or(takes_in) as taken_in, array_agg(number) as numbers
            from (
              select n.number, c.cell, c.district, c.households, c.residents,
                     coalesce(ST_Covers(n.sure, c.extent), false) as takes_in
              from numbered n join gis.home_cell c on ST_Intersects(n.shape, c.extent)
              where not (:whole or c.district = any(:districts))
              offset 0
            ) cell
            group by cell, district
          ), taken_in as materialized (
            select district, households, residents from met where taken_in
            union all
            select district, households, residents from gis.home_cell
            where :whole or district = any(:districts)
          ), home as materialized (
            select distinct on (h.id) h.district, h.residents
            from (select cell, district, unnest(numbers) as number from met where not taken_in order by number) met
            join numbered n using (number)
            cross join lateral (
              select id, district, residents from gis.household
              where cell = met.cell and district = met.district and ST_Intersects(n.shape, location)
                and (n.radius is null or ST_DWithin(cast(location as geography), n.centre, n.radius))
              offset 0
            ) h
          ), share as materialized (
            select district, sum(households) as households, sum(residents) as residents
            from (select district, households, residents from taken_in
                  union all
                  select district, 1, residents from home) part
            group by district
          )
          """
          + ListedInside.PEOPLE
          + """
          , total as materialized (
            select (select coalesce(sum(residents), 0) from share) as residents,
                   (select coalesce(sum(households), 0) from share) as households,
                   (select count(*) from inside) as people,
                   (select count(*) from inside i where exists (
                      select 1 from gis.plan p where p.person = i.id and p.state <> 'DRAFT')) as planned,
                   (select count(distinct f.id) from piece join gis.facility f on ST_Intersects(piece.shape, f.location)
                      and (piece.radius is null or ST_DWithin(cast(f.location as geography), piece.centre, piece.radius))) as facilities,
                   (select count(distinct s.id) from piece join gis.site s on ST_Intersects(piece.shape, s.location)
                      and (piece.radius is null or ST_DWithin(cast(s.location as geography), piece.centre, piece.radius))
                      where not s.closed) as sites,
                   exists (select 1 from drawn where not valid) as mended
          )
          select total.*, touched.*
          from total left join (
            select d.code, coalesce(share.residents, 0) as inside,
                   coalesce(living.residents, 0) as living
            from gis.district d left join share on share.district = d.code
            left join (select district, sum(residents) as residents from gis.home_cell group by district) living
              on living.district = d.code
            where d.municipality = :municipality
              and (share.residents is not null
                   or exists (select 1 from piece where piece.shape && d.outline
                     and case when piece.radius is null then ST_Relate(d.outline, piece.shape, 'T********')
                              else ST_DWithin(cast(d.outline as geography), piece.centre, piece.radius) end))
          ) touched on true
          order by touched.code
          """;

  private final Database database;
  private final AreaCode municipality;

  /** For one municipality. */
  public WhoIsInside(Database database, AreaCode municipality) {
    this.database = database;
    this.municipality = municipality;
  }

  /**
   * Counts, all of it at one moment.
   *
   * @throws AreaRefusedException TOO_INTRICATE when it takes too long
   */
  public InsideCount count(Area area) {
    AreaParts parts = AreaParts.of(area, municipality);
    List<Row> rows =
        database.inTransaction(
            handle -> {
              handle.execute("set transaction read only");
              return AreaQuery.ask(
                  handle,
                  () -> parts.bind(handle.createQuery(COUNTS)).map((row, _) -> row(row)).list());
            });
    return rows.getFirst()
        .totals()
        .with(rows.stream().flatMap(row -> row.share().stream()).toList());
  }

  /** The totals, the same in each row, and a district if any is touched. */
  private record Row(InsideCount totals, Optional<InsideCount.DistrictShare> share) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new InsideCount(
            row.getLong("residents"),
            row.getLong("households"),
            told(row.getLong("people")),
            told(row.getLong("planned")),
            row.getLong("facilities"),
            row.getLong("sites"),
            List.of(),
            row.getBoolean("mended")),
        share(row));
  }

  private static OptionalLong told(long people) {
    return people < FEWEST_TOLD ? OptionalLong.empty() : OptionalLong.of(people);
  }

  private static Optional<InsideCount.DistrictShare> share(ResultSet row) throws SQLException {
    String code = row.getString("code");
    return code == null
        ? Optional.empty()
        : Optional.of(
            new InsideCount.DistrictShare(
                new AreaCode(code), row.getLong("inside"), row.getLong("living")));
  }
}
