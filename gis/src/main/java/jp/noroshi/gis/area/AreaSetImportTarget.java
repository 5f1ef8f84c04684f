package jp.noroshi.gis.area;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportTarget;
import jp.noroshi.gis.imports.StandingEntries;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The named sets of districts of one municipality, by key. */
public final class AreaSetImportTarget implements ImportTarget {

  private final AreaCode municipality;

  /** For one municipality. */
  public AreaSetImportTarget(AreaCode municipality) {
    this.municipality = municipality;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.AREA_SETS;
  }

  @Override
  public Map<String, JsonNode> current(Handle handle, Set<String> dataSets) {
    return StandingEntries.read(
        handle,
        "select key, entry from gis.area_set where municipality = any(cast(:dataSets as text[]))",
        dataSets);
  }

  @Override
  public void write(Handle handle, Map<String, JsonNode> entries) {
    if (entries.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into gis.area_set (key, id, municipality, name, districts, towns, entry)
            values (:key, :id, :municipality, :name, :districts, :towns, cast(:entry as jsonb))
            on conflict (key) do update
              set name = excluded.name, districts = excluded.districts, towns = excluded.towns, entry = excluded.entry
            """);
    for (JsonNode node : entries.values()) {
      AreaSetEntry entry = Json.read(node.toString(), AreaSetEntry.class);
      batch
          .bind("key", entry.key())
          .bind("id", idOf(entry.key()))
          .bind("municipality", municipality.value())
          .bind("name", entry.name())
          .bindArray("districts", String.class, entry.districts())
          .bindArray("towns", String.class, entry.towns())
          .bind("entry", Json.write(entry))
          .add();
    }
    batch.execute();
  }

  @Override
  public void remove(Handle handle, Set<String> keys) {
    handle
        .createUpdate("delete from gis.area_set where key = any(cast(:keys as text[]))")
        .bindArray("keys", String.class, List.copyOf(keys))
        .execute();
  }

  /** The same set has the same id on every hub, however it came in. */
  static UUID idOf(String key) {
    return UUID.nameUUIDFromBytes(("area-set:" + key).getBytes(StandardCharsets.UTF_8));
  }
}
