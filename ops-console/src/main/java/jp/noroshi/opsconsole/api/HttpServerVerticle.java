package jp.noroshi.opsconsole.api;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import java.util.function.Function;

/**
 * One event loop's share of the HTTP server. Deploy as many as there are loops; they share the
 * port.
 */
public final class HttpServerVerticle extends VerticleBase {

  /** An original telegram has up to 6 MB; nothing legitimate takes minutes to send a request. */
  private static final int IDLE_SECONDS = 90;

  private final HttpSettings settings;
  private final Function<Vertx, Future<Router>> router;
  private HttpServer server;

  /**
   * Makes a share of the server.
   *
   * @param settings where to listen
   * @param router makes the router of this event loop
   */
  public HttpServerVerticle(HttpSettings settings, Function<Vertx, Future<Router>> router) {
    this.settings = settings;
    this.router = router;
  }

  @Override
  public Future<?> start() {
    return router.apply(vertx).compose(this::listen);
  }

  private Future<HttpServer> listen(Router routes) {
    if (settings.behindProxy()) {
      routes.allowForward(AllowForwardHeaders.X_FORWARD);
    }
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setIdleTimeout(IDLE_SECONDS)
            .setCompressionSupported(true);
    server = vertx.createHttpServer(options).requestHandler(routes);
    return server.listen();
  }

  /** Returns the port it listens on. */
  public int port() {
    return server.actualPort();
  }

  @Override
  public Future<?> stop() {
    return server.close();
  }
}
