package jp.noroshi.opsconsole.api;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.opsconsole.auth.IntakeTokens;
import jp.noroshi.opsconsole.auth.Role;
import jp.noroshi.opsconsole.auth.Sessions;
import jp.noroshi.opsconsole.auth.Tablet;
import jp.noroshi.opsconsole.auth.Tablets;

/**
 * Stands before every route of the API: finds out who calls and whether they may, before a byte of
 * the body is read. Deny by default: what is not in {@link RouteAccess} is not there.
 */
final class Doorkeeper implements Handler<RoutingContext> {

  static final String CSRF_HEADER = "X-CSRF-Token";
  private static final String CALLER = "caller";
  private static final String BEARER = "Bearer ";
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final OpenAPIContract contract;
  private final Sessions sessions;
  private final IntakeTokens intakeTokens;
  private final Tablets tablets;
  private final VirtualThreads threads;
  private final HttpSettings settings;

  Doorkeeper(
      OpenAPIContract contract,
      Sessions sessions,
      IntakeTokens intakeTokens,
      Tablets tablets,
      VirtualThreads threads,
      HttpSettings settings) {
    this.contract = contract;
    this.sessions = sessions;
    this.intakeTokens = intakeTokens;
    this.tablets = tablets;
    this.threads = threads;
    this.settings = settings;
  }

  /** Returns who calls; only behind this handler. */
  static Caller callerOf(RoutingContext context) {
    return context.get(CALLER);
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    request.pause();
    identify(context)
        .map(caller -> admit(context, caller))
        .onComplete(
            caller -> {
              request.resume();
              context.put(CALLER, caller);
              context.next();
            },
            refused -> {
              request.resume();
              context.fail(refused);
            });
  }

  private Future<Caller> identify(RoutingContext context) {
    Optional<String> bearer = findBearer(context.request());
    if (bearer.isPresent()) {
      return threads.call(() -> identifyMachine(bearer.get()));
    }
    Optional<String> cookie = SessionCookie.find(context);
    if (cookie.isPresent()) {
      return threads.call(() -> identifyOfficer(cookie.get()));
    }
    return Future.succeededFuture(new Caller.Stranger());
  }

  private Caller admit(RoutingContext context, Caller caller) {
    HttpServerRequest request = context.request();
    Access access = accessOf(request, caller);
    boolean allowed =
        switch (access) {
          case Access.Anyone _ -> true;
          case Access.Staff staff -> mayBeOneOf(caller, staff.roles());
          case Access.TabletOrStaff both ->
              caller instanceof Caller.ShelterTablet || mayBeOneOf(caller, both.roles());
          case Access.MachineOrStaff both ->
              caller instanceof Caller.Machine || mayBeOneOf(caller, both.roles());
        };
    if (!allowed) {
      throw new ProblemException(
          caller instanceof Caller.Stranger ? ProblemKind.NOT_SIGNED_IN : ProblemKind.NOT_ALLOWED);
    }
    if (!SAFE.contains(request.method())) {
      requireOwnOrigin(request);
      if (access instanceof Access.Anyone) {
        requireProtection(context);
      } else {
        requireCsrfToken(request, caller);
      }
    }
    return caller;
  }

  /** A stranger does not even learn which routes there are. */
  private Access accessOf(HttpServerRequest request, Caller caller) {
    var operation = contract.findOperation(request.path(), request.method());
    if (operation != null) {
      return RouteAccess.of(operation.getOperationId());
    }
    if (caller instanceof Caller.Stranger) {
      throw new ProblemException(ProblemKind.NOT_SIGNED_IN);
    }
    boolean otherMethod = contract.findPath(request.path()) != null;
    throw new ProblemException(
        otherMethod ? ProblemKind.METHOD_NOT_ALLOWED : ProblemKind.NOT_FOUND);
  }

  private static boolean mayBeOneOf(Caller caller, Set<Role> roles) {
    return caller instanceof Caller.Officer officer
        && !Collections.disjoint(officer.session().roles(), roles);
  }

  /** Browsers say where a request was written; other clients say nothing and hold no cookie. */
  private static void requireOwnOrigin(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null && !origin.equals(request.scheme() + "://" + request.authority())) {
      throw new ProblemException(ProblemKind.FOREIGN_ORIGIN);
    }
  }

  private static void requireCsrfToken(HttpServerRequest request, Caller caller) {
    if (caller instanceof Caller.Officer officer
        && !isSame(officer.session().csrfToken(), request.getHeader(CSRF_HEADER))) {
      throw new ProblemException(ProblemKind.CSRF_TOKEN_WRONG);
    }
  }

  /** A password must not cross a network in the clear. */
  private void requireProtection(RoutingContext context) {
    if (!SessionCookie.isSecure(context) && !settings.allowPlainHttp() && !isLoopback(context)) {
      throw new ProblemException(ProblemKind.HTTPS_NEEDED);
    }
  }

  private static boolean isLoopback(RoutingContext context) {
    return InetAddress.ofLiteral(context.request().remoteAddress().hostAddress())
        .isLoopbackAddress();
  }

  private static boolean isSame(String expected, String presented) {
    return presented != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> findBearer(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private Caller identifyMachine(String secret) {
    Optional<Caller> machine = intakeTokens.use(secret).map(Caller.Machine::new);
    return machine
        .or(() -> tablets.use(secret).map(Doorkeeper::admitTablet))
        .orElseGet(Caller.Stranger::new);
  }

  /** A lost tablet learns that it is locked out, and why: whoever holds it can hand it in. */
  private static Caller admitTablet(Tablet tablet) {
    tablet
        .lock()
        .ifPresent(
            lock -> {
              throw new ProblemException(
                  ProblemKind.TABLET_LOCKED, Map.of("reason", lock.reason()));
            });
    return new Caller.ShelterTablet(tablet);
  }

  private Caller identifyOfficer(String token) {
    Optional<Caller> officer =
        sessions.find(token).map(session -> new Caller.Officer(session, token));
    return officer.orElseGet(Caller.Stranger::new);
  }
}
