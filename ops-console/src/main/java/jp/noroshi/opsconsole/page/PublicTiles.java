package jp.noroshi.opsconsole.page;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.noroshi.gis.tiles.MapLayer;
import jp.noroshi.gis.tiles.Tile;
import jp.noroshi.gis.tiles.TileAddress;
import jp.noroshi.gis.tiles.TileLayer;
import jp.noroshi.gis.tiles.Tiles;
import jp.noroshi.opsconsole.api.MapRoutes;
import jp.noroshi.opsconsole.api.TileResponse;
import jp.noroshi.opsconsole.api.VirtualThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The layers of the map that anybody may see: {@code /map/layers} and {@code
 * /map/tiles/{layer}/{zoom}/{x}/{y}.mvt}. What is not public does not exist here. Thread-safe.
 */
public final class PublicTiles {

  private static final Logger LOG = LoggerFactory.getLogger(PublicTiles.class);

  private final Tiles tiles;
  private final VirtualThreads threads;
  private final InstantSource clock;

  /** Serves tiles; {@code threads} runs what blocks. */
  public PublicTiles(Tiles tiles, VirtualThreads threads, InstantSource clock) {
    this.tiles = tiles;
    this.threads = threads;
    this.clock = clock;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/map/layers").handler(this::layers);
    router
        .getWithRegex("/map/tiles/([^/]+)/(\\d{1,2})/(\\d{1,7})/(\\d{1,7})\\.mvt")
        .handler(this::tile);
  }

  private void layers(RoutingContext context) {
    answer(
        context,
        threads.call(tiles::layers),
        layers ->
            context
                .response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "public, max-age=5")
                .end(
                    MapRoutes.Layers.of(clock.instant(), open(layers), Optional.empty()).toJson()));
  }

  private static List<MapLayer> open(List<MapLayer> layers) {
    return layers.stream().filter(layer -> layer.layer().isPublic()).toList();
  }

  private void tile(RoutingContext context) {
    Optional<TileLayer> layer =
        TileLayer.find(context.pathParam("param0")).filter(TileLayer::isPublic);
    Optional<TileAddress> address = address(context);
    if (layer.isEmpty() || address.isEmpty()) {
      context.response().setStatusCode(404).end();
      return;
    }
    answer(
        context,
        threads.call(() -> tiles.get(layer.get(), address.get())),
        tile -> TileResponse.send(context, bytes(tile), tile.etag(), "public"));
  }

  private static Optional<TileAddress> address(RoutingContext context) {
    try {
      return Optional.of(
          new TileAddress(
              Integer.parseInt(context.pathParam("param1")),
              Integer.parseInt(context.pathParam("param2")),
              Integer.parseInt(context.pathParam("param3"))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Buffer bytes(Tile tile) {
    byte[] bytes = new byte[tile.content().remaining()];
    tile.content().get(bytes);
    return Buffer.buffer(bytes);
  }

  private static <T> void answer(RoutingContext context, Future<T> found, Consumer<T> send) {
    found
        .onSuccess(send::accept)
        .onFailure(
            failure -> {
              LOG.error("{} could not be answered", context.request().path(), failure);
              context.response().setStatusCode(503).putHeader("Retry-After", "5").end();
            });
  }
}
