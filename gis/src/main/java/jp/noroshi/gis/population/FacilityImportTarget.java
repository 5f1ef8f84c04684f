package jp.noroshi.gis.population;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportTarget;
import jp.noroshi.gis.imports.StandingEntries;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Facilities, by key. */
public final class FacilityImportTarget implements ImportTarget {

  @Override
  public ImportKind kind() {
    return ImportKind.FACILITIES;
  }

  @Override
  public Map<String, JsonNode> current(Handle handle, Set<String> dataSets) {
    return StandingEntries.read(
        handle,
        "select key, entry from gis.facility where data_set = any(cast(:dataSets as text[]))",
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
            insert into gis.facility (id, key, data_set, kind, name, address, location, details, entry)
            values (:id, :key, :dataSet, :kind, :name, :address, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326),
                    cast(:details as jsonb), cast(:entry as jsonb))
            on conflict (key) do update
              set data_set = excluded.data_set, kind = excluded.kind, name = excluded.name, address = excluded.address,
                  location = excluded.location, details = excluded.details, entry = excluded.entry
            """);
    for (JsonNode node : entries.values()) {
      FacilityEntry entry = Json.read(node.toString(), FacilityEntry.class);
      batch
          .bind("id", idOf(entry.key()))
          .bind("key", entry.key())
          .bind("dataSet", entry.dataSet())
          .bind("kind", entry.kind())
          .bind("name", entry.name())
          .bind("address", entry.address())
          .bind("lat", entry.location().latitude())
          .bind("lon", entry.location().longitude())
          .bind("details", Json.write(entry.details()))
          .bind("entry", Json.write(entry))
          .add();
    }
    batch.execute();
  }

  @Override
  public void remove(Handle handle, Set<String> keys) {
    handle
        .createUpdate("delete from gis.facility where key = any(cast(:keys as text[]))")
        .bindArray("keys", String.class, List.copyOf(keys))
        .execute();
  }

  /** The same facility has the same id on every hub, however often it is imported. */
  private static UUID idOf(String key) {
    return UUID.nameUUIDFromBytes(("facility:" + key).getBytes(StandardCharsets.UTF_8));
  }
}
