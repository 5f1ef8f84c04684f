package jp.noroshi.gis.site;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.site.EvacuationSite.Designation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The evacuation sites on file. Thread-safe, blocking. */
public final class Sites {

  /** 避難所運営 取組指針: square metres for one person, where the municipality says nothing else. */
  public static final double USUAL_SQUARE_METRES = 3.5;

  private static final String COLUMNS =
      """
      select s.id, s.municipality, s.name, s.kana, s.address, ST_Y(s.location) as lat, ST_X(s.location) as lon,
             s.capacity, s.floor_area, s.wheelchair, s.closed, d.key, d.kind, d.entry->>'name' as part, d.hazards, d.accepts,
             ST_Y(d.location) as part_lat, ST_X(d.location) as part_lon
      from gis.site s left join gis.site_designation d on d.site_id = s.id
      """;

  private final Database database;
  private final double squareMetres;

  /**
   * Reads from a database.
   *
   * @param squareMetres for one person: where a list publishes no capacity, it is worked out from
   *     the floor area
   */
  public Sites(Database database, double squareMetres) {
    this.database = database;
    this.squareMetres = squareMetres;
  }

  /** Returns how many square metres one person needs. */
  public double squareMetres() {
    return squareMetres;
  }

  /** Lists every site, the closed ones too, in the order of their names. */
  public List<EvacuationSite> list() {
    return database.withHandle(
        handle -> read(handle.createQuery(COLUMNS + " order by s.name, s.id, d.kind, d.key")));
  }

  /** Lists the lines of all lists, by key. */
  public List<SiteEntry> lines() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select entry from gis.site_designation order by key")
                .map((row, _) -> Json.read(row.getString("entry"), SiteEntry.class))
                .list());
  }

  /** Finds one. */
  public Optional<EvacuationSite> find(UUID id) {
    return database.withHandle(handle -> find(handle, id));
  }

  static Optional<EvacuationSite> find(Handle handle, UUID id) {
    return read(
            handle.createQuery(COLUMNS + " where s.id = :id order by d.kind, d.key").bind("id", id))
        .stream()
        .findFirst();
  }

  /** Returns how many people a site holds: as published, else by its floor area. */
  public Optional<Integer> capacityOf(EvacuationSite site) {
    return site.capacity().or(() -> site.floorArea().map(area -> (int) (area / squareMetres)));
  }

  private static List<EvacuationSite> read(Query query) {
    Map<UUID, EvacuationSite> sites = new LinkedHashMap<>();
    query
        .map((row, _) -> sites.merge(row.getObject("id", UUID.class), site(row), Sites::join))
        .list();
    return List.copyOf(sites.values());
  }

  private static EvacuationSite join(EvacuationSite site, EvacuationSite more) {
    List<Designation> both = new ArrayList<>(site.designations());
    both.addAll(more.designations());
    return new EvacuationSite(
        site.id(),
        site.municipality(),
        site.name(),
        site.kana(),
        site.address(),
        site.location(),
        site.capacity(),
        site.floorArea(),
        site.wheelchair(),
        site.closed(),
        both);
  }

  private static EvacuationSite site(ResultSet row) throws SQLException {
    return new EvacuationSite(
        row.getObject("id", UUID.class),
        row.getString("municipality"),
        row.getString("name"),
        row.getString("kana"),
        row.getString("address"),
        new LatLon(row.getDouble("lat"), row.getDouble("lon")),
        Optional.ofNullable(row.getObject("capacity", Integer.class)),
        Optional.ofNullable(row.getObject("floor_area", Double.class)),
        Optional.ofNullable(row.getObject("wheelchair", Boolean.class)),
        row.getBoolean("closed"),
        row.getString("key") == null ? List.of() : List.of(designation(row)));
  }

  private static Designation designation(ResultSet row) throws SQLException {
    return new Designation(
        row.getString("key"),
        DesignationKind.valueOf(row.getString("kind")),
        row.getString("part"),
        hazards(row.getArray("hazards")),
        row.getString("accepts"),
        new LatLon(row.getDouble("part_lat"), row.getDouble("part_lon")));
  }

  private static Set<HazardKind> hazards(Array stored) throws SQLException {
    Set<HazardKind> hazards = EnumSet.noneOf(HazardKind.class);
    Arrays.stream((String[]) stored.getArray()).map(HazardKind::valueOf).forEach(hazards::add);
    return hazards;
  }
}
