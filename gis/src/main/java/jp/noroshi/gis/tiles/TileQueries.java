package jp.noroshi.gis.tiles;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What each layer's tiles are made of. The grid of a tile has 4,096 steps and a margin of 64, so
 * that lines do not end at its edge.
 */
final class TileQueries {

  /** Below this zoom points are told as how many there are, not one by one. */
  private static final int POINTS_FROM = 10;

  private static final String DISTRICTS =
      """
      select ST_AsMVT(t, 'districts', 4096, 'shape') from (
        select code, name, ST_AsMVTGeom(outline_3857, ST_TileEnvelope(:z, :x, :y), 4096, 64) as shape
        from gis.public_district
        where outline_3857 && ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096)) t
      where shape is not null
      """;

  private static final String HAZARDS =
      """
      select ST_AsMVT(t, :layer, 4096, 'shape') from (
        select kind, rank, min_depth::float8, max_depth::float8, label,
               ST_AsMVTGeom(outline_3857, ST_TileEnvelope(:z, :x, :y), 4096, 64) as shape
        from gis.public_hazard_piece
        where layer_id = :id and outline_3857 && ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096)) t
      where shape is not null
      """;

  private static final String SITES =
      """
      select ST_AsMVT(t, 'sites', 4096, 'shape') from (
        select id::text, name, kinds, hazards,
               ST_AsMVTGeom(location_3857, ST_TileEnvelope(:z, :x, :y), 4096, 64) as shape
        from gis.public_site
        where location_3857 && ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096)) t
      """;

  private static final String SITES_COUNTED =
      """
      select ST_AsMVT(t, 'sites', 4096, 'shape') from (
        select count(*)::integer as count,
               ST_AsMVTGeom(ST_Centroid(ST_Collect(location_3857)), ST_TileEnvelope(:z, :x, :y), 4096, 64) as shape
        from gis.public_site
        where location_3857 && ST_TileEnvelope(:z, :x, :y)
        group by ST_SnapToGrid(location_3857, 40075016.7 / (1 << :z) / 8)) t
      """;

  /** Loudspeakers and gauges are drawn with what they report: no tile says that. */
  private static final String FACILITIES =
      """
      select ST_AsMVT(t, 'facilities', 4096, 'shape') from (
        select id::text, name, kind,
               ST_AsMVTGeom(location_3857, ST_TileEnvelope(:z, :x, :y), 4096, 64) as shape
        from gis.facility
        where kind not in ('OUTDOOR_STATION', 'GAUGE') and :z >= 10 and location_3857 && ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096)) t
      """;

  private static final String CLOSURES =
      """
      select ST_AsMVT(t, 'closures', 4096, 'shape') from (
        select id::text, reason, applies_to,
               ST_AsMVTGeom(shape_3857, ST_TileEnvelope(:z, :x, :y), 4096, 64) as shape
        from gis.public_closure
        where shape_3857 && ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096)) t
      where shape is not null
      """;

  private TileQueries() {}

  /** Makes a tile; empty where there is nothing to draw. */
  static byte[] make(Handle handle, TileLayer layer, TileAddress address) {
    Query query =
        switch (layer) {
          case TileLayer.HazardMap hazard ->
              handle.createQuery(HAZARDS).bind("id", hazard.layer()).bind("layer", hazard.id());
          case TileLayer.Plain.DISTRICTS -> handle.createQuery(DISTRICTS);
          case TileLayer.Plain.SITES ->
              handle.createQuery(address.zoom() < POINTS_FROM ? SITES_COUNTED : SITES);
          case TileLayer.Plain.FACILITIES -> handle.createQuery(FACILITIES);
          case TileLayer.Plain.CLOSURES -> handle.createQuery(CLOSURES);
        };
    return query
        .bind("z", address.zoom())
        .bind("x", address.x())
        .bind("y", address.y())
        .mapTo(byte[].class)
        .one();
  }
}
