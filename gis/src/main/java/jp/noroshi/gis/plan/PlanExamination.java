package jp.noroshi.gis.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.PersonId;
import org.jdbi.v3.core.Handle;

/**
 * Asks of every plan whether it would still work. Looks only at what stands in the clear, all plans
 * in one statement (and the roads, way by way), so nobody is opened and nothing is logged.
 * Thread-safe, blocking.
 */
public final class PlanExamination {

  private final Database database;
  private final InstantSource clock;
  private final ZoneId zone;
  private final PlanProposals.RouteFinder routes;
  private final Reachability reachability;

  PlanExamination(Plans.Parts parts, PlanProposals.RouteFinder routes, Reachability reachability) {
    this.routes = routes;
    this.reachability = reachability;
    this.database = parts.database();
    this.clock = parts.clock();
    this.zone = parts.zone();
  }

  /**
   * What an examination found.
   *
   * @param at as of when
   * @param plans how many were examined
   * @param unwell how many of them have a reason
   * @param took how long it took
   */
  public record Outcome(Instant at, int plans, int unwell, Duration took) {}

  /** Examines all plans. */
  public Outcome examineAll() {
    long started = System.nanoTime();
    Lost lost = findLost(Optional.empty());
    return database.inTransaction(
        handle -> {
          Instant now = clock.instant();
          int plans = examine(handle, Optional.empty(), lost, now);
          int unwell =
              handle
                  .createQuery("select count(*) from gis.plan_health where severity > 0")
                  .mapTo(Integer.class)
                  .one();
          Duration took = Duration.ofNanos(System.nanoTime() - started);
          handle.execute(
              "insert into gis.plan_examination (checked_at, plans, unwell, millis) values (?, ?, ?, ?)",
              Timestamp.from(now),
              plans,
              unwell,
              took.toMillis());
          return new Outcome(now, plans, unwell, took);
        });
  }

  /** Examines one plan, after it changed. */
  public void examine(UUID plan) {
    Lost lost = findLost(Optional.of(plan));
    database.useTransaction(handle -> examine(handle, Optional.of(plan), lost, clock.instant()));
  }

  /** What others have to be asked for. */
  private record Lost(List<UUID> ways, Reachability.Lost reach) {}

  private Lost findLost(Optional<UUID> only) {
    return new Lost(findLostWays(only), reachability.findLost());
  }

  /** The main way of a plan, as far as it stands in the clear. */
  private record Way(
      UUID plan, PlanProposals.PlannedWay way, HazardKind hazard, Mobility mobility) {}

  /** Asks the roads, not the database: outside of any transaction, for it takes its time. */
  private List<UUID> findLostWays(Optional<UUID> only) {
    return database.withHandle(handle -> ways(handle, only)).stream()
        .filter(each -> routes.isLost(each.way(), each.hazard(), each.mobility()))
        .map(Way::plan)
        .toList();
  }

  private static List<Way> ways(Handle handle, Optional<UUID> only) {
    return handle
        .createQuery(
            """
            select p.id, p.hazard, q.mobility, ST_Length(p.route::geography) as metres,
              ST_Y(ST_StartPoint(p.route)) as from_latitude, ST_X(ST_StartPoint(p.route)) as from_longitude,
              ST_Y(ST_EndPoint(p.route)) as to_latitude, ST_X(ST_EndPoint(p.route)) as to_longitude
            from gis.plan p join gis.person q on q.id = p.person and q.state = 'LISTED'
            where p.route_at is not null and (cast(:only as uuid) is null or p.id = :only)
            """)
        .bind("only", only.orElse(null))
        .map((row, _) -> way(row))
        .list();
  }

  private static Way way(ResultSet row) throws SQLException {
    return new Way(
        row.getObject("id", UUID.class),
        new PlanProposals.PlannedWay(
            new LatLon(row.getDouble("from_latitude"), row.getDouble("from_longitude")),
            new LatLon(row.getDouble("to_latitude"), row.getDouble("to_longitude")),
            row.getDouble("metres")),
        HazardKind.valueOf(row.getString("hazard")),
        Mobility.valueOf(row.getString("mobility")));
  }

