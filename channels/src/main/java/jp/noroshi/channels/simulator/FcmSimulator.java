package jp.noroshi.channels.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.net.SelfSignedCertificate;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Collection;

/**
 * A stand-in for Firebase Cloud Messaging v1 over HTTP/2 and TLS, with the OAuth token endpoint the
 * Admin SDK asks first. Certificate and service account are made at start; {@link
 * #writeCredentials} puts them where a hub's settings can point to. {@link ControlRoutes} tells how
 * another process orders faults and reads what was taken; {@code POST /control/unregistered
 * ["token", …]} makes tokens leave. Thread-safe.
 */
public final class FcmSimulator {

  private final Vertx vertx;
  private final Settings settings;
  private final SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
  private final GoogleIdentity identity;
  private final FcmProject project;
  private final FaultPlan faults;
  private final ProviderFront front;
  private volatile int port;
  private volatile HttpServer server;

  /**
   * How the simulated project is set up.
   *
   * @param port the port on the loopback, 0 for any
   * @param projectId the Firebase project
   * @param messagesPerMinute its quota
   * @param seed of the faults' chance
   */
  public record Settings(int port, String projectId, long messagesPerMinute, long seed) {

    /** FCM's own quota of 600,000 a minute. */
    public static Settings standard(int port) {
      return new Settings(port, "noroshi-drill", 600_000, 1);
    }

    /** The same with another quota. */
    public Settings withMessagesPerMinute(long quota) {
      return new Settings(port, projectId, quota, seed);
    }
  }

  /**
   * The files a hub's settings point to.
   *
   * @param serviceAccount the service account, as Google lets one download it
   * @param certificate what to trust, PEM
   */
  public record Credentials(Path serviceAccount, Path certificate) {}

  private FcmSimulator(Vertx vertx, Settings settings, InstantSource clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.port = settings.port();
    this.identity = new GoogleIdentity(settings.projectId(), clock);
    this.project = new FcmProject(settings.projectId(), settings.messagesPerMinute(), clock);
    this.faults = new FaultPlan(settings.seed());
    this.front = new ProviderFront(faults, project::error);
  }

  /** Starts with the standard settings. */
  public static Future<FcmSimulator> start(Vertx vertx, int port) {
    return start(vertx, Settings.standard(port), InstantSource.system());
  }

  /** Starts; fails when the port is taken. */
  public static Future<FcmSimulator> start(Vertx vertx, Settings settings, InstantSource clock) {
    // Keys and certificate take a moment to make, too long for an event loop.
    return vertx
        .executeBlocking(() -> new FcmSimulator(vertx, settings, clock))
        .compose(simulator -> simulator.listen().map(simulator));
  }

  /** Listens on its port, after {@link #stop} with all it remembers. */
  public Future<Void> listen() {
    return server == null ? open() : Future.succeededFuture();
  }

  private Future<Void> open() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setSsl(true)
            .setUseAlpn(true)
            .setKeyCertOptions(certificate.keyCertOptions());
    return vertx
        .createHttpServer(options)
        .requestHandler(routes())
        .listen(port)
        .map(
            listening -> {
              server = listening;
              port = listening.actualPort();
              return null;
            });
  }

  /** Forgets what was taken and counted, and who has left, and withdraws the fault orders. */
  public void forget() {
    faults.clear();
    project.forget();
  }

  /** Stops listening: nobody answers at its address. */
  public Future<Void> stop() {
    HttpServer listening = server;
    server = null;
    return listening == null ? Future.succeededFuture() : listening.close();
  }

  /** Returns where the API is. */
  public URI uri() {
    return URI.create("https://localhost:" + port);
  }

  /** Writes the service account and the certificate into a directory. */
  public Credentials writeCredentials(Path directory) throws IOException {
    Path account = directory.resolve("fcm-service-account.json");
    Path trusted = directory.resolve("fcm-certificate.pem");
    Files.writeString(account, identity.serviceAccount(tokenUri()).encodePrettily());
    Files.copy(
        Path.of(certificate.certificatePath()), trusted, StandardCopyOption.REPLACE_EXISTING);
    return new Credentials(account, trusted);
  }

  /** Returns the fault orders. */
  public FaultPlan faults() {
    return faults;
  }

  /** Returns what it took. */
  public TakenMessages taken() {
    return project.taken();
  }

  /** Makes these tokens leave: the app was removed, or has new ones. */
  public void unregister(Collection<String> tokens) {
    project.unregister(tokens);
  }

  /** Makes every access token handed out so far invalid, as Google may at any time. */
  public void revokeAccessTokens() {
    identity.revokeTokens();
  }

  /**
   * Returns how often something happened: {@code requests}, {@code accepted}, {@code tokens}
   * (OAuth), {@code unauthorised}, or an FCM error code.
   */
  public long counted(String what) {
    return project.counted(what);
  }

  private URI tokenUri() {
    return uri().resolve("/token");
  }

  private Router routes() {
    Router router = Router.router(vertx);
    new ControlRoutes(faults, project.taken(), project::report, project::forget).mount(router);
    router.route().failureHandler(ProviderFront::giveUp).handler(BodyHandler.create(false));
    router.post("/control/unregistered").handler(this::unregister);
    router.post("/token").handler(this::exchange);
    router
        .postWithRegex("/v1/projects/" + settings.projectId() + "/messages:send")
        .handler(this::send);
    return router;
  }

  private void unregister(RoutingContext context) {
    try {
      JsonArray tokens = context.body().asJsonArray();
      unregister(tokens.stream().map(String.class::cast).toList());
      context.response().setStatusCode(204).end();
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      context.response().setStatusCode(400).end("expected a list of tokens");
    }
  }

  private void exchange(RoutingContext context) {
    project.count("tokens");
    String grant = context.request().getFormAttribute("grant_type");
    String assertion = context.request().getFormAttribute("assertion");
    ProviderFront.write(context.response(), identity.exchange(grant, assertion, tokenUri()));
  }

  private void send(RoutingContext context) {
    project.count("requests");
    front.serve(context, () -> take(context));
  }

  private Answer take(RoutingContext context) {
    if (!identity.isAuthorised(context.request().getHeader("Authorization"))) {
      return project.unauthorised();
    }
    try {
      return project.send(context.body().asJsonObject());
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      return project.refuse("Invalid JSON payload received.");
    }
  }
}
