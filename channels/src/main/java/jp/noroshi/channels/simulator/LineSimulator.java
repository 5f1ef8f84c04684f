package jp.noroshi.channels.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A stand-in for the LINE Messaging API over HTTP: multicast, broadcast, replies and the quota,
 * with the documented limits, retry keys, reply tokens and error bodies. Faults strike what is
 * handed over, not the questions about the quota. {@link ControlRoutes} tells how another process
 * orders faults and reads what was taken. Thread-safe.
 */
public final class LineSimulator {

  private static final int LARGEST_REQUEST = 2 * 1024 * 1024;

  private final LineAccount account;
  private final FaultPlan faults;
  private final Settings settings;
  private final ProviderFront front;
  private final Vertx vertx;
  private final InstantSource clock;
  private volatile int port;
  private volatile HttpServer server;

  /**
   * How the simulated account is set up.
   *
   * @param host the address to listen on
   * @param port the port, 0 for any
   * @param channelToken the channel access token it asks for
   * @param monthlyQuota how many recipients a month allows; empty = no limit
   * @param followers how many a broadcast reaches and costs
   * @param multicastsPerSecond the rate limit of multicast
   * @param broadcastsPerHour the rate limit of broadcast
   * @param seed of the faults' chance
   */
  public record Settings(
      String host,
      int port,
      String channelToken,
      OptionalLong monthlyQuota,
      long followers,
      int multicastsPerSecond,
      int broadcastsPerHour,
      long seed) {

    /** LINE's own rate limits (200 a second, 60 an hour), no monthly limit, on the loopback. */
    public static Settings standard(int port, String channelToken) {
      return new Settings("127.0.0.1", port, channelToken, OptionalLong.empty(), 1_000, 200, 60, 1);
    }

    /** The same with a monthly limit. */
    public Settings withMonthlyQuota(long messages) {
      return new Settings(
          host,
          port,
          channelToken,
          OptionalLong.of(messages),
          followers,
          multicastsPerSecond,
          broadcastsPerHour,
          seed);
    }

    /** The same with another rate limit of multicast. */
    public Settings withMulticastsPerSecond(int limit) {
      return new Settings(
          host, port, channelToken, monthlyQuota, followers, limit, broadcastsPerHour, seed);
    }

    @Override
    public String toString() {
      return "LineSimulator on " + host + ":" + port;
    }
  }

  private LineSimulator(Vertx vertx, Settings settings, InstantSource clock) {
    this.vertx = vertx;
    this.clock = clock;
    this.settings = settings;
    this.port = settings.port();
    this.account = new LineAccount(settings, clock);
    this.faults = new FaultPlan(settings.seed());
    this.front =
        new ProviderFront(
            faults, status -> LineAccount.message(status, "The server does not work as it should"));
  }

  /** Starts with the standard settings. */
  public static Future<LineSimulator> start(Vertx vertx, int port, String channelToken) {
    return start(vertx, Settings.standard(port, channelToken), InstantSource.system());
  }

  /** Starts; fails when the port is taken. */
  public static Future<LineSimulator> start(Vertx vertx, Settings settings, InstantSource clock) {
    LineSimulator simulator = new LineSimulator(vertx, settings, clock);
    return simulator.listen().map(simulator);
  }

  /** Listens on its port, after {@link #stop} with all it remembers. */
  public Future<Void> listen() {
    return server == null ? open() : Future.succeededFuture();
  }

  private Future<Void> open() {
    return vertx
        .createHttpServer(new HttpServerOptions().setHost(settings.host()))
        .requestHandler(routes())
        .listen(port)
        .map(
            listening -> {
              server = listening;
              port = listening.actualPort();
              return null;
            });
  }

  /** Returns where the API is. */
  public URI uri() {
    return URI.create("http://" + settings.host() + ":" + port);
  }

  /**
   * Lets invented people answer in the talk.
   *
   * @param webhook where the hub takes in what they do
   * @param channelSecret by which it is signed
   */
  public LineTalk talk(URI webhook, String channelSecret) {
    return new LineTalk(webhook, channelSecret, account.replyTokens(), clock);
  }

  /** Gives a reply token as it comes with what a user did. */
  public String replyToken(String user) {
    return account.replyTokens().give(user);
  }

  /** Makes all reply tokens it gave too old, as a minute would. */
  public void expireReplyTokens() {
    account.replyTokens().expire();
  }

  /** Returns the fault orders. */
  public FaultPlan faults() {
    return faults;
  }

  /** Returns what it took. */
  public TakenMessages taken() {
    return account.taken();
  }

  /**
   * Returns how often something happened: {@code requests}, {@code accepted}, {@code
   * repeatsBlocked} (409), {@code changedBodies} (a retry key came back with another body), {@code
   * rateLimited}, {@code quotaExhausted}, {@code refused}, {@code unauthorised}, {@code
   * consumptionAsked}, {@code replies}, {@code repliesRefused}.
   */
  public long counted(String what) {
    return account.counted(what);
  }

  /**
   * Forgets what was taken and counted; the allowance and the retry keys stay, and withdraws the
   * fault orders.
   */
  public void forget() {
    faults.clear();
    account.forget();
  }

  /** Stops listening: nobody answers at its address. */
  public Future<Void> stop() {
    HttpServer listening = server;
    server = null;
    return listening == null ? Future.succeededFuture() : listening.close();
  }

  private Router routes() {
    Router router = Router.router(vertx);
    new ControlRoutes(faults, account.taken(), account::report, account::forget).mount(router);
    router
        .route("/v2/bot/message/*")
        .failureHandler(ProviderFront::giveUp)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_REQUEST));
    router.post("/v2/bot/message/multicast").handler(context -> send(context, account::multicast));
    router.post("/v2/bot/message/broadcast").handler(context -> send(context, account::broadcast));
    router
        .post("/v2/bot/message/reply")
        .handler(context -> send(context, (_, request) -> account.reply(request)));
    router.get("/v2/bot/message/quota").handler(context -> answer(context, account::quota));
    router
        .get("/v2/bot/message/quota/consumption")
        .handler(context -> answer(context, account::consumption));
    return router;
  }

  private void send(RoutingContext context, BiFunction<String, JsonObject, Answer> taking) {
    account.count("requests");
    front.serve(context, () -> authorised(context, () -> take(context, taking)));
  }

  private void answer(RoutingContext context, Supplier<Answer> answer) {
    ProviderFront.write(context.response(), authorised(context, answer));
  }

  private static Answer take(
      RoutingContext context, BiFunction<String, JsonObject, Answer> taking) {
    try {
      JsonObject request = context.body().asJsonObject();
      return request == null
          ? LineAccount.message(400, "The request body is empty")
          : taking.apply(context.request().getHeader("X-Line-Retry-Key"), request);
    } catch (DecodeException | ClassCastException e) {
      return LineAccount.message(400, "The request body could not be parsed as JSON");
    }
  }

  private Answer authorised(RoutingContext context, Supplier<Answer> answer) {
    return isAuthorised(context) ? answer.get() : account.unauthorised();
  }

  private boolean isAuthorised(RoutingContext context) {
    return ("Bearer " + settings.channelToken())
        .equals(context.request().getHeader("Authorization"));
  }
}
