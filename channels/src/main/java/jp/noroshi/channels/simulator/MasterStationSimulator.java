package jp.noroshi.channels.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.noroshi.channels.radio.JobState;
import jp.noroshi.channels.radio.MasterStation;
import jp.noroshi.channels.radio.MasterStation.Submission.Reason;
import jp.noroshi.channels.radio.MasterStationJson;
import jp.noroshi.channels.radio.OutdoorStation;
import jp.noroshi.channels.radio.RadioJob;
import jp.noroshi.core.message.Rendering.Radio.Part;

/**
 * A master station with ten outdoor stations behind the contract of {@link
 * jp.noroshi.channels.radio.HttpMasterStation}: plays jobs in the order of their priority, knows
 * the legal sirens only, takes one key once, takes fault orders, and remembers how often each siren
 * really sounded. Thread-safe.
 */
public final class MasterStationSimulator {

  private static final int MAX_JOB_BYTES = 256 * 1024;
  private static final int MAX_DISPLAY = 50;

  private final Setting setting;
  private final Clock clock;
  private final FaultPlan faults;
  private final List<OutdoorStation> stations;
  private final SimulatedAir air;
  private final ObjectMapper json = MasterStationJson.newMapper();
  private HttpServer server;

  /**
   * How it is set up.
   *
   * @param port the port, 0 for a free one
   * @param token the bearer token it demands
   * @param speed how many seconds of broadcast pass in one second; 1 is the real pace
   * @param allowSirensInDrills whether the site lets sirens sound in a drill
   * @param seed of its faults' chance
   */
  public record Setting(
      int port, String token, double speed, boolean allowSirensInDrills, long seed) {}

  private MasterStationSimulator(Vertx vertx, Setting setting, Clock clock) {
    this.setting = setting;
    this.clock = clock;
    this.faults = new FaultPlan(setting.seed());
    this.stations = SampleStations.asOf(clock.instant());
    this.air = new SimulatedAir(stations, clock, (time, action) -> later(vertx, time, action));
  }

  private void later(Vertx vertx, Duration time, Runnable action) {
    long millis = Math.max(1, (long) (time.toMillis() / setting.speed()));
    vertx.setTimer(millis, _ -> action.run());
  }

  /** Starts it on 127.0.0.1. */
  public static Future<MasterStationSimulator> start(Vertx vertx, Setting setting, Clock clock) {
    MasterStationSimulator simulator = new MasterStationSimulator(vertx, setting, clock);
    return vertx
        .createHttpServer()
        .requestHandler(simulator.routes(vertx))
        .listen(setting.port(), "127.0.0.1")
        .map(
            server -> {
              simulator.server = server;
              return simulator;
            });
  }

  /** Returns its address, as {@code RadioConfig} wants it. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** Returns its fault orders. */
  public FaultPlan faults() {
    return faults;
  }

  /** Returns how often sirens of this job really sounded. */
  public int sirensSounded(String key) {
    return air.find(key).map(SimulatedJob::sirensSounded).orElse(0);
  }

  /** Returns how many different jobs it took. */
  public int jobsTaken() {
    return air.jobs().size();
  }

  /** Finds where a job is. */
  public Optional<JobState> findState(String key) {
    return air.find(key).map(SimulatedJob::state);
  }

  /** Stops serving. */
  public Future<Void> close() {
    return server.close();
  }

  private Router routes(Vertx vertx) {
    Router router = Router.router(vertx);
    new ControlRoutes(faults, new TakenMessages(), this::report, air::forgetAll).mount(router);
    ProviderFront front = new ProviderFront(faults, MasterStationSimulator::error);
    router.route("/v1/*").handler(this::authorise);
    router.route("/v1/*").handler(BodyHandler.create(false).setBodyLimit(MAX_JOB_BYTES));
    serve(router.get("/v1/capabilities"), front, _ -> capabilities());
    serve(router.put("/v1/jobs/:key"), front, this::submit);
    serve(router.get("/v1/jobs/:key"), front, context -> withJob(context, this::status));
    serve(router.post("/v1/jobs/:key/cancel"), front, context -> withJob(context, this::cancel));
    serve(router.post("/v1/on-air/stop"), front, _ -> stopOnAir());
    serve(router.get("/v1/stations"), front, _ -> answer(200, stations));
    serve(router.get("/v1/events"), front, this::events);
    return router;
  }

