package jp.noroshi.opsconsole.api;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.noroshi.channels.radio.RadioProgress.LastAnswer;
import jp.noroshi.channels.radio.StationState;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.chronology.ChronologyTail;
import jp.noroshi.core.chronology.ChronologyVerifier;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.delivery.DeliveryBoard;
import jp.noroshi.core.delivery.Outbox;
import jp.noroshi.core.dispatch.DispatchServices;
import jp.noroshi.core.dispatch.IndividualMessages;
import jp.noroshi.core.evacuation.OpenSites;
import jp.noroshi.core.intake.AlertIntake;
import jp.noroshi.core.intake.AlertReaders;
import jp.noroshi.core.intake.IntakeSettings;
import jp.noroshi.core.intake.Situation;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.Renderer;
import jp.noroshi.core.message.SirenTable;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.AreaSets;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.hazard.HazardLayers;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.opendata.SiteImportReader;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.population.FacilityPhones;
import jp.noroshi.gis.population.Residents;
import jp.noroshi.gis.register.ListingRules;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RegisterKeys;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.gis.route.RoadServices;
import jp.noroshi.gis.route.UsualPace;
import jp.noroshi.gis.site.SiteDescriptions;
import jp.noroshi.gis.site.SiteImportTarget;
import jp.noroshi.gis.site.Sites;
import jp.noroshi.gis.targeting.PostgisAudienceFinder;
import jp.noroshi.gis.targeting.TargetList;
import jp.noroshi.gis.targeting.WhoIsInside;
import jp.noroshi.gis.tiles.Tiles;
import jp.noroshi.opsconsole.auth.HandClock;
import jp.noroshi.opsconsole.auth.Tablets;
import jp.noroshi.opsconsole.auth.TestAuth;
import jp.noroshi.opsconsole.scorecard.Scorecards;
import jp.noroshi.shelters.checkin.Checkin;
import jp.noroshi.shelters.checkin.LiveStays;
import jp.noroshi.shelters.inquiry.Inquiries;
import jp.noroshi.shelters.opening.Openings;
import jp.noroshi.shelters.opening.ShelterBoard;
import jp.noroshi.shelters.opening.ShelterSettings;
import jp.noroshi.shelters.opening.Shelters;
import jp.noroshi.shelters.response.CheckinSigns;
import jp.noroshi.shelters.response.RegisterCallUp;
import jp.noroshi.shelters.response.ResponseServices;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.response.TimesToSafe;
import jp.noroshi.shelters.talk.AddressBook;
import jp.noroshi.shelters.talk.Reports;
import jp.noroshi.shelters.talk.TalkServices;
import jp.noroshi.shelters.talk.TaskMessages;
import jp.noroshi.shelters.tally.LiveTally;
import jp.noroshi.shelters.tally.PlaceKind;
import jp.noroshi.shelters.tally.TallyBook;
import jp.noroshi.shelters.tally.TallyHistory;
import jp.noroshi.shelters.victims.VictimExports;

/**
 * The hub's HTTP side with everything behind it but the media, in a drill of the sample
 * municipality, listening on a free port.
 */
final class TestHub implements AutoCloseable {

  /** What the radio's stations are taken to have answered. */
  static final Map<String, LastAnswer> RADIO_ANSWERS =
      Map.of(
          "01", new LastAnswer(StationState.OK, Instant.parse("2026-11-01T03:00:00Z")),
          "07", new LastAnswer(StationState.NO_ANSWER, Instant.parse("2026-11-01T03:00:00Z")));

  private static final RegisterKeys KEYS = RegisterKeys.generate();

  private final Vertx vertx;
  private final VirtualThreads threads;
  private final ChronologyTail tail;
  private final StaffEvents events;
  private final HttpServerVerticle server;
  private final TestAuth auth;
  private final HandClock clock;
  private final RegisterServices register;
  private final Places places;
  private final Reception reception;
  private final Tablets tablets;
  private final CheckinStream checkins;
  private final PlanServices plans;
  private final ResponseServices response;
  private TalkServices talk;

