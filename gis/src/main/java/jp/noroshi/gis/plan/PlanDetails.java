package jp.noroshi.gis.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.register.AccessTicket;
import jp.noroshi.gis.register.PersonId;
import org.jdbi.v3.core.Handle;

/** What stands around the row of a plan: its sites, layers, rehearsals, versions and supporters. */
final class PlanDetails {

  private final PlanSealing sealing;

  PlanDetails(PlanSealing sealing) {
    this.sealing = sealing;
  }

  boolean isRegistered(Handle handle, PersonId person) {
    return handle
        .createQuery("select exists (select 1 from gis.person where id = :id)")
        .bind("id", person.value())
        .mapTo(boolean.class)
        .one();
  }

  boolean areKnown(Handle handle, List<UUID> sites, List<UUID> supporters) {
    return handle
        .createQuery(
            """
            select (select count(*) from gis.site where id = any(:sites)) = :siteCount
               and (select count(*) from gis.supporter where id = any(:supporters)) = :supporterCount
            """)
        .bindArray("sites", UUID.class, sites.toArray())
        .bind("siteCount", sites.size())
        .bindArray("supporters", UUID.class, supporters.toArray())
        .bind("supporterCount", supporters.size())
        .mapTo(boolean.class)
        .one();
  }

  boolean isOneGone(Handle handle, List<UUID> supporters) {
    return handle
        .createQuery(
            "select exists (select 1 from gis.supporter where id = any(:supporters) and gone)")
        .bindArray("supporters", UUID.class, supporters.toArray())
        .mapTo(boolean.class)
        .one();
  }

  List<UUID> supportersWithoutConsent(Handle handle, UUID plan) {
    return handle
        .createQuery(
            """
            select s.id from gis.plan_supporter a join gis.supporter s on s.id = a.supporter
            where a.plan = :plan and s.consent <> 'GIVEN' order by a.position
            """)
        .bind("plan", plan)
        .mapTo(UUID.class)
        .list();
  }

  /** A site as it is called now. */
  private record Site(UUID id, String name, LatLon location) {}

  /** Writes the present names and places of sites into a content. */
  PlanContent withSites(Handle handle, PlanContent content) {
    Map<UUID, Site> sites =
        handle
            .createQuery(
                """
                select id, name, ST_Y(location) as latitude, ST_X(location) as longitude
                from gis.site where id = any(:ids)
                """)
            .bindArray(
                "ids",
                UUID.class,
                content.destinations().stream().flatMap(each -> each.site().stream()).toArray())
            .map((row, _) -> site(row))
            .list()
            .stream()
            .collect(Collectors.toMap(Site::id, each -> each));
    return content.to(
        content.destinations().stream()
            .map(each -> each.site().map(sites::get).map(PlanDetails::destination).orElse(each))
            .toList());
  }

  private static Destination destination(Site site) {
    return new Destination(
        Optional.of(site.id()), Optional.of(site.name()), Optional.of(site.location()));
  }

  private static Site site(ResultSet row) throws SQLException {
    return new Site(
        row.getObject("id", UUID.class),
        row.getString("name"),
        new LatLon(row.getDouble("latitude"), row.getDouble("longitude")));
  }

  List<EvacuationPlan.Layer> layers(Handle handle, List<UUID> layers) {
    return handle
        .createQuery(
            """
            select id, name, scenario, edition, current from gis.hazard_layer
            where id = any(:ids) order by name, scenario
            """)
        .bindArray("ids", UUID.class, layers.toArray())
        .map(
            (row, _) ->
                new EvacuationPlan.Layer(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("scenario"),
                    row.getDate("edition").toLocalDate(),
                    row.getBoolean("current")))
        .list();
  }

  void record(Handle handle, PlanTable.Row plan, Rehearsal rehearsal, Instant at, String by) {
    handle
        .createUpdate(
            """
            insert into gis.plan_rehearsal (id, plan, held_on, minutes, remark, recorded_at, recorded_by)
            values (:id, :plan, :on, :minutes, :remark, :at, :by) on conflict (id) do nothing
            """)
        .bind("id", rehearsal.id())
        .bind("plan", plan.id())
        .bind("on", rehearsal.on())
        .bind("minutes", rehearsal.minutes().orElse(null))
        .bind("remark", sealing.sealRemark(plan.person(), rehearsal))
        .bind("at", at)
        .bind("by", by)
        .execute();
    handle
        .createUpdate(
            """
            update gis.plan set rehearsed_on =
              (select max(held_on) from gis.plan_rehearsal where plan = :plan)
            where id = :plan
            """)
        .bind("plan", plan.id())
        .execute();
  }

  List<Rehearsal> rehearsals(Handle handle, PlanTable.Row plan, AccessTicket ticket) {
    return handle
        .createQuery(
            "select * from gis.plan_rehearsal where plan = :plan order by held_on desc, recorded_at desc")
        .bind("plan", plan.id())
        .map((row, _) -> rehearsal(row, ticket))
        .list();
  }

  private Rehearsal rehearsal(ResultSet row, AccessTicket ticket) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Rehearsal(
        id,
        row.getDate("held_on").toLocalDate(),
        Optional.ofNullable(row.getObject("minutes", Integer.class)),
        sealing.openRemark(ticket, id, row.getBytes("remark")));
  }

  List<PlanVersion> versions(Handle handle, UUID plan) {
    return handle
        .createQuery("select * from gis.plan_version where plan = :plan order by version desc")
        .bind("plan", plan)
        .map(
            (row, _) ->
                new PlanVersion(
                    row.getInt("version"),
                    PlanVersion.Change.valueOf(row.getString("change")),
                    PlanState.valueOf(row.getString("state")),
                    row.getTimestamp("changed_at").toInstant(),
                    row.getString("changed_by")))
        .list();
  }

  Optional<PlanSealing.Sealed> sealedVersion(Handle handle, UUID plan, int version) {
    return handle
        .createQuery(
            "select content, mark from gis.plan_version where plan = :plan and version = :version")
        .bind("plan", plan)
        .bind("version", version)
        .map((row, _) -> new PlanSealing.Sealed(row.getBytes("content"), row.getBytes("mark")))
        .findOne();
  }
}
