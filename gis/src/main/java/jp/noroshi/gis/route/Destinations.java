package jp.noroshi.gis.route;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.evacuation.OpenSites;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;

/** The sites on file, and which of them are open. Thread-safe, blocking. */
public final class Destinations {

  private final Database database;
  private final OpenSites openSites;

  /** Reads sites from a database, and who says which are open. */
  public Destinations(Database database, OpenSites openSites) {
    this.database = database;
    this.openSites = openSites;
  }

  /** Lists every site that is on a list still. */
  public List<Destination> list() {
    Map<UUID, OpenSite> open =
        openSites.list().stream()
            .collect(Collectors.toMap(OpenSite::site, Function.identity(), (one, _) -> one));
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select s.id, s.name, s.address, ST_Y(s.location) as lat, ST_X(s.location) as lon,
                           coalesce((select string_agg(distinct h, ',')
                                     from gis.site_designation d, unnest(d.hazards) h
                                     where d.site_id = s.id), '') as hazards
                    from gis.site s where not s.closed order by s.id
                    """)
                .map((row, _) -> read(row, open))
                .list());
  }

  /**
   * Lists the sites people may be sent to from these dangers: those that take people in; where none
   * does, those that would.
   */
  public List<Destination> candidates(Set<HazardKind> dangers) {
    List<Destination> fitting =
        list().stream()
            .filter(site -> !site.hazards().isEmpty() || site.open().isPresent())
            .filter(site -> site.fits(dangers))
            .toList();
    List<Destination> open = fitting.stream().filter(Destination::takesPeopleIn).toList();
    return open.isEmpty() ? fitting.stream().filter(site -> site.open().isEmpty()).toList() : open;
  }

  private static Destination read(ResultSet row, Map<UUID, OpenSite> open) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Destination(
        id,
        row.getString("name"),
        row.getString("address"),
        new LatLon(row.getDouble("lat"), row.getDouble("lon")),
        hazards(row.getString("hazards")),
        Optional.ofNullable(open.get(id)));
  }

  private static Set<HazardKind> hazards(String names) {
    Set<HazardKind> kinds = EnumSet.noneOf(HazardKind.class);
    if (!names.isEmpty()) {
      for (String name : names.split(",", -1)) {
        kinds.add(HazardKind.valueOf(name));
      }
    }
    return kinds;
  }
}
