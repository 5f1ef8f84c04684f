package jp.noroshi.gis.hazard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportTarget;
import jp.noroshi.gis.imports.StandingEntries;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Zones of hazard maps. A layer that was once current is never changed, for plans name what they
 * were made with: each import makes a copy of the current one, changes that, and it takes the
 * place.
 */
public final class HazardImportTarget implements ImportTarget {

  private static final String COPY_ZONES =
      """
      insert into gis.hazard_zone (layer_id, key, rank, min_depth, max_depth, label, outline, details, entry)
      select :to, key, rank, min_depth, max_depth, label, outline, details, entry
      from gis.hazard_zone where layer_id = :from
      """;

  private static final String COPY_PIECES =
      """
      insert into gis.hazard_piece (zone_id, layer_id, outline, outline_3857)
      select n.id, :to, p.outline, p.outline_3857
      from gis.hazard_piece p
      join gis.hazard_zone o on o.id = p.zone_id
      join gis.hazard_zone n on n.layer_id = :to and n.key = o.key
      where o.layer_id = :from
      """;

  private static final String ADD_ZONE =
      """
      insert into gis.hazard_zone (layer_id, key, rank, min_depth, max_depth, label, outline, details, entry)
      values (:layer, :key, :rank, :minDepth, :maxDepth, :label,
              ST_SetSRID(ST_GeomFromWKB(decode(:outline, 'base64')), 4326), cast(:details as jsonb), cast(:entry as jsonb))
      """;

  private static final String CUT =
      """
      insert into gis.hazard_piece (zone_id, layer_id, outline, outline_3857)
      select id, layer_id, piece, ST_Transform(piece, 3857)
      from (select z.id, z.layer_id, (ST_Dump(ST_Subdivide(z.outline, 128))).geom as piece
            from gis.hazard_zone z where z.layer_id = :layer and z.key = any(cast(:keys as text[]))) pieces
      where ST_GeometryType(piece) = 'ST_Polygon'
      """;

  @Override
  public ImportKind kind() {
    return ImportKind.HAZARDS;
  }

  @Override
  public Map<String, JsonNode> current(Handle handle, Set<String> dataSets) {
    return StandingEntries.read(
        handle,
        """
        select z.key, z.entry from gis.hazard_zone z join gis.hazard_layer l on l.id = z.layer_id
        where l.current and l.data_set = any(cast(:dataSets as text[]))
        """,
        dataSets);
  }

  @Override
  public void write(Handle handle, Map<String, JsonNode> entries) {
    entries.values().stream()
        .map(entry -> Json.read(entry.toString(), ZoneEntry.class))
        .collect(Collectors.groupingBy(entry -> entry.layer().dataSet()))
        .forEach((_, zones) -> write(handle, zones));
  }

  private static void write(Handle handle, List<ZoneEntry> zones) {
    LayerFacts facts = zones.getFirst().layer();
    UUID layer = newVersion(handle, facts);
    List<String> keys = zones.stream().map(ZoneEntry::key).toList();
    takeAway(handle, layer, keys);
    addZones(handle, layer, zones);
    handle.createUpdate(CUT).bind("layer", layer).bindArray("keys", String.class, keys).execute();
  }

  @Override
  public void remove(Handle handle, Set<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    List<String> gone = List.copyOf(keys);
    handle
        .createQuery(
            """
            select distinct l.data_set from gis.hazard_layer l join gis.hazard_zone z on z.layer_id = l.id
            where l.current and z.key = any(cast(:keys as text[]))
            """)
        .bindArray("keys", String.class, gone)
        .mapTo(String.class)
        .list()
        .forEach(dataSet -> remove(handle, dataSet, gone));
  }

  private static void remove(Handle handle, String dataSet, List<String> keys) {
    UUID layer = copyOf(handle, dataSet).orElseThrow();
    takeAway(handle, layer, keys);
    handle
        .createUpdate(
            """
            update gis.hazard_layer l set current = false
            where id = :layer and not exists (select 1 from gis.hazard_zone z where z.layer_id = l.id)
            """)
        .bind("layer", layer)
        .execute();
  }

  private static void takeAway(Handle handle, UUID layer, List<String> keys) {
    handle
        .createUpdate(
            "delete from gis.hazard_zone where layer_id = :layer and key = any(cast(:keys as text[]))")
        .bind("layer", layer)
        .bindArray("keys", String.class, keys)
        .execute();
  }

  /** Returns the layer of this transaction with these facts, made if need be. */
  private static UUID newVersion(Handle handle, LayerFacts facts) {
    UUID layer = copyOf(handle, facts.dataSet()).orElseGet(() -> insert(handle, facts));
    handle
        .createUpdate(
            "update gis.hazard_layer set source = :source, edition = :edition, licence = :licence where id = :layer")
        .bind("source", facts.source())
        .bind("edition", facts.edition().orElseThrow())
        .bind("licence", facts.licence())
        .bind("layer", layer)
        .execute();
    return layer;
  }

  private static UUID insert(Handle handle, LayerFacts facts) {
    UUID layer = UUID.randomUUID();
    handle
        .createUpdate(
            """
            insert into gis.hazard_layer (id, kind, scenario, name, source, edition, licence, current, imported_at)
            values (:layer, :kind, :scenario, :name, :source, :edition, :licence, true, now())
            """)
        .bind("layer", layer)
        .bind("kind", facts.kind())
        .bind("scenario", facts.scenario())
        .bind("name", facts.name())
        .bind("source", facts.source())
        .bind("edition", facts.edition().orElseThrow())
        .bind("licence", facts.licence())
        .execute();
    return layer;
  }

  /** Copies the current layer once in a transaction: now() is the same throughout. */
  private static Optional<UUID> copyOf(Handle handle, String dataSet) {
    record Found(UUID id, boolean ours) {}
    Optional<Found> found =
        handle
            .createQuery(
                "select id, imported_at = now() as ours from gis.hazard_layer where current and data_set = :dataSet for update")
            .bind("dataSet", dataSet)
            .map((row, _) -> new Found(row.getObject("id", UUID.class), row.getBoolean("ours")))
            .findOne();
    return found.map(layer -> layer.ours() ? layer.id() : copy(handle, layer.id()));
  }

  private static UUID copy(Handle handle, UUID from) {
    UUID to = UUID.randomUUID();
    handle.execute("update gis.hazard_layer set current = false where id = ?", from);
    handle
        .createUpdate(
            """
            insert into gis.hazard_layer (id, kind, scenario, name, source, edition, licence, current, imported_at)
            select :to, kind, scenario, name, source, edition, licence, true, now() from gis.hazard_layer where id = :from
            """)
        .bind("to", to)
        .bind("from", from)
        .execute();
    handle.createUpdate(COPY_ZONES).bind("to", to).bind("from", from).execute();
    handle.createUpdate(COPY_PIECES).bind("to", to).bind("from", from).execute();
    return to;
  }

  private static void addZones(Handle handle, UUID layer, List<ZoneEntry> zones) {
    PreparedBatch batch = handle.prepareBatch(ADD_ZONE);
    for (ZoneEntry zone : zones) {
      batch
          .bind("layer", layer)
          .bind("key", zone.key())
          .bind("rank", zone.rank())
          .bind("minDepth", zone.minDepth().orElse(null))
          .bind("maxDepth", zone.maxDepth().orElse(null))
          .bind("label", zone.name())
          .bind("outline", zone.outline())
          .bind("details", Json.write(zone.details()))
          .bind("entry", Json.write(zone))
          .add();
    }
    batch.execute();
  }
}
