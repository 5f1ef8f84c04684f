package jp.noroshi.opsconsole.api;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jp.noroshi.core.storage.Database;

/** For whoever watches the process: whether it lives, and whether it can work. */
final class HealthRoutes {

  private final Database database;
  private final VirtualThreads threads;

  HealthRoutes(Database database, VirtualThreads threads) {
    this.database = database;
    this.threads = threads;
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route("/health/*").handler(new SecurityHeaders(SecurityHeaders.DATA_POLICY));
    router.get("/health/live").handler(context -> answer(context, true));
    router.get("/health/ready").handler(this::ready);
    return router;
  }

  /** Tells strangers nothing but yes or no. */
  private void ready(RoutingContext context) {
    threads
        .call(database::isReachable)
        .onSuccess(reachable -> answer(context, reachable))
        .onFailure(_ -> answer(context, false));
  }

  private static void answer(RoutingContext context, boolean up) {
    context
        .response()
        .setStatusCode(up ? 200 : 503)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", "application/json")
        .end(new JsonObject().put("status", up ? "UP" : "DOWN").toBuffer());
  }
}
