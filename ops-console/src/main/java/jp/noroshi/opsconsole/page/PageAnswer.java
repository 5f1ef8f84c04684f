package jp.noroshi.opsconsole.page;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * How a written page is answered: compressed where the reader takes it, not at all where they have
 * it.
 */
final class PageAnswer {

  private static final Pattern GZIP = Pattern.compile("\\bgzip\\b");
  private static final Pattern GZIP_REFUSED =
      Pattern.compile("\\bgzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

  private PageAnswer() {}

  /**
   * Answers with a page.
   *
   * @param policy the content security policy of the page
   */
  static void send(RoutingContext context, RenderedPage page, String policy) {
    HttpServerResponse response = head(context, policy).putHeader("ETag", page.etag());
    if (page.etag().equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.setStatusCode(page.status());
    if (acceptsGzip(context)) {
      response.putHeader("Content-Encoding", "gzip").end(page.gzip());
    } else {
      response.end(page.plain());
    }
  }

  private static boolean acceptsGzip(RoutingContext context) {
    String accepted = context.request().headers().get("Accept-Encoding");
    return accepted != null
        && GZIP.matcher(accepted).find()
        && !GZIP_REFUSED.matcher(accepted).find();
  }

  /** Sets the headers of every page for residents. */
  static HttpServerResponse head(RoutingContext context, String policy) {
    return context
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", policy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cache-Control", "public, max-age=5")
        .putHeader("Vary", "Accept-Encoding");
  }
}
