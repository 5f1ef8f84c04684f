package jp.noroshi.gis.route;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.noroshi.core.evacuation.OpenPlace;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.evacuation.OpenSites;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.Exposure;
import jp.noroshi.gis.hazard.HazardExposure;
import jp.noroshi.gis.hazard.HazardKind;
import org.jdbi.v3.core.Handle;

/**
 * Where people may be sent: the sites on file, which of them are open, and open places in no list.
 * Thread-safe, blocking.
 */
public final class Destinations {

  private final Database database;
  private final OpenSites openSites;
  private final HazardExposure exposure;

  /** Reads sites and maps of dangers from a database, and asks which are open. */
  public Destinations(Database database, OpenSites openSites) {
    this.database = database;
    this.openSites = openSites;
    this.exposure = new HazardExposure(database);
  }

  /** Lists every site that is on a list still, and the open places that are on none. */
  public List<Destination> list() {
    OpenSites.Open open = openSites.now();
    Map<UUID, OpenSite> sites =
        open.sites().stream()
            .collect(Collectors.toMap(OpenSite::site, Function.identity(), (one, _) -> one));
    return database.withHandle(
        handle -> {
          List<Destination> all = new ArrayList<>(sites(handle, sites));
          if (!open.places().isEmpty()) {
            all.addAll(places(handle, open.places()));
          }
          return all;
        });
  }

  private static List<Destination> sites(Handle handle, Map<UUID, OpenSite> open) {
    return handle
        .createQuery(
            """
            select s.id, s.name, s.address, ST_Y(s.location) as lat, ST_X(s.location) as lon,
                   coalesce((select string_agg(distinct h, ',')
                             from gis.site_designation d, unnest(d.hazards) h
                             where d.site_id = s.id), '') as hazards
            from gis.site s where not s.closed order by s.id
            """)
        .map((row, _) -> read(row, open))
        .list();
  }

  private List<Destination> places(Handle handle, List<OpenPlace> places) {
    Set<HazardKind> mapped =
        handle
            .createQuery("select distinct kind from gis.hazard_layer where current")
            .mapTo(HazardKind.class)
            .set();
    List<List<Exposure>> exposures = exposure.at(places.stream().map(OpenPlace::location).toList());
    return IntStream.range(0, places.size())
        .mapToObj(at -> destination(places.get(at), mapped, exposures.get(at)))
        .toList();
  }

  private static Destination destination(
      OpenPlace place, Set<HazardKind> mapped, List<Exposure> exposures) {
    return new Destination(
        place.open().site(),
        place.name(),
        place.address(),
        place.location(),
        new Safety.ByHand(
            place.kind(),
            mapped,
            exposures.stream().map(Exposure::kind).collect(Collectors.toSet())),
        Optional.of(place.open()));
  }

  /**
   * Lists the sites and places people may be sent to from these dangers: those that take people in;
   * where none does, the sites that would.
   */
  public List<Destination> candidates(Set<HazardKind> dangers) {
    List<Destination> fitting =
        list().stream()
            .filter(site -> site.open().isPresent() || site.isDesignated())
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
        new Safety.Designated(hazards(row.getString("hazards"))),
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
