package jp.noroshi.opsconsole.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.delivery.DeliverySettings;
import jp.noroshi.core.delivery.DeliveryWorkers;
import jp.noroshi.core.dispatch.DispatchServices;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.route.RoadServices;
import jp.noroshi.gis.targeting.PostgisAudienceFinder;
import jp.noroshi.gis.tiles.Tiles;
import jp.noroshi.opsconsole.api.Places;
import jp.noroshi.opsconsole.api.Reception;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.shelters.opening.NewsDesk;
import jp.noroshi.shelters.opening.Shelters;
import jp.noroshi.shelters.response.ResponseServices;
import jp.noroshi.shelters.talk.GoneContacts;
import jp.noroshi.shelters.talk.TalkServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running hub. Starts from the inside out (database, core, channels, sources, HTTP) and stops the
 * other way round: it takes nothing in any more, lets the deliveries in flight end, then closes.
 */
public final class Hub implements AutoCloseable {

  /** The version of the program. */
  public static final String VERSION = "0.1.0";

  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
  private static final String HUB_ID = "hub-id";
  private static final String INTAKE_TOKEN = "intake-token";
  private static final int BATCH_OF_A_MEDIUM_WITHOUT_CHANNEL = 500;

  private final HubConfig config;
  private final MunicipalitySettings municipality;
  private final Surroundings around;
  private final CoreWiring core;
  private final RegisterServices register;
  private final Places places;
  private final CheckinWiring checkin;
  private final PlanWiring plans;
  private final ResponseWiring response;
  private final RoadServices roads;
  private final DeliveryWorkers workers;
  private final SourceWiring sources;
  private final LAlertWiring lalert;
  private final HttpWiring http;

  /**
   * What a hub stands on. It closes none of it.
   *
   * @param vertx its event loops
   * @param database migrated
   * @param directory its own directory
   * @param clock what time it is
   */
  public record Surroundings(
      Vertx vertx, Database database, DataDirectory directory, Clock clock) {}

  private Hub(
      HubConfig config,
      MunicipalitySettings municipality,
      Surroundings around,
      CoreWiring core,
      RegisterServices register,
      Places places,
      CheckinWiring checkin,
      PlanWiring plans,
      ResponseWiring response,
      RoadServices roads,
      DeliveryWorkers workers,
      SourceWiring sources,
      LAlertWiring lalert,
      HttpWiring http) {
    this.config = config;
    this.municipality = municipality;
    this.around = around;
    this.core = core;
    this.register = register;
    this.places = places;
    this.checkin = checkin;
    this.plans = plans;
    this.response = response;
    this.roads = roads;
    this.workers = workers;
    this.sources = sources;
    this.lalert = lalert;
    this.http = http;
  }

  /**
   * Starts a hub. Blocking; it answers over HTTP when this returns.
   *
   * @throws RuntimeException when a setting, a secret or a port is wrong; nothing is left running
   *     but what the surroundings brought
   */
  public static Hub start(HubConfig config, Surroundings around) {
    Deque<AutoCloseable> started = new ArrayDeque<>();
    try {
      Hub hub = assemble(config, around, started);
      hub.announce();
      hub.workers.start();
      return hub;
    } catch (RuntimeException | Error e) {
      closeAll(started);
      throw e;
    }
  }

  private static Hub assemble(HubConfig config, Surroundings around, Deque<AutoCloseable> started) {
    MunicipalitySettings municipality = municipality(config);
    Districts districts = new Districts(around.database(), municipality.code());
    districts.load(bytes(config));
    Map<Medium, Integer> batchSizes = new EnumMap<>(Medium.class);
    CoreWiring core =
        CoreWiring.wire(
            new CoreWiring.Needs(
                config,
                municipality,
                around.database(),
                new PostgisAudienceFinder(around.database(), municipality.code()),
                medium -> batchSizes.getOrDefault(medium, BATCH_OF_A_MEDIUM_WITHOUT_CHANNEL),
                around.clock()));
    started.push(core);
    RegisterServices register = RegisterWiring.wire(config, municipality, core, around);
    Shelters shelters = PlacesWiring.shelters(config, municipality, districts, core, around);
    CheckinWiring checkin = CheckinWiring.start(config, core, shelters, register, around);
    started.push(checkin);
    Places places =
        PlacesWiring.wire(
            config, municipality, shelters, checkin.reception().tally()::headcounts, core, around);
    RoadServices roads = RoadWiring.start(config, core, places.board(), around);
    started.push(roads);
    PlanWiring plans =
        PlanWiring.start(
            register,
            new PlanRoads(roads.routes()),
            new GoneContacts(around.database(), config.mode(), around.clock()),
            around);
    started.push(plans);
    ResponseWiring response =
        ResponseWiring.start(
            config, municipality, core, register, plans.services(), checkin.reception(), around);
    started.push(response);
    ChannelWiring channels =
        ChannelWiring.wire(config, core, response.talk().numbers(), around.vertx(), around.clock());
    DeliveryWorkers workers = workers(core, channels, around, batchSizes);
    started.push(workers);
    SourceWiring sources =
        SourceWiring.start(
            config,
            core,
            new NewsDesk(
                around.database(), places.board(), municipality, config.mode(), around.clock()),
            around);
    started.push(sources);
    LAlertWiring lalert =
        LAlertWiring.start(config, municipality, core, places, checkin.reception().tally(), around);
    started.push(lalert);
    HttpWiring http =
        HttpWiring.start(
            new HttpWiring.Shown(
                config,
                municipality,
                core,
                districts,
                new Tiles(around.database(), around.clock()),
                register,
                places,
                checkin,
                plans.services(),
                response,
                roads,
                sources.sources(),
                channels,
                workers,
                lalert.reporter()),
            around);
    started.push(http);
    return new Hub(
        config,
        municipality,
        around,
        core,
        register,
        places,
        checkin,
        plans,
        response,
        roads,
        workers,
        sources,
        lalert,
        http);
  }

