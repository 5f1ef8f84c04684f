package jp.noroshi.gis.plan;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.PersonId;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTWriter;

/** The rows of plans, sealed as they are. Opens nothing. */
final class PlanTable {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** A row: what the examination needs in the clear, the content sealed. */
  record Row(
      UUID id,
      PersonId person,
      HazardKind hazard,
      PlanState state,
      int version,
      Optional<LocalDate> agreedOn,
      Instant settledAt,
      List<UUID> layers,
      Instant createdAt,
      String createdBy,
      Instant changedAt,
      String changedBy,
      PlanSealing.Sealed sealed) {}

  List<Row> find(Handle handle, Collection<UUID> plans) {
    return handle
        .createQuery("select * from gis.plan where id = any(:ids) order by id")
        .bindArray("ids", UUID.class, plans.toArray())
        .map((row, _) -> row(row))
        .list();
  }

  Optional<Row> findForUpdate(Handle handle, UUID plan) {
    return handle
        .createQuery("select * from gis.plan where id = :id for update")
        .bind("id", plan)
        .map((row, _) -> row(row))
        .findOne();
  }

  Optional<UUID> findByPerson(Handle handle, PersonId person, HazardKind hazard) {
    return handle
        .createQuery("select id from gis.plan where person = :person and hazard = :hazard")
        .bind("person", person.value())
        .bind("hazard", hazard)
        .mapTo(UUID.class)
        .findOne();
  }

  /** Tells which of its plans a draft was taken into. */
  Optional<UUID> findByDraft(Handle handle, UUID draft) {
    return handle
        .createQuery("select plan from gis.plan_version where draft = :draft")
        .bind("draft", draft)
        .mapTo(UUID.class)
        .findOne();
  }

  /** What is written with a content. */
  record Written(PlanDraft draft, PlanSealing.Sealed sealed, Instant at, String by) {}

  /** Writes a content as a draft, the next version of its plan. */
  void write(Handle handle, Written written) {
    PlanDraft draft = written.draft();
    PlanContent content = draft.content();
    handle
        .createUpdate(
            """
            insert into gis.plan (id, person, hazard, state, version, helpers, site, destination, route,
                route_at, home_rank, destination_rank, layers, next_review, settled_at,
                content, mark, created_at, created_by, changed_at, changed_by)
            values (:id, :person, :hazard, 'DRAFT', 1, :helpers, :site,
                ST_GeomFromText(:destination, 4326), ST_GeomFromText(:route, 4326),
                :routeAt, 0, 0, '{}', :nextReview, :at, :content, :mark, :at, :by, :at, :by)
            on conflict (id) do update set
              state = 'DRAFT', version = gis.plan.version + 1, helpers = excluded.helpers,
              site = excluded.site, destination = excluded.destination, route = excluded.route,
              route_at = excluded.route_at, agreed_on = null,
              next_review = excluded.next_review, content = excluded.content, mark = excluded.mark,
              changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .bind("id", draft.plan())
        .bind("person", draft.person().value())
        .bind("hazard", draft.hazard())
        .bind("helpers", content.helpersNeeded())
        .bind("site", content.destination().site().orElse(null))
        .bind("destination", content.destination().point().map(PlanTable::point).orElse(null))
        .bind("route", content.mainRoute().map(PlanTable::line).orElse(null))
        .bind("routeAt", content.mainRoute().flatMap(PlannedRoute::computedAt).orElse(null))
        .bind("nextReview", content.nextReview())
        .bind("at", written.at())
        .bind("content", written.sealed().content())
        .bind("mark", written.sealed().mark())
        .bind("by", written.by())
        .execute();
    assign(handle, draft);
    settle(handle, draft.plan(), written.at());
  }

  private static void assign(Handle handle, PlanDraft draft) {
    handle.execute("delete from gis.plan_supporter where plan = ?", draft.plan());
    List<Assignment> supporters = draft.content().supporters();
    for (int i = 0; i < supporters.size(); i++) {
      handle.execute(
          "insert into gis.plan_supporter (plan, supporter, position) values (?, ?, ?)",
          draft.plan(),
          supporters.get(i).supporter(),
          i);
    }
  }

  /** Notes what is known of the danger now: what comes later is news. */
  void settle(Handle handle, UUID plan, Instant at) {
    handle
        .createUpdate(
            """
            update gis.plan p set
              settled_at = :at,
              destination = coalesce((select location from gis.site where id = p.site), p.destination),
              home = (select home from gis.person where id = p.person)
            where id = :plan
            """)
        .bind("at", at)
        .bind("plan", plan)
        .execute();
    handle
        .createUpdate(
            """
            update gis.plan p set
              home_rank = %s,
              destination_rank = %s,
              layers = array(select l.id from gis.hazard_layer l where l.kind = p.hazard and l.current order by l.id)
            where id = :plan
            """
                .formatted(rank("p.home"), rank("p.destination")))
        .bind("plan", plan)
        .execute();
  }

  /** The gravest rank of the plan's danger at a point, 0 where nothing is known. */
  static String rank(String point) {
    return """
    coalesce((select max(greatest(z.rank, 1)) from gis.hazard_piece piece
              join gis.hazard_layer l on l.id = piece.layer_id and l.current and l.kind = p.hazard
              join gis.hazard_zone z on z.id = piece.zone_id
              where ST_Intersects(piece.outline, %s)), 0)"""
        .formatted(point);
  }

  void keepVersion(Handle handle, UUID plan, PlanVersion.Change change, Optional<UUID> draft) {
    handle
        .createUpdate(
            """
            insert into gis.plan_version (plan, version, change, state, draft, content, mark, changed_at, changed_by)
            select id, version, :change, state, :draft, content, mark, changed_at, changed_by
            from gis.plan where id = :plan
            """)
        .bind("change", change)
        .bind("draft", draft.orElse(null))
        .bind("plan", plan)
        .execute();
  }

  private static String point(LatLon point) {
    return WKTWriter.toPoint(new Coordinate(point.longitude(), point.latitude()));
  }

  private static String line(PlannedRoute route) {
    return SHAPES
        .createLineString(
            route.line().stream()
                .map(point -> new Coordinate(point.longitude(), point.latitude()))
                .toArray(Coordinate[]::new))
        .toText();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person", UUID.class)),
        HazardKind.valueOf(row.getString("hazard")),
        PlanState.valueOf(row.getString("state")),
        row.getInt("version"),
        Optional.ofNullable(row.getDate("agreed_on")).map(Date::toLocalDate),
        row.getTimestamp("settled_at").toInstant(),
        ids(row.getArray("layers")),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("changed_by"),
        new PlanSealing.Sealed(row.getBytes("content"), row.getBytes("mark")));
  }

  private static List<UUID> ids(Array array) throws SQLException {
    return Arrays.asList((UUID[]) array.getArray());
  }
}
