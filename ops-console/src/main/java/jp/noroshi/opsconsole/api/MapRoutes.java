package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.tiles.MapLayer;
import jp.noroshi.gis.tiles.Tile;
import jp.noroshi.gis.tiles.TileAddress;
import jp.noroshi.gis.tiles.TileLayer;
import jp.noroshi.gis.tiles.Tiles;

/** What maps draw. */
public final class MapRoutes implements Routes {

  private final HubFacts hub;
  private final Districts districts;
  private final Tiles tiles;
  private final BaseMaps baseMaps;

  MapRoutes(HubFacts hub, Districts districts, Tiles tiles, BaseMaps baseMaps) {
    this.hub = hub;
    this.districts = districts;
    this.tiles = tiles;
    this.baseMaps = baseMaps;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "getDistricts",
        _ -> new Answer.Json(Buffer.buffer(districts.toGeoJson())),
        "listMapLayers",
        _ -> Answer.ok(Layers.of(hub.now(), tiles.layers(), Optional.of(baseMaps))),
        "getTile",
        this::tile);
  }

  /** What can be drawn, as clients read it. */
  public record Layers(Instant asOf, List<Layer> layers, Optional<BaseMaps> base) {
    /** Renders the layers; for the staff with what may lie under them. */
    public static Layers of(Instant asOf, List<MapLayer> layers, Optional<BaseMaps> base) {
      return new Layers(asOf, layers.stream().map(Layer::of).toList(), base);
    }

    /** Writes them as clients read them. */
    public Buffer toJson() {
      return ApiJson.write(this);
    }
  }

  /** One layer. */
  public record Layer(
      String name,
      String version,
      Optional<HazardKind> hazard,
      Optional<String> scenario,
      Optional<String> title,
      Optional<String> source,
      Optional<LocalDate> edition,
      Optional<String> licence) {

    static Layer of(MapLayer layer) {
      Optional<MapLayer.HazardMapFacts> hazard = layer.hazard();
      return new Layer(
          layer.layer().id(),
          Long.toString(layer.version()),
          hazard.map(MapLayer.HazardMapFacts::kind),
          hazard.map(MapLayer.HazardMapFacts::scenario),
          hazard.map(MapLayer.HazardMapFacts::name),
          hazard.map(MapLayer.HazardMapFacts::source),
          hazard.map(MapLayer.HazardMapFacts::edition),
          hazard.flatMap(MapLayer.HazardMapFacts::licence));
    }
  }

  private Answer tile(Call call) {
    TileLayer layer =
        TileLayer.find(call.text("layer"))
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
    Tile tile = tiles.get(layer, address(call.text("zoom"), call.text("x"), call.text("tile")));
    return new Answer.Tile(Buffer.buffer(bytes(tile)), tile.etag());
  }

  private static TileAddress address(String zoom, String x, String tile) {
    try {
      return new TileAddress(
          Integer.parseInt(zoom),
          Integer.parseInt(x),
          Integer.parseInt(tile.substring(0, tile.indexOf('.'))));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
  }

  private static byte[] bytes(Tile tile) {
    byte[] bytes = new byte[tile.content().remaining()];
    tile.content().get(bytes);
    return bytes;
  }
}
