package jp.noroshi.gis.area;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
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
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;

/** The named sets of districts of one municipality. Thread-safe, blocking. */
public final class AreaSets {

  private static final String SETS =
      """
      select s.id, s.name, s.towns,
             array(select d.code from gis.district d where d.code = any(s.districts) order by d.code) as districts,
             array(select c from unnest(s.districts) c where c not in (select code from gis.district) order by c) as gone
      from gis.area_set s where s.municipality = :municipality
      """;

  private final Database database;
  private final AreaCode municipality;
  private final Chronology chronology;
  private final Mode mode;
  private final InstantSource clock;

  /** For one municipality. */
  public AreaSets(
      Database database,
      AreaCode municipality,
      Chronology chronology,
      Mode mode,
      InstantSource clock) {
    this.database = database;
    this.municipality = municipality;
    this.chronology = chronology;
    this.mode = mode;
    this.clock = clock;
  }

  /** Lists the sets by name. */
  public List<AreaSet> list() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(SETS + " order by s.name")
                .bind("municipality", municipality.value())
                .map((row, _) -> areaSet(row))
                .list());
  }

  /**
   * Writes a set by hand; one of that name is replaced.
   *
   * @param districts codes, at least one
   * @return the set; empty, and nothing is written, where a code is none of a district
   */
  public Optional<AreaSet> save(String name, Set<String> districts, List<String> towns, String by) {
    String key = keyOf(municipality, name);
    AreaSetEntry entry = new AreaSetEntry(key, name, List.copyOf(districts), towns);
    return database.inTransaction(
        handle -> {
          if (districts.isEmpty() || !known(handle).containsAll(districts)) {
            return Optional.empty();
          }
          JsonNode document = Json.read(Json.write(entry), JsonNode.class);
          new AreaSetImportTarget(municipality).write(handle, Map.of(key, document));
          Optional<AreaSet> saved = find(handle, AreaSetImportTarget.idOf(key));
          note(handle, ChronologyKind.AREA_SET_CHANGED, entry, by);
          return saved;
        });
  }

  /** Takes a set away; tells whether there was one. */
  public boolean remove(UUID id, String by) {
    return database.inTransaction(
        handle -> {
          Optional<AreaSet> found = find(handle, id);
          found.ifPresent(
              set -> {
                String key = keyOf(municipality, set.name());
                new AreaSetImportTarget(municipality).remove(handle, Set.of(key));
                note(
                    handle,
                    ChronologyKind.AREA_SET_REMOVED,
                    new AreaSetEntry(key, set.name(), set.districts(), set.towns()),
                    by);
              });
          return found.isPresent();
        });
  }

  static String keyOf(AreaCode municipality, String name) {
    return municipality.value() + ":" + name;
  }

  private Set<String> known(Handle handle) {
    return new HashSet<>(
        handle
            .createQuery("select code from gis.district where municipality = :municipality")
            .bind("municipality", municipality.value())
            .mapTo(String.class)
            .list());
  }

  private Optional<AreaSet> find(Handle handle, UUID id) {
    return handle
        .createQuery(SETS + " and s.id = :id")
        .bind("municipality", municipality.value())
        .bind("id", id)
        .map((row, _) -> areaSet(row))
        .findOne();
  }

  /** Last in its transaction: the chain's head is locked until the commit. */
  private void note(Handle handle, ChronologyKind kind, AreaSetEntry entry, String by) {
    Map<String, Object> detail =
        Map.of("name", entry.name(), "districts", String.join(",", entry.districts()));
    chronology.append(
        handle,
        new ChronologyEntry(
            clock.instant(),
            mode,
            kind,
            by,
            "area-set:" + AreaSetImportTarget.idOf(entry.key()),
            detail));
  }

  private static AreaSet areaSet(ResultSet row) throws SQLException {
    return new AreaSet(
        row.getObject("id", UUID.class),
        row.getString("name"),
        texts(row, "districts"),
        texts(row, "gone"),
        texts(row, "towns"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
