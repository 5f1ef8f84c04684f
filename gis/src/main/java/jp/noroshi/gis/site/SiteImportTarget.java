package jp.noroshi.gis.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportTarget;
import jp.noroshi.gis.imports.StandingEntries;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Lines of lists of sites, and the places they speak of. A place is worked out from its lines: the
 * emergency site's line speaks first, since that is where people run to. A place without lines is
 * closed, never deleted.
 */
public final class SiteImportTarget implements ImportTarget {

  /** Lines before the place: the place's row must exist for its lines, and is then worked out. */
  private static final String WORK_OUT =
      """
      update gis.site s
      set municipality = l.entry->>'municipality', name = l.entry->>'name', kana = l.entry->>'kana',
          address = l.entry->>'address', location = l.location, closed = false, changed_at = now(),
          capacity = (select max((c.entry->>'capacity')::integer) from gis.site_designation c where c.site_id = s.id)
      from (select distinct on (site_id) site_id, entry, location from gis.site_designation
            where site_id = any(cast(:sites as uuid[]))
            order by site_id, array_position(array['EMERGENCY_SITE', 'SHELTER', 'WELFARE_SHELTER'], kind) nulls last, key) l
      where s.id = l.site_id
      """;

  private static final String CLOSE =
      """
      update gis.site s set closed = true, changed_at = now()
      where s.id = any(cast(:sites as uuid[]))
        and not exists (select 1 from gis.site_designation d where d.site_id = s.id)
      """;

  @Override
  public ImportKind kind() {
    return ImportKind.SITES;
  }

  @Override
  public Map<String, JsonNode> current(Handle handle, Set<String> dataSets) {
    return StandingEntries.read(
        handle,
        "select key, entry from gis.site_designation where data_set = any(cast(:dataSets as text[]))",
        dataSets);
  }

  @Override
  public void write(Handle handle, Map<String, JsonNode> entries) {
    if (entries.isEmpty()) {
      return;
    }
    List<SiteEntry> lines =
        entries.values().stream()
            .map(entry -> Json.read(entry.toString(), SiteEntry.class))
            .sorted(Comparator.comparing(SiteEntry::key))
            .toList();
    Set<UUID> touched = sitesOf(handle, entries.keySet());
    addPlaces(handle, lines);
    addLines(handle, lines);
    lines.forEach(line -> touched.add(siteId(line.place())));
    workOut(handle, touched);
  }

  @Override
  public void remove(Handle handle, Set<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    Set<UUID> touched = sitesOf(handle, keys);
    handle
        .createUpdate("delete from gis.site_designation where key = any(cast(:keys as text[]))")
        .bindArray("keys", String.class, List.copyOf(keys))
        .execute();
    workOut(handle, touched);
  }

  /** The same place has the same id on every hub, however often it is imported. */
  private static UUID siteId(String place) {
    return UUID.nameUUIDFromBytes(("site:" + place).getBytes(StandardCharsets.UTF_8));
  }

  private static Set<UUID> sitesOf(Handle handle, Set<String> keys) {
    return new TreeSet<>(
        handle
            .createQuery(
                "select distinct site_id from gis.site_designation where key = any(cast(:keys as text[]))")
            .bindArray("keys", String.class, List.copyOf(keys))
            .mapTo(UUID.class)
            .list());
  }

  private static void addPlaces(Handle handle, List<SiteEntry> lines) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into gis.site (id, place, municipality, name, kana, address, location)
            values (:id, :place, :municipality, :name, :kana, :address, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326))
            on conflict (place) do nothing
            """);
    for (SiteEntry line : lines) {
      batch
          .bind("id", siteId(line.place()))
          .bind("place", line.place())
          .bind("municipality", line.municipality())
          .bind("name", line.name())
          .bind("kana", line.kana())
          .bind("address", line.address())
          .bind("lat", line.location().latitude())
          .bind("lon", line.location().longitude())
          .add();
    }
    batch.execute();
  }

  private static void addLines(Handle handle, List<SiteEntry> lines) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into gis.site_designation (key, site_id, data_set, kind, common_id, hazards, location, accepts, entry)
            values (:key, :site, :dataSet, :kind, :commonId, :hazards, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :accepts, cast(:entry as jsonb))
            on conflict (key) do update
              set site_id = excluded.site_id, data_set = excluded.data_set, kind = excluded.kind,
                  common_id = excluded.common_id, hazards = excluded.hazards, location = excluded.location,
                  accepts = excluded.accepts, entry = excluded.entry
            """);
    for (SiteEntry line : lines) {
      batch
          .bind("key", line.key())
          .bind("site", siteId(line.place()))
          .bind("dataSet", line.dataSet())
          .bind("kind", line.kind())
          .bind("commonId", line.commonId().orElse(null))
          .bindArray("hazards", String.class, line.hazards().stream().map(Enum::name).toList())
          .bind("lat", line.location().latitude())
          .bind("lon", line.location().longitude())
          .bind("accepts", line.accepts())
          .bind("entry", Json.write(line))
          .add();
    }
    batch.execute();
  }

  private static void workOut(Handle handle, Set<UUID> sites) {
    for (String statement : List.of(WORK_OUT, CLOSE)) {
      handle.createUpdate(statement).bindArray("sites", UUID.class, List.copyOf(sites)).execute();
    }
  }
}
