package jp.noroshi.opsconsole.app;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.noroshi.channels.radio.RadioProgress;
import jp.noroshi.channels.web.EventStream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyVerifier;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.delivery.DeliveryWorkers;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.route.RoadServices;
import jp.noroshi.gis.tiles.Tiles;
import jp.noroshi.opsconsole.api.BaseMaps;
import jp.noroshi.opsconsole.api.CheckinStream;
import jp.noroshi.opsconsole.api.HttpApi;
import jp.noroshi.opsconsole.api.HttpServerVerticle;
import jp.noroshi.opsconsole.api.HttpSettings;
import jp.noroshi.opsconsole.api.HubFacts;
import jp.noroshi.opsconsole.api.Places;
import jp.noroshi.opsconsole.api.Reception;
import jp.noroshi.opsconsole.api.StaffEvents;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.opsconsole.auth.AuthSettings;
import jp.noroshi.opsconsole.auth.IntakeTokens;
import jp.noroshi.opsconsole.auth.Sessions;
import jp.noroshi.opsconsole.auth.SignIn;
import jp.noroshi.opsconsole.page.ResidentsLive;
import jp.noroshi.opsconsole.page.ResidentsPages;
import jp.noroshi.opsconsole.scorecard.Scorecards;
import jp.noroshi.shelters.lalert.LAlertReporter;
import jp.noroshi.shelters.response.TimesToSafe;

/** Everything people and machines reach over HTTP: the API, the console, the residents' page. */
final class HttpWiring implements AutoCloseable {

  /** Two loops carry ten thousand open pages; more would only share two cores. */
  private static final int EVENT_LOOPS = 2;

  private final VirtualThreads threads;
  private final StaffEvents events;
  private final CheckinStream checkins;
  private final EventStream stream;
  private final ResidentsLive live;
  private final HttpApi.Doors doors;
  private final Listening listening;

  private static final long HOUR_MILLISECONDS = 3_600_000;

  /** The server and where it listens. */
  private record Listening(Vertx vertx, String deployment, int port) {}

  private HttpWiring(
      VirtualThreads threads,
      StaffEvents events,
      CheckinStream checkins,
      EventStream stream,
      ResidentsLive live,
      HttpApi.Doors doors,
      Listening listening) {
    this.threads = threads;
    this.events = events;
    this.checkins = checkins;
    this.stream = stream;
    this.live = live;
    this.doors = doors;
    this.listening = listening;
  }

  /** What HTTP shows. */
  record Shown(
      HubConfig config,
      MunicipalitySettings municipality,
      CoreWiring core,
      Districts districts,
      Tiles tiles,
      RegisterServices register,
      Places places,
      CheckinWiring checkin,
      PlanServices plans,
      ResponseWiring response,
      RoadServices roads,
      List<AlertSource> sources,
      ChannelWiring channels,
      DeliveryWorkers workers,
      Optional<LAlertReporter> lalert) {}

  static HttpWiring start(Shown shown, Hub.Surroundings around) {
    Vertx vertx = around.vertx();
    VirtualThreads threads = new VirtualThreads(vertx);
    CoreWiring core = shown.core();
    StaffEvents events =
        StaffEvents.start(
            vertx,
            threads,
            new StaffEvents.Origins(
                shown.config().mode(),
                core.lines(),
                core.tail(),
                core.dispatch().drafts(),
                core.board()));
    shown.workers().onChange(events::figuresChanged);
    HttpApi.Doors doors = doors(shown, around);
    HubConfig.Http http = shown.config().http();
    HttpSettings settings =
        new HttpSettings(http.host(), http.port(), http.behindProxy(), http.allowPlainHttp());
    Reception reception = shown.checkin().reception();
    events.followTally(reception.stays(), reception.tally());
    shown.response().services().worker().onChanged(events::responseMoved);
    shown.response().talk().reports().onChanged(events::responseMoved);
    CheckinStream checkins = new CheckinStream(vertx, reception.stays());
    HttpApi api = new HttpApi(services(shown, around, doors, events, checkins), threads, settings);
    EventStream stream = new EventStream(vertx, EventStream.Settings.USUAL);
    PublicWiring residents = new PublicWiring(shown, around, threads);
    ResidentsPages pages = residents.pages(stream);
    ResidentsLive live =
        ResidentsLive.start(shown.config().mode(), pages, stream, core.lines(), core.tail());
    // They are refused anyway; this keeps the table small.
    vertx.setPeriodic(HOUR_MILLISECONDS, _ -> threads.call(doors.sessions()::forgetEnded));
    Consumer<Router> others = residents.otherPages();
    Listening listening =
        listen(
            vertx,
            settings,
            api,
            router -> {
              pages.mount(router);
              others.accept(router);
            });
    return new HttpWiring(threads, events, checkins, stream, live, doors, listening);
  }

