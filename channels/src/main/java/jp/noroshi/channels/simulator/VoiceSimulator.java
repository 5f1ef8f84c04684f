package jp.noroshi.channels.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Stands in for Twilio's telephone: takes calls as documented, refuses what Twilio refuses, and
 * plays those who are called. What it was given to say it reads, and hands in keys and ends of
 * calls with the signature Twilio would put under them. Thread-safe.
 */
public final class VoiceSimulator {

  private static final int LARGEST_REQUEST = 64 * 1024;

  private final Vertx vertx;
  private final Settings settings;
  private final FaultPlan faults;
  private final ProviderFront front;
  private final VoiceAccount account;
  private final TelephoneLines lines;
  private HttpServer server;
  private int port;

  /**
   * How it behaves.
   *
   * @param port the port on the loopback, 0 for any
   * @param accountSid the account it knows
   * @param authToken the account's token
   * @param from the one number the account has
   * @param requestsPerSecond how many calls it takes in a second
   * @param ring how long one ring takes
   * @param seed of the faults' chance
   */
  public record Settings(
      int port,
      String accountSid,
      String authToken,
      String from,
      int requestsPerSecond,
      Duration ring,
      long seed) {

    /** Twilio's usual, with rings that take no time. */
    public static Settings standard(String accountSid, String authToken, String from) {
      return new Settings(0, accountSid, authToken, from, 100, Duration.ofMillis(1), 1);
    }

    /** The same with another rate limit. */
    public Settings withRequestsPerSecond(int limit) {
      return new Settings(port, accountSid, authToken, from, limit, ring, seed);
    }

    @Override
    public String toString() {
      return "VoiceSimulator on " + port;
    }
  }

  private VoiceSimulator(Vertx vertx, Settings settings, InstantSource clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.port = settings.port();
    this.faults = new FaultPlan(settings.seed());
    this.front =
        new ProviderFront(faults, status -> VoiceAccount.error(status, 20500, "Internal Error"));
    this.lines = new TelephoneLines(vertx, settings.authToken(), settings.ring());
    this.account = new VoiceAccount(settings, clock, lines::dial);
  }

  /** Starts; fails when the port is taken. */
  public static Future<VoiceSimulator> start(Vertx vertx, Settings settings, InstantSource clock) {
    VoiceSimulator simulator = new VoiceSimulator(vertx, settings, clock);
    return simulator.listen().map(simulator);
  }

  /** Listens on its port, after {@link #stop} with all it remembers. */
  public Future<Void> listen() {
    return server == null ? open() : Future.succeededFuture();
  }

  private Future<Void> open() {
    return vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
        .requestHandler(routes())
        .listen(port)
        .map(
            listening -> {
              server = listening;
              port = listening.actualPort();
              return null;
            });
  }

  /** Stops listening: nobody answers at its address. */
  public Future<Void> stop() {
    HttpServer listening = server;
    server = null;
    return listening == null ? Future.succeededFuture() : listening.close();
  }

  /** Returns where the API is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns the fault orders. */
  public FaultPlan faults() {
    return faults;
  }

  /** Returns what it took: whom it was to call, and what to say. */
  public TakenMessages taken() {
    return account.taken();
  }

  /**
   * Returns how often something happened: {@code requests}, {@code accepted}, {@code refused},
   * {@code rateLimited}, {@code unauthorised}.
   */
  public long counted(String what) {
    return account.counted(what);
  }

  /**
   * Lets people answer from now on; before, nobody takes a call.
   *
   * @param people who they are
   * @param hub where the addresses the hub gave out really are: what a proxy in front of it does.
   *     Signatures are over the addresses as they were given
   */
  public void connect(TelephoneLines.Called people, URI hub) {
    lines.connect(people, address -> hub.resolve(address.getRawPath() + query(address)));
  }

  private static String query(URI address) {
    return address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
  }

  /** Returns what hands in at a hub, signed, whatever a test wants to. */
  public TelephoneLines lines() {
    return lines;
  }

  private Router routes() {
    Router router = Router.router(vertx);
    new ControlRoutes(faults, account.taken(), account::report, this::forget).mount(router);
    router
        .post("/2010-04-01/Accounts/:account/Calls.json")
        .failureHandler(ProviderFront::giveUp)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_REQUEST))
        .handler(this::take);
    return router;
  }

  private void forget() {
    faults.clear();
    account.forget();
  }

  private void take(RoutingContext context) {
    account.count("requests");
    front.serve(context, () -> answer(context));
  }

  private Answer answer(RoutingContext context) {
    if (!isAuthorised(context)) {
      account.count("unauthorised");
      return VoiceAccount.error(401, 20003, "Authenticate");
    }
    if (!settings.accountSid().equals(context.pathParam("account"))) {
      return VoiceAccount.error(404, 20404, "The requested resource was not found");
    }
    return account.call(context.request().formAttributes());
  }

  private boolean isAuthorised(RoutingContext context) {
    String credentials = settings.accountSid() + ":" + settings.authToken();
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return expected.equals(context.request().getHeader("Authorization"));
  }
}
