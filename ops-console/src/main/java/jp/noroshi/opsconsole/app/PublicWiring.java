package jp.noroshi.opsconsole.app;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.noroshi.channels.line.LineConfig;
import jp.noroshi.channels.line.LineWebhook;
import jp.noroshi.channels.voice.CallScript;
import jp.noroshi.channels.voice.VoiceWebhook;
import jp.noroshi.channels.web.EventStream;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.SourceHealth;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.gis.opendata.PublishedSites;
import jp.noroshi.gis.tiles.PublicPlaces;
import jp.noroshi.opsconsole.api.LineDoor;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.api.VoiceDoor;
import jp.noroshi.opsconsole.page.AnswerPage;
import jp.noroshi.opsconsole.page.CapFeed;
import jp.noroshi.opsconsole.page.CityMapFile;
import jp.noroshi.opsconsole.page.FacilityPage;
import jp.noroshi.opsconsole.page.FairShare;
import jp.noroshi.opsconsole.page.HubResidentsView;
import jp.noroshi.opsconsole.page.OpenDataPage;
import jp.noroshi.opsconsole.page.PreregistrationPage;
import jp.noroshi.opsconsole.page.PublicMap;
import jp.noroshi.opsconsole.page.PublicTiles;
import jp.noroshi.opsconsole.page.ResidentsPages;
import jp.noroshi.opsconsole.page.SafetyPage;
import jp.noroshi.opsconsole.page.ShelterData;
import jp.noroshi.opsconsole.page.SupporterPage;
import jp.noroshi.opsconsole.page.WayPage;

/** What everybody may read without a sign-in: residents' pages, open data, the feed of alerts. */
record PublicWiring(HttpWiring.Shown shown, Hub.Surroundings around, VirtualThreads threads) {

  /** Somebody who fetches both files of the shelters every five seconds needs 24. */
  private static final int OPEN_DATA_A_MINUTE = 120;

  ResidentsPages pages(EventStream stream) {
    CoreWiring core = shown.core();
    Supplier<List<SourceHealth>> health =
        () -> shown.sources().stream().map(AlertSource::health).toList();
    return new ResidentsPages(
        new HubResidentsView(
            shown.config().mode(),
            core.lines(),
            core.dispatch().orders(),
            core.situation(),
            health,
            around.clock()),
        shown.municipality(),
        texts(),
        stream,
        threads,
        around.clock());
  }

  /** Makes the pages beside the first, once for all event loops. */
  Consumer<Router> otherPages() {
    PublicTiles tiles = new PublicTiles(shown.tiles(), threads, around.clock());
    PublicMap map = map();
    WayPage way = way();
    FairShare share = new FairShare(OPEN_DATA_A_MINUTE);
    OpenDataPage openData = openData();
    ShelterData shelters =
        new ShelterData(
            shown.places().board()::standings,
            shown.config().mode(),
            shown.municipality(),
            threads,
            around.clock());
    PreregistrationPage preregistration = preregistration();
    AnswerPage answer = answer();
    SafetyPage safety = safety();
    FacilityPage facility = facility();
    SupporterPage supporter = supporter();
    Optional<LineDoor> line = line();
    Optional<VoiceDoor> voice = voice();
    CapFeed cap = cap();
    Optional<CityMapFile> cityMap =
        city(shown.config()).map(city -> new CityMapFile(city.file(), threads));
    return router -> {
      tiles.mount(router);
      map.mount(router);
      way.mount(router);
      preregistration.mount(router);
      answer.mount(router);
      safety.mount(router);
      facility.mount(router);
      supporter.mount(router);
      line.ifPresent(door -> door.mount(router));
      voice.ifPresent(door -> door.mount(router));
      share.mount(router, "/opendata");
      openData.mount(router);
      shelters.mount(router);
      cap.mount(router);
      cityMap.ifPresent(file -> file.mount(router));
    };
  }

  private PublicMap map() {
    return new PublicMap(
        new PublicMap.Source(
            shown.config().mode(),
            new PublicPlaces(around.database(), shown.municipality().code()),
            shown.tiles(),
            shown.places().board()::standings),
        shown.municipality(),
        texts(),
        threads,
        around.clock());
  }

  private OpenDataPage openData() {
    return new OpenDataPage(
        new PublishedSites(around.database(), shown.places().sites())::publish,
        shown.config().mode(),
        shown.municipality(),
        texts(),
        threads,
        around.clock());
  }

  private CapFeed cap() {
    return new CapFeed(
        new CapFeed.Source(
            shown.config().mode(),
            shown.core().lines(),
            id -> shown.core().dispatch().drafts().find(id).map(CapFeed.Occasion::of)),
        shown.municipality(),
        texts(),
        threads,
        around.clock());
  }

  private WayPage way() {
    return new WayPage(
        new WayPage.Ways(
            shown.roads().routes(),
            shown.roads().destinations(),
            shown.districts(),
            shown.core().dispatch().orders()::listInForce),
        shown.config().mode(),
        shown.municipality(),
        texts(),
        threads);
  }

  private PreregistrationPage preregistration() {
    return new PreregistrationPage(
        shown.checkin().reception().checkin().preregistrations(),
        shown.response().talk().pages()::sendCode,
        shown.config().mode(),
        shown.municipality(),
        texts(),
        threads);
  }

  private AnswerPage answer() {
    return new AnswerPage(
        shown.response().services().pages(),
        shown.config().mode(),
        shown.municipality(),
        texts(),
        threads);
  }

  private FacilityPage facility() {
    return new FacilityPage(
        shown.response().services().facilityPages(),
        shown.config().mode(),
        shown.municipality(),
        texts(),
        threads);
  }

  private SupporterPage supporter() {
    return new SupporterPage(
        shown.response().talk().supporters(),
        shown.config().mode(),
        shown.municipality(),
        texts(),
        threads,
        around.clock());
  }

  private SafetyPage safety() {
    return new SafetyPage(
        shown.response().talk().reports(),
        shown.config().mode(),
        shown.municipality(),
        texts(),
        threads,
        around.clock());
  }

  /** Without the secret nobody could tell LINE from others: then there is no door. */
  private Optional<LineDoor> line() {
    return shown
        .config()
        .line()
        .flatMap(LineConfig::findChannelSecret)
        .map(
            secret ->
                new LineDoor(
                    new LineWebhook(secret.reveal()), shown.response().talk().inbox(), threads));
  }

  private Optional<VoiceDoor> voice() {
    return shown
        .config()
        .voice()
        .map(
            config ->
                new VoiceDoor(
                    new VoiceDoor.Provider(
                        new VoiceWebhook(config.authToken().reveal()),
                        new CallScript(config.speaker())),
                    shown.municipality().baseUrl(),
                    shown.municipality().mainLanguage(),
                    shown.response().talk().phone(),
                    threads));
  }

  private MessageTemplates texts() {
    return MessageTemplates.load(shown.config().templates(), shown.municipality().languages());
  }

  static Optional<HubConfig.BaseMap.City> city(HubConfig config) {
    return config.baseMap().flatMap(HubConfig.BaseMap::city);
  }
}