  private static HttpApi.Doors doors(Shown shown, Hub.Surroundings around) {
    AuthSettings auth = AuthSettings.standard();
    Mode mode = shown.config().mode();
    Chronology chronology = shown.core().chronology();
    Database database = around.database();
    Clock clock = around.clock();
    Sessions sessions = new Sessions(database, clock, auth);
    Accounts accounts = new Accounts(database, chronology, mode, clock, auth);
    return new HttpApi.Doors(
        accounts,
        new SignIn(database, chronology, mode, clock, auth, accounts, sessions),
        sessions,
        new IntakeTokens(database, chronology, mode, clock),
        shown.checkin().tablets());
  }

  private static HttpApi.Services services(
      Shown shown,
      Hub.Surroundings around,
      HttpApi.Doors doors,
      StaffEvents events,
      CheckinStream checkins) {
    CoreWiring core = shown.core();
    return new HttpApi.Services(
        new HubFacts(shown.config().mode(), shown.municipality(), Hub.VERSION, around.clock()),
        around.database(),
        doors,
        core.intake(),
        core.situation(),
        shown.sources(),
        core.dispatch(),
        core.board(),
        () -> core.board().listHealth(shown.workers().listChannels()),
        core.lines(),
        new ChronologyVerifier(around.database()),
        shown.districts(),
        shown.tiles(),
        () -> shown.channels().radio().map(RadioProgress::lastAnswers).orElseGet(Map::of),
        baseMaps(shown.config()),
        shown.register(),
        shown.places(),
        shown.checkin().reception(),
        shown.plans(),
        shown.response().services(),
        shown.response().talk(),
        shown.roads(),
        shown.lalert(),
        new Scorecards(
            shown.config().mode(),
            core.lines(),
            core.dispatch().drafts(),
            core.board(),
            shown.checkin().reception().history(),
            new TimesToSafe(around.database(), shown.config().mode())),
        events,
        checkins);
  }

  private static BaseMaps baseMaps(HubConfig config) {
    return new BaseMaps(
        config.baseMap().map(HubConfig.BaseMap::gsi).orElse(false),
        PublicWiring.city(config).map(HubConfig.BaseMap.City::attribution));
  }

  private static Listening listen(
      Vertx vertx, HttpSettings settings, HttpApi api, Consumer<Router> pages) {
    List<HttpServerVerticle> shares = new ArrayList<>();
    Supplier<HttpServerVerticle> share =
        () -> {
          HttpServerVerticle verticle =
              new HttpServerVerticle(
                  settings, loop -> api.router(loop).map(router -> withPages(router, pages)));
          shares.add(verticle);
          return verticle;
        };
    String deployment =
        vertx.deployVerticle(share, new DeploymentOptions().setInstances(EVENT_LOOPS)).await();
    return new Listening(vertx, deployment, shares.getFirst().port());
  }

  private static Router withPages(Router router, Consumer<Router> pages) {
    pages.accept(router);
    return router;
  }

  HttpApi.Doors doors() {
    return doors;
  }

  int port() {
    return listening.port();
  }

  @Override
  public void close() {
    listening.vertx().undeploy(listening.deployment()).await();
    live.close();
    stream.close();
    checkins.close();
    events.close();
    threads.close();
  }
}
