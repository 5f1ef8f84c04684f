package jp.noroshi.opsconsole.api;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts the contract, the doorkeeper and the operations together under {@code /api}: first who calls
 * and whether they may, then the body, then the contract, then the operation.
 */
final class ApiRouter {

  private static final String ALL = "/api/*";
  private static final String INTAKE = "/api/intake";
  private static final String TAKE_IN = "takeIn";
  private static final long LARGEST_MESSAGE = 16L * 1024 * 1024;
  private static final String IMPORTS = "/api/imports";
  private static final long LARGEST_FILE = 64L * 1024 * 1024;
  private static final String EXTRACTS = "/api/register/imports";

  /** Residents, care and disability of a city of a million: 50 MB, in base64. */
  private static final long LARGEST_EXTRACTS = 72L * 1024 * 1024;

  private static final long LARGEST_DOCUMENT = 1024 * 1024;

  private final Vertx vertx;
  private final OpenAPIContract contract;
  private final VirtualThreads threads;

  ApiRouter(Vertx vertx, OpenAPIContract contract, VirtualThreads threads) {
    this.vertx = vertx;
    this.contract = contract;
    this.threads = threads;
  }

  /**
   * Makes the router.
   *
   * @param operations every operation that answers once, by id
   * @param streams operations that go on answering, by id
   * @throws IllegalStateException when contract, operations and table of access do not match
   */
  Router create(
      Doorkeeper doorkeeper,
      Map<String, Operation> operations,
      Map<String, Handler<RoutingContext>> streams) {
    requireExactly(operations.keySet(), streams.keySet());
    Router router = Router.router(vertx);
    router.route(ALL).handler(new SecurityHeaders(SecurityHeaders.DATA_POLICY));
    router.route(ALL).handler(ApiRouter::neverStore);
    router.route(ALL).handler(doorkeeper);
    router.post(INTAKE).handler(bodies(LARGEST_MESSAGE));
    router.post(IMPORTS).handler(bodies(LARGEST_FILE));
    router.post(EXTRACTS).handler(bodies(LARGEST_EXTRACTS));
    router.route(ALL).handler(bodies(LARGEST_DOCUMENT));
    router.route(ALL).subRouter(contractRouter(operations, streams));
    router.route(ALL).failureHandler(new ProblemResponder());
    return router;
  }

  private void requireExactly(Set<String> operations, Set<String> streams) {
    Set<String> inContract =
        contract.operations().stream()
            .map(io.vertx.openapi.contract.Operation::getOperationId)
            .collect(Collectors.toSet());
    RouteAccess.requireExactly(inContract);
    Set<String> handled = new TreeSet<>(operations);
    handled.addAll(streams);
    if (!handled.equals(inContract)) {
      throw new IllegalStateException(
          "the contract has " + new TreeSet<>(inContract) + ", answered are " + handled);
    }
  }

  private Router contractRouter(
      Map<String, Operation> operations, Map<String, Handler<RoutingContext>> streams) {
    RouterBuilder builder =
        RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
    for (OpenAPIRoute route : builder.getRoutes()) {
      String id = route.getOperation().getOperationId();
      // The doorkeeper has done it, before the body was read.
      route.setDoSecurity(false);
      // An alert is validated by its reader: what cannot be read is kept in quarantine.
      route.setDoValidation(!id.equals(TAKE_IN));
      route.addHandler(
          streams.containsKey(id)
              ? streams.get(id)
              : context -> answer(context, operations.get(id)));
    }
    return builder.createRouter();
  }

  private void answer(RoutingContext context, Operation operation) {
    Call call = callOf(context);
    threads
        .call(() -> operation.answer(call))
        .onSuccess(answer -> send(context, answer))
        .onFailure(context::fail);
  }

  private static Call callOf(RoutingContext context) {
    ValidatedRequest request = context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
    return new Call(
        Doorkeeper.callerOf(context),
        Language.of(context),
        context.request().remoteAddress().hostAddress(),
        request == null ? Map.of() : Call.parametersOf(request),
        Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer));
  }

  private static void send(RoutingContext context, Answer answer) {
    HttpServerResponse response = context.response();
    switch (answer) {
      case Answer.Document document -> {
        SessionCookie.apply(context, document.session());
        response
            .setStatusCode(document.status())
            .putHeader("Content-Type", "application/json")
            .end(ApiJson.write(document.body()));
      }
      case Answer.Json json ->
          response.putHeader("Content-Type", "application/json").end(json.text());
      case Answer.Nothing nothing -> {
        SessionCookie.apply(context, nothing.session());
        response.setStatusCode(204).end();
      }
      case Answer.Tile tile -> TileResponse.send(context, tile.bytes(), tile.etag(), "private");
      case Answer.Download download ->
          response
              .putHeader("Content-Type", "application/octet-stream")
              .putHeader("Content-Disposition", "attachment; filename=\"" + download.name() + "\"")
              .end(download.bytes());
    }
  }

  private static BodyHandler bodies(long limit) {
    return BodyHandler.create(false).setBodyLimit(limit);
  }

  private static void neverStore(RoutingContext context) {
    context.response().putHeader("Cache-Control", "no-store");
    context.next();
  }
}
