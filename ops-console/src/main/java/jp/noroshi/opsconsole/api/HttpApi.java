package jp.noroshi.opsconsole.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.noroshi.channels.radio.RadioProgress.LastAnswer;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.chronology.ChronologyVerifier;
import jp.noroshi.core.delivery.DeliveryBoard;
import jp.noroshi.core.delivery.MediumHealth;
import jp.noroshi.core.dispatch.DispatchServices;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.GaugeLevels;
import jp.noroshi.core.intake.Situation;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.hazard.HazardExposure;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.population.FacilityPhones;
import jp.noroshi.gis.population.Stations;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.route.RoadServices;
import jp.noroshi.gis.targeting.PeopleInside;
import jp.noroshi.gis.tiles.Tiles;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.opsconsole.auth.IntakeTokens;
import jp.noroshi.opsconsole.auth.NameProbes;
import jp.noroshi.opsconsole.auth.Sessions;
import jp.noroshi.opsconsole.auth.SignIn;
import jp.noroshi.opsconsole.auth.Tablets;
import jp.noroshi.opsconsole.scorecard.Scorecards;
import jp.noroshi.shelters.lalert.LAlertReporter;
import jp.noroshi.shelters.response.ResponseServices;
import jp.noroshi.shelters.talk.TalkServices;

/**
 * Everything staff and machines reach over HTTP: the API under {@code /api}, the console under
 * {@code /console/}, the health of the process under {@code /health}. Residents' pages are mounted
 * behind it.
 */
public final class HttpApi {

  private static final String CONSOLE_FOLDER = "console";

  private final Services services;
  private final VirtualThreads threads;
  private final HttpSettings settings;

  /** Who may do what. */
  public record Doors(
      Accounts accounts,
      SignIn signIn,
      Sessions sessions,
      IntakeTokens intakeTokens,
      Tablets tablets) {}

  /**
   * What the operations work with.
   *
   * @param sources every way in, for their health
   * @param media how every medium fares; blocking
   * @param radioAnswers what loudspeakers answered last, by the number their console gives them
   * @param lalert tells L-Alert of the shelters; empty = nobody is told
   */
  public record Services(
      HubFacts hub,
      Database database,
      Doors doors,
      AlertSource.Intake intake,
      Situation situation,
      List<AlertSource> sources,
      DispatchServices dispatch,
      DeliveryBoard board,
      Supplier<List<MediumHealth>> media,
      ChronologyReader chronology,
      ChronologyVerifier verifier,
      Districts districts,
      Tiles tiles,
      Supplier<Map<String, LastAnswer>> radioAnswers,
      BaseMaps baseMaps,
      RegisterServices register,
      Places places,
      Reception reception,
      PlanServices plans,
      ResponseServices response,
      TalkServices talk,
      RoadServices roads,
      Optional<LAlertReporter> lalert,
      Scorecards scorecards,
      StaffEvents events,
      CheckinStream checkins) {}

  /** Makes the API; nothing listens yet. */
  public HttpApi(Services services, VirtualThreads threads, HttpSettings settings) {
    this.services = services;
    this.threads = threads;
    this.settings = settings;
  }

  /**
   * Makes the router of one event loop.
   *
   * @return fails when the contract, the operations and the table of access do not match exactly
   */
  public Future<Router> router(Vertx vertx) {
    return ApiContract.load(vertx)
        .map(
            contract -> {
              Doors doors = services.doors();
              Doorkeeper doorkeeper =
                  new Doorkeeper(
                      contract,
                      doors.sessions(),
                      doors.intakeTokens(),
                      doors.tablets(),
                      threads,
                      settings);
              EventRoutes events =
                  new EventRoutes(vertx, services.events(), doors.sessions(), threads);
              Router router = Router.router(vertx);
              router
                  .route()
                  .subRouter(
                      new ApiRouter(vertx, contract, threads)
                          .create(
                              doorkeeper,
                              operations(),
                              Map.of(
                                  "followEvents", events, "followCheckins", services.checkins())));
              router
                  .route()
                  .subRouter(
                      new ConsoleFiles(
                              threads,
                              "/console/",
                              CONSOLE_FOLDER,
                              SecurityHeaders.consolePolicy(services.baseMaps()))
                          .router(vertx));
              router
                  .route()
                  .subRouter(
                      new ConsoleFiles(
                              threads,
                              "/tablet/",
                              CONSOLE_FOLDER + "/tablet",
                              SecurityHeaders.TABLET_POLICY)
                          .router(vertx));
              router
                  .route()
                  .subRouter(new HealthRoutes(services.database(), threads).router(vertx));
              return router;
            });
  }

