package jp.noroshi.opsconsole.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;

/**
 * A file for everybody, written once for all who ask; who has it already is told so.
 *
 * @param etag names this content
 */
record DataFile(Buffer bytes, String etag) {

  static DataFile of(String text) {
    Buffer bytes = Buffer.buffer(text.getBytes(UTF_8));
    String digest = HexFormat.of().formatHex(Digest.sha256(bytes.getBytes()), 0, 16);
    return new DataFile(bytes, '"' + digest + '"');
  }

  /** Sets the headers of a file anybody may use, from any page. */
  static HttpServerResponse head(RoutingContext context, String type, int freshSeconds) {
    return context
        .response()
        .putHeader("Content-Type", type)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cache-Control", "public, max-age=" + freshSeconds)
        .putHeader("Access-Control-Allow-Origin", "*");
  }

  void send(RoutingContext context, HttpServerResponse response) {
    response.putHeader("ETag", etag);
    if (etag.equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
    } else {
      response.end(bytes);
    }
  }
}