  private TestHub(Database database, HandClock clock, HttpSettings settings) {
    this.clock = clock;
    this.vertx = Vertx.vertx();
    this.threads = new VirtualThreads(vertx);
    this.auth = TestAuth.on(database, clock);
    MunicipalitySettings municipality = MunicipalitySettings.load(config("sample/izunokuni.yaml"));
    Chronology chronology = new Chronology(database);
    ChronologyReader reader = new ChronologyReader(database);
    this.tail = ChronologyTail.start(chronology, reader, Duration.ofMillis(100));
    DispatchServices dispatch = dispatch(database, chronology, municipality);
    DeliveryBoard board = new DeliveryBoard(database, clock);
    this.events =
        StaffEvents.start(
            vertx,
            threads,
            new StaffEvents.Origins(Mode.DRILL, reader, tail, dispatch.drafts(), board));
    this.register =
        RegisterServices.open(
            new RegisterServices.Stores(database, chronology, Mode.DRILL, clock),
            Optional.of(KEYS),
            ListingRules.load(config("register-rules.yaml")),
            municipality);
    this.places = places(database, chronology, municipality, clock);
    this.tablets = new Tablets(database, chronology, Mode.DRILL, clock);
    this.reception = reception(database, tablets);
    events.followTally(reception.stays(), reception.tally());
    this.checkins = new CheckinStream(vertx, reception.stays());
    this.plans = PlanServices.open(database, register, (_, _, _, _) -> List.of(), clock);
    this.response = response(database, chronology, dispatch, municipality);
    response.worker().onChanged(events::responseMoved);
    response.worker().start();
    HttpApi api =
        new HttpApi(
            new HttpApi.Services(
                new HubFacts(Mode.DRILL, municipality, "test", clock),
                database,
                new HttpApi.Doors(
                    auth.accounts(), auth.signIn(), auth.sessions(), auth.intakeTokens(), tablets),
                intake(database, chronology, municipality, dispatch),
                new Situation(Mode.DRILL, database, clock),
                List.of(),
                dispatch,
                board,
                List::of,
                reader,
                new ChronologyVerifier(database),
                districts(database, municipality),
                new Tiles(database, clock),
                () -> RADIO_ANSWERS,
                new BaseMaps(false, Optional.empty()),
                register,
                places,
                reception,
                plans,
                response,
                talk(database, dispatch, municipality),
                RoadServices.open(
                    database,
                    chronology,
                    Mode.DRILL,
                    () -> OpenSites.Open.NOTHING,
                    UsualPace.OURS,
                    clock),
                Optional.empty(),
                new Scorecards(
                    Mode.DRILL,
                    reader,
                    dispatch.drafts(),
                    board,
                    reception.history(),
                    new TimesToSafe(database, Mode.DRILL)),
                events,
                checkins),
            threads,
            settings);
    this.server = new HttpServerVerticle(settings, api::router);
    Awaited.of(vertx.deployVerticle(server));
  }

  /** Starts it on a database. */
  static TestHub start(Database database) {
    return start(database, HttpSettings.loopback(0));
  }

  /** Starts it on a database, reached in a certain way. */
  static TestHub start(Database database, HttpSettings settings) {
    return new TestHub(database, new HandClock("2026-09-01T00:01:00Z"), settings);
  }

  private DispatchServices dispatch(
      Database database, Chronology chronology, MunicipalitySettings municipality) {
    return DispatchServices.open(
        new DispatchServices.Stores(database, chronology, new Outbox(clock), _ -> 500),
        new DispatchServices.Settings(
            municipality,
            MessageTemplates.load(config("templates"), municipality.languages()),
            SirenTable.load(config("sirens.yaml"))),
        Mode.DRILL,
        clock);
  }

  private AlertIntake intake(
      Database database,
      Chronology chronology,
      MunicipalitySettings municipality,
      DispatchServices dispatch) {
    return new AlertIntake(
        Mode.DRILL,
        municipality.code(),
        IntakeSettings.load(config("intake-rules.yaml")),
        new AlertIntake.Parts(
            database,
            chronology,
            new AlertReaders(),
            new PostgisAudienceFinder(database, municipality.code()),
            dispatch.alerts(),
            clock));
  }

  private static Places places(
      Database database,
      Chronology chronology,
      MunicipalitySettings municipality,
      HandClock clock) {
    Sites sites = new Sites(database, Sites.USUAL_SQUARE_METRES);
    Shelters shelters =
        new Shelters(
            database,
            chronology,
            Mode.DRILL,
            clock,
            sites,
            new Districts(database, municipality.code()));
    Openings openings = new Openings(database, chronology, Mode.DRILL, clock);
    return new Places(
        sites,
        new SiteDescriptions(database, chronology, Mode.DRILL, clock),
        shelters,
        openings,
        new ShelterBoard(shelters, openings, Map::of, ShelterSettings.USUAL, clock),
        new Residents(database, municipality.code()),
        new WhoIsInside(database, municipality.code()),
        new AreaSets(database, municipality.code(), chronology, Mode.DRILL, clock),
        new HazardLayers(database, chronology, Mode.DRILL, clock),
        new Imports(
            database,
            chronology,
            Mode.DRILL,
            clock,
            List.of(
                new ImportSource(
                    new SiteImportReader(database, municipality.code()), new SiteImportTarget()))));
  }