  private Map<String, Operation> operations() {
    Map<String, Operation> all = new HashMap<>();
    routes().forEach(routes -> all.putAll(routes.operations()));
    return all;
  }

  private Stream<Routes> routes() {
    HubFacts hub = services.hub();
    Doors doors = services.doors();
    DispatchServices dispatch = services.dispatch();
    DispatchPresenter presenter =
        new DispatchPresenter(hub, dispatch, doors.accounts(), services.board());
    PlanPapers papers = new PlanPapers(hub, services.plans().maps());
    ResponseViews responses =
        new ResponseViews(
            hub, doors.accounts(), services.register().emergencies(), services.places().shelters());
    HandOverRoutes handOvers = new HandOverRoutes(hub, services.response().handOvers());
    EvacuationRoutes evacuation = new EvacuationRoutes(hub, dispatch, presenter);
    return Stream.of(
        new SessionRoutes(hub, doors.signIn(), doors.sessions(), doors.accounts()),
        new AccountRoutes(doors.accounts(), doors.intakeTokens()),
        new SituationRoutes(
            hub,
            services.situation(),
            evacuation,
            dispatch.drafts(),
            presenter,
            new SituationRoutes.Health(services.sources(), services.media())),
        new AlertRoutes(hub, services.situation()),
        new IntakeRoutes(hub, services.intake(), dispatch.drafts(), services.board()),
        new DispatchRoutes(hub, dispatch, presenter),
        new BoardRoutes(hub, dispatch.drafts(), services.board()),
        evacuation,
        new ScorecardRoutes(hub, services.scorecards()),
        new ChronologyRoutes(hub, services.chronology(), services.verifier()),
        new InsideRoutes(
            hub,
            services.places().inside(),
            new PeopleInside(
                services.database(),
                services.register().register(),
                services.plans().worklist(),
                hub.municipality().code()),
            services.situation()),
        new MapRoutes(hub, services.districts(), services.tiles(), services.baseMaps()),
        new StationRoutes(
            hub,
            new Stations(services.database()),
            services.radioAnswers(),
            new GaugeLevels(hub.mode(), services.database(), hub::now)),
        new SiteRoutes(hub, services.places()),
        new ShelterRoutes(hub, services.places()),
        new LAlertRoutes(hub, services.lalert()),
        new CheckinRoutes(hub, services.reception(), doors.tablets()),
        new BriefRoutes(services.plans().briefs(), doors.tablets(), new NameProbes(hub::now)),
        new EvacueeRoutes(hub, services.reception().checkin().evacuees()),
        new InquiryRoutes(services.reception().inquiries()),
        new VictimRoutes(services.reception().victimExports()),
        new TabletRoutes(doors.tablets(), services.places().shelters()),
        new TallyRoutes(hub, services.reception(), services.places().board()),
        new ImportRoutes(services.places().imports()),
        new PlanRoutes(hub, services.plans()),
        new PlanPaperRoutes(services.plans().disclosures(), papers),
        new SupporterRoutes(services.plans().supporters()),
        new ResponseRoutes(
            hub, services.response().responses(), services.response().notYetSafe(), responses),
        new CaseRoutes(hub, services.response(), responses),
        new ReportRoutes(hub, services.talk().reports()),
        new ContactRoutes(
            hub,
            services.talk().contacts(),
            services.response().pages(),
            services.talk().supporters()),
        handOvers,
        new FacilityRoutes(
            hub,
            services.response().responses(),
            services.response().facilities(),
            services.response().facilityPages(),
            new FacilityPhones(services.database(), hub::now),
            doors.accounts()),
        new HazardRoutes(
            hub, new HazardExposure(services.database()), services.places().hazardLayers()),
        new AreaSetRoutes(hub, services.places().areaSets()),
        new RoadRoutes(hub, services.roads()),
        new RegisterRoutes(hub, services.register()),
        new RegisterImportRoutes(services.register().imports()),
        new DisclosureRoutes(
            services.register().disclosures(),
            services.plans().disclosures(),
            papers,
            services.response().handOvers(),
            handOvers),
        new EmergencyRoutes(hub, services.register().emergencies()));
  }
}