  private static DeliveryWorkers workers(
      CoreWiring core,
      ChannelWiring channels,
      Surroundings around,
      Map<Medium, Integer> batchSizes) {
    channels
        .channels()
        .forEach(channel -> batchSizes.put(channel.medium(), channel.limits().batchSize()));
    return new DeliveryWorkers(
        around.database(),
        core.chronology(),
        core.outbox(),
        channels.channels(),
        DeliverySettings.usual(hubId(around.directory())),
        around.clock(),
        new SplittableRandom());
  }

  private static void closeAll(Deque<AutoCloseable> started) {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        LOG.warn("something did not close after the failed start", e);
      }
    }
  }

  /** A page on this very machine is where the hub listens, whatever port it was given. */
  private static MunicipalitySettings municipality(HubConfig config) {
    MunicipalitySettings settings = MunicipalitySettings.load(config.municipality());
    boolean here = "127.0.0.1".equals(settings.baseUrl().getHost()) && config.http().port() != 0;
    return here
        ? settings.reachedAt(URI.create("http://127.0.0.1:" + config.http().port()))
        : settings;
  }

  private static byte[] bytes(HubConfig config) {
    try {
      return Files.readAllBytes(config.districts());
    } catch (IOException e) {
      throw new UncheckedIOException("the outlines of the districts cannot be read", e);
    }
  }

  /** Kept over restarts, so that a hub takes up its own interrupted deliveries at once. */
  private static UUID hubId(DataDirectory directory) {
    Optional<String> kept = directory.findSecret(HUB_ID);
    if (kept.isEmpty()) {
      directory.keepSecret(HUB_ID, UUID.randomUUID().toString());
    }
    return UUID.fromString(directory.findSecret(HUB_ID).orElseThrow());
  }

  /** Lets the command line of this machine find the hub and hand alerts in. */
  private void announce() {
    around.directory().announce(address());
    boolean known =
        around
            .directory()
            .findSecret(INTAKE_TOKEN)
            .flatMap(secret -> http.doors().intakeTokens().use(secret))
            .isPresent();
    if (!known) {
      around
          .directory()
          .keepSecret(
              INTAKE_TOKEN, http.doors().intakeTokens().create("この機械のコマンド", "hub").secret());
    }
    note(ChronologyKind.HUB_STARTED);
  }

  private void note(ChronologyKind kind) {
    core.chronology()
        .append(
            new ChronologyEntry(
                around.clock().instant(),
                config.mode(),
                kind,
                "hub",
                "hub:" + VERSION,
                Map.of("version", VERSION)));
  }

  /** Returns where it answers, as this machine reaches it. */
  public URI address() {
    String host = config.http().host().equals("0.0.0.0") ? "127.0.0.1" : config.http().host();
    return URI.create("http://" + host + ":" + http.port());
  }

  /** Returns live or drill. */
  public Mode mode() {
    return config.mode();
  }

  /** Returns for whom it works. */
  public MunicipalitySettings municipality() {
    return municipality;
  }

  /** Returns the accounts. */
  public Accounts accounts() {
    return http.doors().accounts();
  }

  /** Returns drafts, approval, orders and subscribers. */
  public DispatchServices dispatch() {
    return core.dispatch();
  }

  /** Returns the register of people who need assistance. */
  public RegisterServices register() {
    return register;
  }

  /** Returns evacuation sites, their opening, and what comes in about places. */
  public Places places() {
    return places;
  }

  /** Returns check-in and its figures. */
  public Reception reception() {
    return checkin.reception();
  }

  /** Returns the evacuation plans. */
  public PlanServices plans() {
    return plans.services();
  }

  /** Returns where supporters and people are reached, and what they say. */
  public TalkServices talk() {
    return response.talk();
  }

  /** Returns the calling up of people who need assistance, and what is known of each. */
  public ResponseServices response() {
    return response.services();
  }

  @Override
  public void close() {
    plans.close();
    lalert.close();
    sources.close();
    http.close();
    workers.close();
    response.close();
    roads.close();
    checkin.close();
    note(ChronologyKind.HUB_STOPPED);
    core.close();
  }
}