  private int examine(Handle handle, Optional<UUID> only, Lost lost, Instant now) {
    // Compiling so large a statement takes longer than running it.
    handle.execute("set local jit = off");
    int examined =
        handle
            .createUpdate(EXAMINE)
            .bind("only", only.orElse(null))
            .bindArray("lost", UUID.class, lost.ways().toArray())
            .bindArray(
                "unreachable",
                UUID.class,
                lost.reach().people().stream().map(PersonId::value).toArray())
            .bindArray("unreachableHelpers", UUID.class, lost.reach().supporters().toArray())
            .bind("now", now)
            .bind("today", LocalDate.ofInstant(now, zone))
            .bindArray("order", String.class, names(false))
            .bindArray("severities", Integer.class, severities())
            .execute();
    handle
        .createUpdate(
            """
            update gis.plan p set state = 'REVIEW_DUE' from gis.plan_health h
            where h.plan = p.id and p.state = 'AGREED' and h.reasons && cast(:reasons as text[])
              and (cast(:only as uuid) is null or p.id = :only)
            """)
        .bind("only", only.orElse(null))
        .bindArray("reasons", String.class, names(true))
        .execute();
    return examined;
  }

  private static Object[] names(boolean asking) {
    return Arrays.stream(PlanReason.values())
        .filter(reason -> !asking || reason.asksForReview())
        .map(Enum::name)
        .toArray();
  }

  private static Object[] severities() {
    return Arrays.stream(PlanReason.values()).map(reason -> reason.severity().degree()).toArray();
  }

