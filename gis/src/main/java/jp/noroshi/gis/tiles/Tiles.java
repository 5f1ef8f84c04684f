package jp.noroshi.gis.tiles;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * Vector tiles, made by PostGIS and kept until their layer changes. A change is seen within a
 * second on every node. Thread-safe, blocking.
 */
public final class Tiles {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** A screen shows some thirty tiles a layer; most are a few KB. */
  private static final int MOST_KEPT = 4_000;

  private static final long MINUTES_EVER = 1_000_000_000;

  private final Database database;
  private final InstantSource clock;
  private final Map<Key, Tile> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Tile> eldest) {
          return size() > MOST_KEPT;
        }
      };
  private Versions versions = new Versions(Map.of(), Instant.EPOCH);

  private record Key(String layer, long version, TileAddress address) {}

  private record Versions(Map<String, Long> byLayer, Instant lookedAt) {}

  /** Makes tiles from a database. */
  public Tiles(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns a tile; without content where there is nothing to draw. */
  public Tile get(TileLayer layer, TileAddress address) {
    Key key = new Key(layer.id(), version(layer), address);
    Tile known = find(key);
    return known != null ? known : make(layer, key);
  }

  /** Returns the number of a layer's present state. */
  public long version(TileLayer layer) {
    long changes = versions().byLayer().getOrDefault(layer.versionedAs(), 0L);
    // A closure begins and ends by the clock, without any change.
    return layer == TileLayer.Plain.CLOSURES
        ? changes * MINUTES_EVER + clock.instant().getEpochSecond() / 60
        : changes;
  }

  /** Lists what can be drawn: the plain layers, then the maps of dangers that are current. */
  public List<MapLayer> layers() {
    List<MapLayer> layers = new ArrayList<>();
    for (TileLayer.Plain plain : TileLayer.Plain.values()) {
      layers.add(new MapLayer(plain, version(plain), Optional.empty()));
    }
    layers.addAll(
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select id, kind, scenario, name, source, edition, licence
                        from gis.public_hazard_layer order by kind, scenario, name
                        """)
                    .map((row, _) -> hazardMap(row))
                    .list()));
    return layers;
  }

  private MapLayer hazardMap(ResultSet row) throws SQLException {
    TileLayer layer = new TileLayer.HazardMap(row.getObject("id", UUID.class));
    return new MapLayer(
        layer,
        version(layer),
        Optional.of(
            new MapLayer.HazardMapFacts(
                HazardKind.valueOf(row.getString("kind")),
                row.getString("scenario"),
                row.getString("name"),
                row.getString("source"),
                row.getObject("edition", LocalDate.class),
                Optional.ofNullable(row.getString("licence")))));
  }

  private synchronized Tile find(Key key) {
    return kept.get(key);
  }

  private synchronized void keep(Key key, Tile tile) {
    kept.put(key, tile);
  }

  private Tile make(TileLayer layer, Key key) {
    byte[] content = database.withHandle(handle -> TileQueries.make(handle, layer, key.address()));
    Tile tile = new Tile(ByteBuffer.wrap(content), etag(key));
    keep(key, tile);
    return tile;
  }

  private static String etag(Key key) {
    TileAddress at = key.address();
    return "\"%s-%d-%d-%d-%d\"".formatted(key.layer(), key.version(), at.zoom(), at.x(), at.y());
  }

  private Versions versions() {
    Instant now = clock.instant();
    Versions known = current();
    return now.isBefore(known.lookedAt().plus(LOOK_AGAIN)) ? known : lookUp(now);
  }

  private synchronized Versions current() {
    return versions;
  }

  private Versions lookUp(Instant now) {
    Map<String, Long> byLayer =
        database.withHandle(
            handle ->
                handle
                    .createQuery("select layer, version from gis.layer_version")
                    .reduceRows(
                        new LinkedHashMap<String, Long>(),
                        (map, row) -> {
                          map.put(
                              row.getColumn("layer", String.class),
                              row.getColumn("version", Long.class));
                          return map;
                        }));
    Versions looked = new Versions(Map.copyOf(byLayer), now);
    synchronized (this) {
      versions = looked;
    }
    return looked;
  }
}
