package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** How a tile is answered, to staff and to the public. */
public final class TileResponse {

  private TileResponse() {}

  /**
   * Answers with a tile, that nothing is there to draw (204), or that the client has it (304).
   *
   * @param scope {@code private} for who is signed in, {@code public} for everybody
   */
  public static void send(RoutingContext context, Buffer bytes, String etag, String scope) {
    HttpServerResponse response =
        context
            .response()
            .putHeader("ETag", etag)
            .putHeader("Cache-Control", scope + ", max-age=60")
            .putHeader("X-Content-Type-Options", "nosniff");
    if (etag.equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
    } else if (bytes.length() == 0) {
      response.setStatusCode(204).end();
    } else {
      response.putHeader("Content-Type", "application/vnd.mapbox-vector-tile").end(bytes);
    }
  }
}