  private static void serve(
      Route route, ProviderFront front, Function<RoutingContext, Answer> answering) {
    route.handler(context -> front.serve(context, () -> answering.apply(context)));
  }

  private void authorise(RoutingContext context) {
    if (("Bearer " + setting.token()).equals(context.request().getHeader("Authorization"))) {
      context.next();
    } else {
      context.response().setStatusCode(401).end("{\"reason\":\"unauthorised\"}");
    }
  }

  private Answer capabilities() {
    return answer(
        200,
        new MasterStation.Capabilities(
            "模擬親局",
            List.copyOf(SirenPattern.codes()),
            stations.stream().flatMap(station -> station.groups().stream()).distinct().toList(),
            MAX_DISPLAY));
  }

  private Answer submit(RoutingContext context) {
    try {
      RadioJob job = json.readValue(context.body().buffer().getBytes(), RadioJob.class);
      return job.key().equals(context.pathParam("key")) ? submit(job) : declined(Reason.MALFORMED);
    } catch (IOException | RuntimeException e) {
      return declined(Reason.MALFORMED);
    }
  }

  private Answer submit(RadioJob job) {
    Optional<SimulatedJob> known = air.find(job.key());
    if (known.isPresent()) {
      return known.get().job().equals(job)
          ? answer(200, known.get().status())
          : declined(Reason.KEY_CONFLICT);
    }
    return findFault(job)
        .map(MasterStationSimulator::declined)
        .orElseGet(() -> answer(200, air.take(job).status()));
  }

  private Optional<Reason> findFault(RadioJob job) {
    List<Part.Siren> sirens =
        job.parts().stream()
            .filter(Part.Siren.class::isInstance)
            .map(Part.Siren.class::cast)
            .toList();
    if (sirens.stream().anyMatch(siren -> SirenPattern.find(siren.code()).isEmpty())) {
      return Optional.of(Reason.UNKNOWN_SIREN);
    }
    if (job.mode() != RadioJob.JobMode.LIVE
        && !sirens.isEmpty()
        && !setting.allowSirensInDrills()) {
      return Optional.of(Reason.NOT_ALLOWED);
    }
    return clock.instant().isBefore(job.expiresAt())
        ? Optional.empty()
        : Optional.of(Reason.EXPIRED);
  }

  private Answer withJob(RoutingContext context, Function<SimulatedJob, Answer> answering) {
    return air.find(context.pathParam("key"))
        .map(answering)
        .orElseGet(() -> reason(404, "noSuchJob"));
  }

  private Answer status(SimulatedJob job) {
    return answer(200, job.status());
  }

  private Answer cancel(SimulatedJob job) {
    return air.cancel(job) ? answer(204, null) : reason(409, "notWaiting");
  }

  private Answer stopOnAir() {
    air.stop();
    return answer(204, null);
  }

  private Answer events(RoutingContext context) {
    String after = context.request().getParam("after", "0");
    return after.chars().allMatch(Character::isDigit) && after.length() < 19
        ? answer(200, air.events(Long.parseLong("0" + after)))
        : reason(400, "malformed");
  }

  private Answer answer(int status, Object body) {
    try {
      byte[] bytes = body == null ? new byte[0] : json.writeValueAsBytes(body);
      return new Answer(status, Map.of(), Buffer.buffer(bytes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }

  private static Answer declined(Reason reason) {
    return switch (reason) {
      case UNKNOWN_SIREN -> reason(422, "unknownSiren");
      case NOT_ALLOWED -> reason(403, "notAllowed");
      case EXPIRED -> reason(410, "expired");
      case KEY_CONFLICT -> reason(409, "keyConflict");
      case MALFORMED -> reason(400, "malformed");
    };
  }

  private static Answer error(int status) {
    return status == 400 ? declined(Reason.MALFORMED) : reason(status, "fault" + status);
  }

  private static Answer reason(int status, String reason) {
    return Answer.of(status, new JsonObject().put("reason", reason));
  }

  private JsonObject report() {
    JsonArray lines = new JsonArray();
    air.jobs()
        .forEach(
            job ->
                lines.add(
                    new JsonObject()
                        .put("key", job.job().key())
                        .put("mode", job.job().mode().name())
                        .put("state", job.state().name())
                        .put("sirens", job.sirensSounded())));
    return new JsonObject().put("jobs", lines);
  }
}
