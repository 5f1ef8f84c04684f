package jp.noroshi.shelters.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.evacuation.OpenSites;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * What staff say of the sites: open or closed, how crowded, still as before. Every word is a line
 * of its own; the latest counts. Thread-safe, blocking.
 */
public final class Openings implements OpenSites {

  /** Since when it is open is when the latest unbroken row of lines with that state began. */
  private static final String STANDING =
      """
      select distinct on (e.site_id) e.site_id, e.state, e.crowding, e.at, e.by,
             (select min(f.at) from shelters.opening_event f
              where f.site_id = e.site_id and f.state = e.state
                and f.id > coalesce((select max(g.id) from shelters.opening_event g
                                     where g.site_id = e.site_id and g.state <> e.state), 0)) as since
      from shelters.opening_event e
      """;

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;

  /** Keeps the words in a database. */
  public Openings(Database database, Chronology chronology, Mode mode, InstantSource clock) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * Notes how a site stands. Saying what stands already renews its time and is no milestone.
   *
   * @return how it stands now
   */
  public Opening say(UUID site, OpeningState state, Crowding crowding, String by) {
    return database.inTransaction(
        handle -> {
          // One word at a time about a site, so that "before" is what the other one left.
          handle.execute("select pg_advisory_xact_lock(hashtext(?))", site.toString());
          Optional<Opening> before = find(handle, site);
          insert(handle, site, state, crowding, by);
          if (isMilestone(before, state, crowding)) {
            chronology.append(handle, line(site, state, crowding, by));
          }
          return find(handle, site).orElseThrow();
        });
  }

  private static boolean isMilestone(
      Optional<Opening> before, OpeningState state, Crowding crowding) {
    return before
        .map(known -> known.state() != state || known.crowding() != crowding)
        .orElse(state == OpeningState.OPEN);
  }

  /** Lists how every site stands of which anything was ever said. */
  public List<Opening> standing() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(STANDING + " order by e.site_id, e.id desc")
                .map((row, _) -> opening(row))
                .list());
  }

  /** Finds how a site stands; empty when nothing was ever said of it. */
  public Optional<Opening> find(UUID site) {
    return database.withHandle(handle -> find(handle, site));
  }

  @Override
  public List<OpenSite> list() {
    return standing().stream()
        .filter(opening -> opening.state() == OpeningState.OPEN)
        .map(
            opening ->
                new OpenSite(opening.site(), opening.since(), opening.crowding(), opening.asOf()))
        .toList();
  }

  private static Optional<Opening> find(Handle handle, UUID site) {
    return handle
        .createQuery(STANDING + " where e.site_id = :site order by e.site_id, e.id desc")
        .bind("site", site)
        .map((row, _) -> opening(row))
        .findOne();
  }

  private void insert(Handle handle, UUID site, OpeningState state, Crowding crowding, String by) {
    handle
        .createUpdate(
            """
            insert into shelters.opening_event (site_id, state, crowding, at, by)
            values (:site, :state, :crowding, :at, :by)
            """)
        .bind("site", site)
        .bind("state", state)
        .bind("crowding", crowding)
        .bind("at", clock.instant())
        .bind("by", by)
        .execute();
  }

  private ChronologyEntry line(UUID site, OpeningState state, Crowding crowding, String by) {
    ChronologyKind kind =
        switch (state) {
          case OPEN -> ChronologyKind.SITE_OPENED;
          case CLOSED -> ChronologyKind.SITE_CLOSED;
        };
    return new ChronologyEntry(
        clock.instant(), mode, kind, by, "site:" + site, Map.of("crowding", crowding.name()));
  }

  private static Opening opening(ResultSet row) throws SQLException {
    return new Opening(
        row.getObject("site_id", UUID.class),
        OpeningState.valueOf(row.getString("state")),
        Crowding.valueOf(row.getString("crowding")),
        instant(row, "since"),
        instant(row, "at"),
        row.getString("by"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
