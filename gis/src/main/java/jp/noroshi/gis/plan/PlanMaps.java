package jp.noroshi.gis.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * Collects what the map of a plan shows, from PostGIS and the roads the hub knows: paper needs no
 * internet. Thread-safe.
 */
public final class PlanMaps {

  /** About 300 m: less would be a map without anything around the home. */
  private static final double LEAST_DEGREES = 0.003;

  private static final double MARGIN = 0.15;

  /** Nobody sees more of an outline than a screen is wide. */
  private static final int SCREEN_POINTS = 800;

  private final Database database;
  private final PlanProposals.RouteFinder routes;
  private final InstantSource clock;

  PlanMaps(Database database, PlanProposals.RouteFinder routes, InstantSource clock) {
    this.database = database;
    this.routes = routes;
    this.clock = clock;
  }

  /**
   * Collects the map of a plan around home, destinations, routes and meeting point.
   *
   * @param aspect width ÷ height of the paper it is drawn on
   * @return empty when neither the home nor a destination has a place
   */
  public Optional<PlanMap> collect(PlanSheet sheet, double aspect) {
    Envelope shown = new Envelope();
    places(sheet)
        .forEach(each -> shown.expandToInclude(new Coordinate(each.longitude(), each.latitude())));
    return shown.isNull()
        ? Optional.empty()
        : Optional.of(
            database.withHandle(
                handle -> collect(handle, sheet.plan().hazard().name(), frame(shown, aspect))));
  }

  /**
   * Collects the zones of a danger around places, coarse enough for a screen.
   *
   * @return none when no place is given
   */
  public List<PlanMap.Zone> zonesAround(HazardKind hazard, List<LatLon> places) {
    Envelope shown = new Envelope();
    places.forEach(
        each -> shown.expandToInclude(new Coordinate(each.longitude(), each.latitude())));
    if (shown.isNull()) {
      return List.of();
    }
    Envelope frame = frame(shown, 1);
    frame.expandBy(frame.getWidth() / 2, frame.getHeight() / 2);
    double coarse = frame.getWidth() / SCREEN_POINTS;
    return database.withHandle(handle -> zones(handle, hazard.name(), frame)).stream()
        .map(
            zone ->
                new PlanMap.Zone(
                    zone.rank(),
                    zone.label(),
                    TopologyPreservingSimplifier.simplify(zone.outline(), coarse)))
        .toList();
  }

  /** Collects the zones of a plan's danger around its places. */
  public List<PlanMap.Zone> zonesAround(PlanSheet sheet) {
    return zonesAround(sheet.plan().hazard(), places(sheet).toList());
  }

  private static Stream<LatLon> places(PlanSheet sheet) {
    PlanContent content = sheet.plan().content();
    return Stream.of(
            sheet.person().outline().home().stream(),
            content.destinations().stream().flatMap(each -> each.point().stream()),
            content.routes().stream().flatMap(route -> route.line().stream()),
            content.meetingPoint().stream(),
            sheet.supportersToBeShown().stream())
        .flatMap(each -> each);
  }

  /** Widens what is shown to the form of the paper; a degree of longitude is the shorter one. */
  private static Envelope frame(Envelope shown, double aspect) {
    double shrink = Math.cos(Math.toRadians(shown.centre().y));
    double width = Math.max(shown.getWidth(), LEAST_DEGREES) * (1 + 2 * MARGIN);
    double height = Math.max(shown.getHeight(), LEAST_DEGREES) * (1 + 2 * MARGIN);
    double wanted = Math.max(width * shrink / aspect, height);
    Envelope frame = new Envelope(shown.centre());
    frame.expandBy(wanted * aspect / shrink / 2, wanted / 2);
    return frame;
  }

  private PlanMap collect(Handle handle, String hazard, Envelope frame) {
    return new PlanMap(
        frame,
        zones(handle, hazard, frame),
        routes.roadsIn(frame),
        shapes(
            handle,
            """
            select ST_AsBinary(ST_Intersection(ST_Boundary(d.outline), frame.box)) as shape
            from (select ST_MakeEnvelope(:west, :south, :east, :north, 4326) as box) as frame, gis.district d
            where ST_Intersects(d.outline, frame.box)
            """,
            frame),
        framed(
                handle.createQuery(
                    """
                    select ST_AsBinary(c.shape) as shape
                    from (select ST_MakeEnvelope(:west, :south, :east, :north, 4326) as box) as frame, gis.closure c
                    where ST_Intersects(c.shape, frame.box) and c.lifted_at is null and c.valid_from <= :now
                      and (c.valid_to is null or c.valid_to > :now)
                    """),
                frame)
            .bind("now", clock.instant())
            .map((row, _) -> shape(row.getBytes("shape")))
            .list(),
        layers(handle, hazard));
  }

  private static List<PlanMap.Zone> zones(Handle handle, String hazard, Envelope frame) {
    return framed(
            handle.createQuery(
                """
                    select z.rank, min(z.label) as label,
                      ST_AsBinary(ST_Intersection(ST_Union(piece.outline), frame.box)) as shape
                    from (select ST_MakeEnvelope(:west, :south, :east, :north, 4326) as box) as frame,
                      gis.hazard_piece piece join gis.hazard_zone z on z.id = piece.zone_id
                      join gis.hazard_layer l on l.id = piece.layer_id and l.current and l.kind = :hazard
                    where ST_Intersects(piece.outline, frame.box)
                    group by z.rank, frame.box order by z.rank
                    """),
            frame)
        .bind("hazard", hazard)
        .map(
            (row, _) ->
                new PlanMap.Zone(
                    row.getInt("rank"), row.getString("label"), shape(row.getBytes("shape"))))
        .list();
  }

  private static List<PlanMap.Layer> layers(Handle handle, String hazard) {
    return handle
        .createQuery(
            """
            select name, scenario, edition from gis.hazard_layer
            where kind = :hazard and current order by edition desc, name
            """)
        .bind("hazard", hazard)
        .map(
            (row, _) ->
                new PlanMap.Layer(
                    row.getString("name"),
                    row.getString("scenario"),
                    row.getDate("edition").toLocalDate()))
        .list();
  }

  private static List<Geometry> shapes(Handle handle, String sql, Envelope frame) {
    return framed(handle.createQuery(sql), frame)
        .map((row, _) -> shape(row.getBytes("shape")))
        .list();
  }

  private static Query framed(Query query, Envelope frame) {
    return query
        .bind("west", frame.getMinX())
        .bind("south", frame.getMinY())
        .bind("east", frame.getMaxX())
        .bind("north", frame.getMaxY());
  }

  private static Geometry shape(byte[] bytes) {
    try {
      return new WKBReader().read(bytes);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS wrote a shape that cannot be read", e);
    }
  }
}
