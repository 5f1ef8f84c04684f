package jp.noroshi.gis.targeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.AccessLog;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.PersonId;
import org.jdbi.v3.core.Handle;

/**
 * Who needs assistance inside an area, and what is planned for them: what a response starts from.
 * Names nobody and opens nothing that is sealed, but that somebody is on the register, where they
 * live and how they move is personal all the same: everybody listed gets a line in the access log,
 * in the same transaction. Thread-safe, blocking.
 */
public final class TargetList {

  private static final Set<FieldGroup> SHOWN = EnumSet.of(FieldGroup.PLAN);

  private static final String LIST =
      AreaParts.PIECES
          + ListedInside.REPEATING
          + """
          select distinct on (q.district collate "C", q.id)
                 q.id, q.district, ST_Y(q.home) as latitude, ST_X(q.home) as longitude, q.home_doubtful, q.mobility,
                 p.id as plan, p.site, ST_Y(p.destination) as goal_latitude, ST_X(p.destination) as goal_longitude
          from inside q
          left join gis.plan p on p.person = q.id and p.hazard = :hazard and p.state <> 'DRAFT'
          order by q.district collate "C", q.id
          """;

  private final Database database;
  private final AccessLog log;
  private final AreaCode municipality;

  /**
   * For one municipality.
   *
   * @param log of the register
   */
  public TargetList(Database database, AccessLog log, AreaCode municipality) {
    this.database = database;
    this.log = log;
    this.municipality = municipality;
  }

  /**
   * Somebody on the list.
   *
   * @param district where the register says they live
   * @param home WGS 84; empty = not known, but within the district or municipality asked for
   * @param homeDoubtful the point only stands for the neighbourhood
   * @param plan what was agreed for the danger; empty = nothing
   */
  public record Target(
      PersonId person,
      Optional<AreaCode> district,
      Optional<LatLon> home,
      boolean homeDoubtful,
      Mobility mobility,
      Optional<Planned> plan) {}

  /**
   * A plan that was agreed once; it may be due for review.
   *
   * @param site where to; empty = no evacuation site
   * @param destination where that is, WGS 84; empty = not known
   */
  public record Planned(UUID id, Optional<UUID> site, Optional<LatLon> destination) {}

  /**
   * Lists the people inside an area with their plans against a danger, by district. Read in one
   * statement; a line of the log is written for everybody.
   *
   * @throws jp.noroshi.gis.register.RegisterRefusedException when the look is not allowed; nobody
   *     is listed then
   * @throws AreaRefusedException TOO_INTRICATE when it takes too long
   */
  public List<Target> list(Area area, HazardKind hazard, Access access) {
    return database.inTransaction(handle -> list(handle, area, hazard, access));
  }

  /** Lists the same within a transaction of the caller. */
  public List<Target> list(Handle handle, Area area, HazardKind hazard, Access access) {
    AreaParts parts = AreaParts.of(area, municipality);
    List<Target> targets =
        AreaQuery.ask(
            handle,
            () ->
                parts
                    .bind(handle.createQuery(LIST))
                    .bind("hazard", hazard)
                    .map((row, _) -> target(row))
                    .list());
    log.noteAll(handle, access, targets.stream().map(Target::person).toList(), SHOWN);
    return targets;
  }

  private static Target target(ResultSet row) throws SQLException {
    return new Target(
        new PersonId(row.getObject("id", UUID.class)),
        Optional.ofNullable(row.getString("district")).map(AreaCode::new),
        point(row, "latitude", "longitude"),
        row.getBoolean("home_doubtful"),
        Mobility.valueOf(row.getString("mobility")),
        planned(row));
  }

  private static Optional<Planned> planned(ResultSet row) throws SQLException {
    UUID plan = row.getObject("plan", UUID.class);
    return plan == null
        ? Optional.empty()
        : Optional.of(
            new Planned(
                plan,
                Optional.ofNullable(row.getObject("site", UUID.class)),
                point(row, "goal_latitude", "goal_longitude")));
  }

  private static Optional<LatLon> point(ResultSet row, String latitude, String longitude)
      throws SQLException {
    double north = row.getDouble(latitude);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new LatLon(north, row.getDouble(longitude)));
  }
}