  private ResponseServices response(
      Database database,
      Chronology chronology,
      DispatchServices dispatch,
      MunicipalitySettings municipality) {
    return ResponseServices.open(
        new ResponseServices.Stores(
            database,
            chronology,
            dispatch.orders(),
            register,
            plans,
            new RegisterCallUp(
                new TargetList(database, register.log(), municipality.code()), plans.called()),
            messages(database, municipality),
            new CheckinSigns(reception.checkin().recognitions())),
        ResponseSettings.USUAL,
        Mode.DRILL,
        clock);
  }

  private TalkServices talk(
      Database database, DispatchServices dispatch, MunicipalitySettings municipality) {
    this.talk =
        TalkServices.open(
            new TalkServices.Stores(
                database,
                new AddressBook(database, Mode.DRILL, clock),
                messages(database, municipality),
                response,
                dispatch.subscribers(),
                new RoomCipher(register.cipher(), Reports.ROOM),
                new Recognition(register.cipher(), register.log()),
                register.register(),
                plans.supporters(),
                municipality.mainLanguage()),
            Mode.DRILL,
            clock);
    return talk;
  }

  private TaskMessages messages(Database database, MunicipalitySettings municipality) {
    MessageTemplates texts = MessageTemplates.load(config("templates"), municipality.languages());
    return new TaskMessages(
        new TaskMessages.Parts(
            Mode.DRILL,
            municipality,
            texts,
            new Renderer(municipality, texts, SirenTable.load(config("sirens.yaml"))),
            new Outbox(clock),
            new IndividualMessages(Mode.DRILL),
            new AddressBook(database, Mode.DRILL, clock),
            new FacilityPhones(database, clock),
            ResponseSettings.USUAL,
            clock));
  }

  private Reception reception(Database database, Tablets tablets) {
    TallyBook book = new TallyBook(_ -> PlaceKind.SHELTER);
    LiveStays stays = new LiveStays(book);
    LiveTally tally = new LiveTally(stays, book, tablets, Duration.ofMinutes(10), clock);
    Checkin checkin =
        Checkin.start(
            new Checkin.Parts(
                database,
                new RoomCipher(register.cipher(), Checkin.ROOM),
                new Recognition(register.cipher(), register.log()),
                id -> places.shelters().find(id).isPresent(),
                clock),
            stays);
    Function<UUID, String> nameOf = id -> places.shelters().find(id).orElseThrow().name();
    Inquiries inquiries =
        new Inquiries(
            database,
            new RoomCipher(register.cipher(), Inquiries.ROOM),
            checkin.evacuees(),
            nameOf,
            clock);
    return new Reception(
        checkin,
        stays,
        tally,
        new TallyHistory(database, tally, clock),
        inquiries,
        new VictimExports(
            database,
            new RoomCipher(register.cipher(), VictimExports.ROOM),
            checkin.evacuees(),
            inquiries.protections(),
            nameOf,
            clock));
  }

  private static Districts districts(Database database, MunicipalitySettings municipality) {
    try {
      Districts districts = new Districts(database, municipality.code());
      districts.load(Files.readAllBytes(config("sample/districts.geojson")));
      return districts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds a file of {@code config/}, from the project's root or a module of it. */
  static Path config(String file) {
    Path root = Path.of(System.getProperty("noroshi.root", System.getProperty("user.dir")));
    Path here = root.resolve("config").resolve(file);
    return Files.exists(here) ? here : root.resolve("../config").resolve(file);
  }

  TestAuth auth() {
    return auth;
  }

  RegisterServices register() {
    return register;
  }

  Places places() {
    return places;
  }

  HandClock clock() {
    return clock;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  HubClient stranger() {
    return HubClient.of(uri());
  }

  /** Signs an account in that was made with the usual password. */
  HubClient signedIn(String account) {
    return stranger().signedIn(account, TestAuth.PASSWORD);
  }

  /** Opens a session without the sign-in page, for tests that need many. */
  HubClient withSession(String account) {
    String token = auth.token(account);
    return stranger()
        .with("Cookie", SessionCookie.PLAIN_NAME + "=" + token)
        .with(Doorkeeper.CSRF_HEADER, auth.sessions().find(token).orElseThrow().csrfToken());
  }

  /** Returns the evacuation plans. */
  PlanServices plans() {
    return plans;
  }

  /** Returns the calling up of people, its worker running. */
  TalkServices talk() {
    return talk;
  }

  ResponseServices response() {
    return response;
  }

  /** Returns the tablets. */
  Tablets tablets() {
    return tablets;
  }

  /** Returns check-in and its figures. */
  Reception reception() {
    return reception;
  }

  @Override
  public void close() {
    response.worker().close();
    reception.checkin().close();
    checkins.close();
    events.close();
    tail.close();
    Awaited.of(vertx.close());
    threads.close();
  }
}
