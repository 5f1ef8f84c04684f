package jp.noroshi.gis.plan;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Register;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;

/**
 * What a new plan could say: where to, how, with whom. A proposal binds nobody. Thread-safe,
 * blocking.
 */
public final class PlanProposals {

  private static final int SITES = 5;
  private static final int SUPPORTERS = 6;

  private final Database database;
  private final Register register;
  private final Supporters supporters;
  private final RouteFinder routes;
  private final PlanTable table = new PlanTable();
  private final InstantSource clock;
  private final ZoneId zone;

  /** Finds ways for people, and knows the roads they run along. */
  @FunctionalInterface
  public interface RouteFinder {
    /**
     * Finds the main and, where there is one, an alternative way.
     *
     * @return empty when there is no way, or no network to look in
     */
    List<PlannedRoute> find(LatLon home, LatLon destination, HazardKind hazard, Mobility mobility);

    /**
     * Returns the roads in a part of the map, for drawing; none where no network is known.
     *
     * @param part in degrees (WGS 84)
     */
    default List<LineString> roadsIn(Envelope part) {
      return List.of();
    }

    /**
     * Tells whether a way worked out earlier is lost: on the roads of today there is none any more,
     * or only one that is much longer.
     *
     * @param way where it begins and ends, and how long it was
     */
    default boolean isLost(PlannedWay way, HazardKind hazard, Mobility mobility) {
      return false;
    }
  }

  /**
   * A way as far as it stands in the clear.
   *
   * @param metres how long
   */
  public record PlannedWay(LatLon from, LatLon to, double metres) {}

  PlanProposals(Plans.Parts parts, Register register, Supporters supporters, RouteFinder routes) {
    this.database = parts.database();
    this.register = register;
    this.supporters = supporters;
    this.routes = routes;
    this.clock = parts.clock();
    this.zone = parts.zone();
  }

  /**
   * A site designated for the danger.
   *
   * @param kinds its designations
   * @param metres how far: along the way where there is one, else in a straight line
   * @param byRoute whether it is along a way
   * @param rank of the danger at the site, 0 = none known
   */
  public record Candidate(
      UUID site,
      String name,
      LatLon point,
      List<String> kinds,
      Optional<Boolean> wheelchair,
      Optional<Integer> capacity,
      int metres,
      boolean byRoute,
      int rank) {}

  /**
   * A proposal.
   *
   * @param existing the plan there is already
   * @param exposures the danger at the home
   * @param destinations the nearest first
   * @param routes to the first of them
   */
  public record Proposal(
      Person person,
      HazardKind hazard,
      Optional<UUID> existing,
      List<Exposure> exposures,
      List<Candidate> destinations,
      List<PlannedRoute> routes,
      List<Supporters.Loaded> supporters,
      LocalDate nextReview) {}

  /** A candidate and the ways to it. */
  private record Reached(Candidate candidate, List<PlannedRoute> routes) {}

  /**
   * Proposes a plan; the person and the supporters named are logged.
   *
   * @return empty when there is no such person
   * @throws jp.noroshi.gis.register.RegisterRefusedException when the look is not allowed
   */
  public Optional<Proposal> propose(PersonId person, HazardKind hazard, Access access) {
    return database.inTransaction(
        handle ->
            register
                .open(handle, person, access)
                .map(opened -> propose(handle, opened, hazard, access)));
  }

  private Proposal propose(Handle handle, Person person, HazardKind hazard, Access access) {
    Optional<LatLon> home = person.outline().home();
    List<Reached> reached =
        home.map(place -> reach(handle, place, hazard, person.outline().mobility()))
            .orElse(List.of());
    return new Proposal(
        person,
        hazard,
        table.findByPerson(handle, person.id(), hazard),
        home.map(place -> exposures(handle, place, hazard)).orElse(List.of()),
        reached.stream().map(Reached::candidate).toList(),
        reached.stream().findFirst().map(Reached::routes).orElse(List.of()),
        home.map(place -> supporters.nearest(handle, place, SUPPORTERS, access)).orElse(List.of()),
        LocalDate.ofInstant(clock.instant(), zone).plusYears(1));
  }

  private List<Reached> reach(Handle handle, LatLon home, HazardKind hazard, Mobility mobility) {
    return candidates(handle, home, hazard).stream()
        .map(each -> reach(each, routes.find(home, each.point(), hazard, mobility)))
        .sorted(
            Comparator.comparing((Reached each) -> each.candidate().rank() > 0)
                .thenComparing(each -> !each.candidate().byRoute())
                .thenComparingInt(each -> each.candidate().metres()))
        .toList();
  }

  private static Reached reach(Candidate site, List<PlannedRoute> ways) {
    return ways.isEmpty()
        ? new Reached(site, ways)
        : new Reached(
            new Candidate(
                site.site(),
                site.name(),
                site.point(),
                site.kinds(),
                site.wheelchair(),
                site.capacity(),
                ways.getFirst().metres(),
                true,
                site.rank()),
            ways);
  }

  private static List<Candidate> candidates(Handle handle, LatLon home, HazardKind hazard) {
    return handle
        .createQuery(
            """
            select p.id, p.name, ST_Y(p.location) as latitude, ST_X(p.location) as longitude, p.wheelchair,
              p.capacity,
              array(select d.kind from gis.site_designation d where d.site_id = p.id order by d.kind) as kinds,
              cast(round(ST_Distance(p.location::geography, p.home::geography)) as integer) as metres,
              %s as rank
            from (select s.*, cast(:hazard as text) as hazard,
                         ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326) as home
                  from gis.site s) as p
            where not p.closed and exists (
              select 1 from gis.site_designation d where d.site_id = p.id and :hazard = any(d.hazards))
            order by metres, p.id limit :limit
            """
                .formatted(PlanTable.rank("p.location")))
        .bind("hazard", hazard)
        .bind("longitude", home.longitude())
        .bind("latitude", home.latitude())
        .bind("limit", SITES)
        .map((row, _) -> candidate(row))
        .list();
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    Array kinds = row.getArray("kinds");
    return new Candidate(
        row.getObject("id", UUID.class),
        row.getString("name"),
        new LatLon(row.getDouble("latitude"), row.getDouble("longitude")),
        Arrays.asList((String[]) kinds.getArray()),
        Optional.ofNullable(row.getObject("wheelchair", Boolean.class)),
        Optional.ofNullable(row.getObject("capacity", Integer.class)),
        row.getInt("metres"),
        false,
        row.getInt("rank"));
  }

  /** Returns what the current layers of a danger say of a place, the gravest first. */
  List<Exposure> exposures(Handle handle, LatLon place, HazardKind hazard) {
    return handle
        .createQuery(
            """
            select distinct on (l.id) l.name, l.scenario, l.edition, z.rank, z.label
            from gis.hazard_piece piece
              join gis.hazard_layer l on l.id = piece.layer_id and l.current and l.kind = :hazard
              join gis.hazard_zone z on z.id = piece.zone_id
            where ST_Intersects(piece.outline, ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326))
            order by l.id, z.rank desc
            """)
        .bind("hazard", hazard)
        .bind("longitude", place.longitude())
        .bind("latitude", place.latitude())
        .map(
            (row, _) ->
                new Exposure(
                    row.getString("name"),
                    row.getString("scenario"),
                    row.getDate("edition").toLocalDate(),
                    row.getInt("rank"),
                    row.getString("label")))
        .list()
        .stream()
        .sorted(Comparator.comparingInt(Exposure::rank).reversed())
        .toList();
  }
}
