package jp.noroshi.channels.simulator;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The control side of a simulated provider, for a test in another process:
 *
 * <ul>
 *   <li>{@code GET | POST | DELETE /control/faults}: the standing orders, one more order (see
 *       {@link Fault#fromJson}), none any more
 *   <li>{@code PUT /control/latency {"millis": 50}}: every answer takes this long
 *   <li>{@code GET | DELETE /control/report}: what was taken; forget it
 *   <li>{@code GET /control/recipients/:key}: who got one message, and how often
 * </ul>
 */
final class ControlRoutes {

  private final FaultPlan faults;
  private final TakenMessages taken;
  private final Supplier<JsonObject> report;
  private final Runnable forget;

  ControlRoutes(
      FaultPlan faults, TakenMessages taken, Supplier<JsonObject> report, Runnable forget) {
    this.faults = faults;
    this.taken = taken;
    this.report = report;
    this.forget = forget;
  }

  void mount(Router router) {
    router.get("/control/faults").handler(context -> context.json(listFaults()));
    router.post("/control/faults").handler(BodyHandler.create(false)).handler(this::order);
    router.delete("/control/faults").handler(context -> done(context, faults::clear));
    router.put("/control/latency").handler(BodyHandler.create(false)).handler(this::setLatency);
    router.get("/control/report").handler(context -> context.json(report.get()));
    router.delete("/control/report").handler(context -> done(context, forget));
    router
        .get("/control/recipients/:key")
        .handler(context -> context.json(taken.countsToJson(context.pathParam("key"))));
  }

  private JsonArray listFaults() {
    JsonArray list = new JsonArray();
    faults.listStanding().forEach(fault -> list.add(fault.toJson()));
    return list;
  }

  private void order(RoutingContext context) {
    try {
      faults.order(Fault.fromJson(context.body().asJsonObject()));
      done(context, () -> {});
    } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
      refuse(context, e);
    }
  }

  private void setLatency(RoutingContext context) {
    try {
      Duration latency = Duration.ofMillis(context.body().asJsonObject().getLong("millis"));
      done(context, () -> faults.latency(latency));
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      refuse(context, e);
    }
  }

  private static void done(RoutingContext context, Runnable action) {
    action.run();
    context.response().setStatusCode(204).end();
  }

  private static void refuse(RoutingContext context, RuntimeException cause) {
    context.response().setStatusCode(400).end("not understood: " + cause.getMessage());
  }
}
