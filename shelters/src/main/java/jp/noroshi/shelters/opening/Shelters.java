package jp.noroshi.shelters.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.site.DesignationKind;
import jp.noroshi.gis.site.EvacuationSite;
import jp.noroshi.gis.site.EvacuationSite.Designation;
import jp.noroshi.gis.site.Sites;
import org.jdbi.v3.core.Handle;

/** The places where people are taken in or counted. Thread-safe, blocking. */
public final class Shelters {

  private static final String COLUMNS =
      """
      select id, name, kind, address, ST_Y(location) as lat, ST_X(location) as lon, district, capacity, announced
      from shelters.shelter
      """;

  private final Database database;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;
  private final Sites sites;
  private final Districts districts;

  /** Knows the sites of the lists, and keeps the places by hand in a database. */
  public Shelters(
      Database database,
      Chronology chronology,
      Mode mode,
      InstantSource clock,
      Sites sites,
      Districts districts) {
    this.database = database;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
    this.sites = sites;
    this.districts = districts;
  }

  /** Lists every shelter by name, those in no list any more too. */
  public List<Shelter> list() {
    Map<UUID, AreaCode> where = districts.ofSites();
    List<Shelter> all = new ArrayList<>();
    sites.list().forEach(site -> all.add(shelter(site, Optional.ofNullable(where.get(site.id())))));
    all.addAll(
        database.withHandle(
            handle -> handle.createQuery(COLUMNS).map((row, _) -> shelter(row)).list()));
    all.sort(Comparator.comparing(Shelter::name).thenComparing(Shelter::id));
    return List.copyOf(all);
  }

  /** Finds one. */
  public Optional<Shelter> find(UUID id) {
    return sites
        .find(id)
        .map(site -> shelter(site, districts.findAt(site.location())))
        .or(() -> database.withHandle(handle -> find(handle, id)));
  }

  /**
   * Enters a place by hand.
   *
   * @param by the account
   * @throws OpeningRefusedException when it cannot be used; nothing changed
   */
  public Shelter add(NewShelter place, String by) {
    require(place.kind() != ShelterKind.SITE, OpeningRefusal.NOT_BY_HAND);
    require(
        !place.name().isBlank()
            && (place.location().isPresent() || place.kind() == ShelterKind.HOMES),
        OpeningRefusal.PLACE_INCOMPLETE);
    UUID id = UUID.randomUUID();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<AreaCode> district = place.location().flatMap(districts::findAt);
    return database.inTransaction(
        handle -> {
          insert(handle, id, place, district, now, by);
          chronology.append(
              handle,
              new ChronologyEntry(
                  now,
                  mode,
                  ChronologyKind.SHELTER_ADDED,
                  by,
                  "shelter:" + id,
                  Map.of("name", place.name().strip(), "kind", place.kind().name())));
          return find(handle, id).orElseThrow();
        });
  }

  private static void insert(
      Handle handle,
      UUID id,
      NewShelter place,
      Optional<AreaCode> district,
      Instant now,
      String by) {
    handle
        .createUpdate(
            """
            insert into shelters.shelter
              (id, name, kind, address, location, district, capacity, announced, added_at, added_by)
            values (:id, :name, :kind, :address, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :district, :capacity,
                    :announced, :now, :by)
            """)
        .bind("id", id)
        .bind("name", place.name().strip())
        .bind("kind", place.kind())
        .bind("address", place.address().strip())
        .bind("lat", place.location().map(LatLon::latitude).orElse(null))
        .bind("lon", place.location().map(LatLon::longitude).orElse(null))
        .bind("district", district.map(AreaCode::value).orElse(null))
        .bind("capacity", place.capacity().orElse(null))
        .bind("announced", place.announced())
        .bind("now", now)
        .bind("by", by)
        .execute();
  }

  private static Optional<Shelter> find(Handle handle, UUID id) {
    return handle
        .createQuery(COLUMNS + " where id = :id")
        .bind("id", id)
        .map((row, _) -> shelter(row))
        .findOne();
  }

  private Shelter shelter(EvacuationSite site, Optional<AreaCode> district) {
    Set<HazardKind> hazards = EnumSet.noneOf(HazardKind.class);
    site.designations().forEach(each -> hazards.addAll(each.hazards()));
    return new Shelter(
        site.id(),
        site.name(),
        ShelterKind.SITE,
        Optional.of(site.location()),
        district,
        sites.capacityOf(site),
        site.address(),
        hazards,
        isForEverybody(site),
        site.closed());
  }

  /** A welfare shelter by agreement takes in whom it is asked to; people must not just go there. */
  private static boolean isForEverybody(EvacuationSite site) {
    return site.designations().isEmpty()
        || site.designations().stream()
            .map(Designation::kind)
            .anyMatch(kind -> kind != DesignationKind.WELFARE_SHELTER);
  }

  private static Shelter shelter(ResultSet row) throws SQLException {
    double latitude = row.getDouble("lat");
    Optional<LatLon> location =
        row.wasNull() ? Optional.empty() : Optional.of(new LatLon(latitude, row.getDouble("lon")));
    return new Shelter(
        row.getObject("id", UUID.class),
        row.getString("name"),
        ShelterKind.valueOf(row.getString("kind")),
        location,
        Optional.ofNullable(row.getString("district")).map(AreaCode::new),
        Optional.ofNullable(row.getObject("capacity", Integer.class)),
        row.getString("address"),
        Set.of(),
        row.getBoolean("announced"),
        false);
  }

  private static void require(boolean holds, OpeningRefusal refusal) {
    if (!holds) {
      throw new OpeningRefusedException(refusal);
    }
  }
}