  /** The facts of each plan, then one line for each reason that holds. */
  private static final String EXAMINE =
      """
      with load as (
        select a.supporter, count(distinct p.person) as people
        from gis.plan_supporter a
          join gis.plan p on p.id = a.plan join gis.person q on q.id = p.person and q.state = 'LISTED'
        group by a.supporter),
      crowd as (
        select p.site, p.hazard, sum(1 + p.helpers) as people
        from gis.plan p join gis.person q on q.id = p.person and q.state = 'LISTED'
        where p.site is not null group by p.site, p.hazard),
      consent as (
        select distinct on (person) person, answer from gis.consent
        where kind = 'PLAN_MAKING' order by person, id desc),
      fact as materialized (
        select p.*, q.state as person_state, q.home as person_home, q.mobility,
               site.closed, site.capacity, site.id is not null as is_site,
               coalesce(site.location, p.destination) as place,
               %1$s as home_now,
               %2$s as place_now
        from gis.plan p join gis.person q on q.id = p.person left join gis.site site on site.id = p.site
        where cast(:only as uuid) is null or p.id = :only),
      helper as (
        select f.id as plan, s.*, f.hazard from fact f
          join gis.plan_supporter a on a.plan = f.id join gis.supporter s on s.id = a.supporter),
      found as (
        select id as plan, case person_state when 'MOVED_AWAY' then 'PERSON_MOVED_AWAY'
            when 'DIED' then 'PERSON_DIED' when 'IN_FACILITY' then 'PERSON_IN_FACILITY'
            else 'PERSON_REMOVED' end as reason
          from fact where person_state <> 'LISTED'
        union all select id, 'HOME_CHANGED' from fact where person_home is distinct from home
        union all select id, 'HOME_IN_DANGER' from fact where home_now > home_rank
        union all select id, 'CONDITION_CHANGED' from fact f where exists (
          select 1 from gis.person_version v where v.person = f.person and v.changed_at > f.settled_at
            and v.changes && array['CARE_LEVEL', 'CERTIFICATE', 'CONDITION', 'MOBILITY'])
        union all select id, 'HAZARD_MAP_NEWER' from fact f where exists (
          select 1 from gis.hazard_layer l
          where l.kind = f.hazard and l.current and l.imported_at > f.settled_at and not l.id = any(f.layers)
            and (exists (select 1 from gis.hazard_layer former
                         where former.id = any(f.layers) and not former.current
                           and former.name = l.name and former.scenario = l.scenario)
                 or exists (select 1 from gis.hazard_piece piece where piece.layer_id = l.id
                         and (ST_Intersects(piece.outline, f.person_home) or ST_Intersects(piece.outline, f.place)))))
        union all select id, 'DESTINATION_CLOSED' from fact where closed
        union all select id, 'DESTINATION_NOT_DESIGNATED' from fact f where is_site and not closed and not exists (
          select 1 from gis.site_designation d where d.site_id = f.site
            and (f.hazard = any(d.hazards) or d.kind = 'WELFARE_SHELTER'))
        union all select id, 'DESTINATION_IN_DANGER' from fact
          where place_now > destination_rank or (not is_site and place_now > 0)
        union all select f.id, 'DESTINATION_OVER_CAPACITY' from fact f
          join crowd c on c.site = f.site and c.hazard = f.hazard where c.people > f.capacity
        union all select id, 'ROUTE_MISSING' from fact where route is null
        union all select id, 'ROUTE_LOST' from fact where id = any(:lost)
        union all select id, 'ROUTE_CLOSED' from fact f where exists (
          select 1 from gis.closure c where c.lifted_at is null and c.valid_from <= :now
            and (c.valid_to is null or c.valid_to > :now) and ST_DWithin(c.shape, f.route, 0.0001)
            and (c.applies_to <> 'WHEELCHAIR' or f.mobility in ('WHEELCHAIR', 'BY_VEHICLE')))
        union all select id, 'ROUTE_OUTDATED' from fact f where exists (
          select 1 from gis.closure c
          where greatest(c.created_at, c.lifted_at) > coalesce(f.route_at, f.settled_at)
            and ST_DWithin(c.shape, f.route, 0.003))
        union all select distinct plan, 'SUPPORTER_GONE' from helper where gone
        union all select f.id, 'TOO_FEW_SUPPORTERS' from fact f
          left join (select plan, count(*) as able from helper where not gone group by plan) h on h.plan = f.id
          where f.helpers > coalesce(h.able, 0)
        union all select distinct plan, 'SUPPORTER_UNREACHABLE' from helper
          where not gone and id = any(:unreachableHelpers)
        union all select id, 'PERSON_UNREACHABLE' from fact
          where person_state = 'LISTED' and person = any(:unreachable)
        union all select distinct plan, 'SUPPORTER_ABSENT' from helper
          where not gone and absent_from <= :today and (absent_to is null or absent_to >= :today)
        union all select distinct h.plan, 'SUPPORTER_OVERLOADED' from helper h
          join load l on l.supporter = h.id where not h.gone and l.people > h.max_load
        union all select distinct h.plan, 'SUPPORTER_IN_DANGER' from helper h
          join gis.hazard_piece piece on ST_Intersects(piece.outline, h.home)
          join gis.hazard_layer l on l.id = piece.layer_id and l.current and l.kind = h.hazard
          where not h.gone
        union all select f.id, 'CONSENT_MISSING' from fact f left join consent c on c.person = f.person
          where c.answer is distinct from 'GIVEN'
        union all select id, 'REVIEW_OVERDUE' from fact where next_review < :today
        union all select id, 'NOT_REHEARSED' from fact
          where rehearsed_on is null or rehearsed_on < cast(:today as date) - interval '1 year')
      insert into gis.plan_health (plan, reasons, severity, checked_at)
      select f.id,
             coalesce(array_agg(r.reason order by array_position(cast(:order as text[]), r.reason))
                      filter (where r.reason is not null), '{}'),
             coalesce(max((cast(:severities as integer[]))[array_position(cast(:order as text[]), r.reason)]), 0), :now
      from fact f left join found r on r.plan = f.id group by f.id
      on conflict (plan) do update set
        reasons = excluded.reasons, severity = excluded.severity, checked_at = excluded.checked_at
      """
          .formatted(
              PlanTable.rank("q.home"), PlanTable.rank("coalesce(site.location, p.destination)"));
}
