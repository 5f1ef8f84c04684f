package jp.noroshi.gis.area;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportTarget;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The districts of one municipality, by code. */
public final class DistrictImportTarget implements ImportTarget {

  private final AreaCode municipality;

  /** For one municipality. */
  public DistrictImportTarget(AreaCode municipality) {
    this.municipality = municipality;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.DISTRICTS;
  }

  @Override
  public Map<String, JsonNode> current(Handle handle, Set<String> dataSets) {
    Map<String, JsonNode> current = new HashMap<>();
    handle
        .createQuery(
            """
            select code, name, kana, mended,
                   replace(encode(ST_AsBinary(outline, 'XDR'), 'base64'), E'\\n', '') as outline
            from gis.district where municipality = any(cast(:dataSets as text[]))
            """)
        .bindArray("dataSets", String.class, List.copyOf(dataSets))
        .map(
            (row, _) -> {
              ObjectNode entry = Json.mapper().createObjectNode();
              entry.put("code", row.getString("code"));
              entry.put("name", row.getString("name"));
              entry.put("kana", row.getString("kana"));
              if (row.getString("mended") != null) {
                entry.put("mended", row.getString("mended"));
              }
              entry.put("outline", row.getString("outline"));
              DistrictEntry same = Json.read(entry.toString(), DistrictEntry.class);
              return current.put(same.code(), Json.read(Json.write(same), JsonNode.class));
            })
        .list();
    return current;
  }

  @Override
  public void write(Handle handle, Map<String, JsonNode> entries) {
    if (entries.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into gis.district (code, municipality, name, kana, mended, outline)
            values (:code, :municipality, :name, :kana, :mended, ST_SetSRID(ST_GeomFromWKB(decode(:outline, 'base64')), 4326))
            on conflict (code) do update
              set name = excluded.name, kana = excluded.kana, mended = excluded.mended, outline = excluded.outline
            """);
    for (JsonNode node : entries.values()) {
      DistrictEntry entry = Json.read(node.toString(), DistrictEntry.class);
      batch
          .bind("code", entry.code())
          .bind("municipality", municipality.value())
          .bind("name", entry.name())
          .bind("kana", entry.kana())
          .bind("mended", entry.mended().orElse(null))
          .bind("outline", entry.outline())
          .add();
    }
    batch.execute();
  }

  @Override
  public void remove(Handle handle, Set<String> keys) {
    handle
        .createUpdate("delete from gis.district where code = any(cast(:keys as text[]))")
        .bindArray("keys", String.class, List.copyOf(keys))
        .execute();
  }
}
