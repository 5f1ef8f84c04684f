package jp.noroshi.opsconsole.page;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.opendata.SiteImportReader;
import jp.noroshi.gis.route.Closure;
import jp.noroshi.gis.route.NewClosure;
import jp.noroshi.gis.route.RoadNetwork;
import jp.noroshi.gis.route.RoadServices;
import jp.noroshi.gis.route.RouteWish;
import jp.noroshi.gis.route.UsualPace;
import jp.noroshi.gis.route.WayProfile;
import jp.noroshi.gis.site.EvacuationSite;
import jp.noroshi.gis.site.SiteImportTarget;
import jp.noroshi.gis.site.Sites;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.shelters.opening.NewShelter;
import jp.noroshi.shelters.opening.OpeningWord;
import jp.noroshi.shelters.opening.Openings;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.ShelterBoard;
import jp.noroshi.shelters.opening.ShelterKind;
import jp.noroshi.shelters.opening.ShelterSettings;
import jp.noroshi.shelters.opening.Shelters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The way of a resident to the nearest open site, over real HTTP, roads and sites. */
@Timeout(120)
class WayPageTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir static Path cache;

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-09-10T07:30:00Z"), ZoneOffset.UTC);
  private static final AreaCode MUNICIPALITY = new AreaCode("22225");
  private static final AreaCode HARAKI = new AreaCode("22225-09");
  private static final LatLon HOME = new LatLon(35.0456, 138.9544);
  private static final LatLon BESIDE_HOME = new LatLon(35.0460, 138.9548);
  private static final LatLon IN_THE_ZONE = new LatLon(35.0300, 138.9300);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final Vertx VERTX = Vertx.vertx();
  private static final VirtualThreads THREADS = new VirtualThreads(VERTX);
  private static Shelters shelters;
  private static Openings openings;
  private static ShelterBoard board;
  private static Sites sites;
  private static RoadNetwork network;

  private RoadServices roads;
  private volatile List<EvacuationOrder> orders = List.of();
  private int port;

  @BeforeAll
  static void bringSitesIn() {
    Chronology chronology = new Chronology(database.database());
    openings = new Openings(database.database(), chronology, Mode.DRILL, NOW);
    sites = new Sites(database.database(), Sites.USUAL_SQUARE_METRES);
    shelters =
        new Shelters(
            database.database(),
            chronology,
            Mode.DRILL,
            NOW,
            sites,
            new Districts(database.database(), MUNICIPALITY));
    board = new ShelterBoard(shelters, openings, Map::of, ShelterSettings.USUAL, NOW);
    Imports imports =
        new Imports(
            database.database(),
            chronology,
            Mode.DRILL,
            NOW,
            List.of(
                new ImportSource(
                    new SiteImportReader(database.database(), MUNICIPALITY),
                    new SiteImportTarget())));
    byte[] list = bytes(ProjectFiles.find("config/sample/sites.csv"));
    imports.approve(imports.propose(ImportKind.SITES, "sites.csv", list, "duty").id(), "approver");
    network =
        RoadNetwork.load(ProjectFiles.find("config/sample/roads.osm.gz"), cache, Optional.empty());
  }

  @AfterAll
  static void close() {
    THREADS.close();
    VERTX.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }

  @BeforeEach
  void start() {
    Chronology chronology = new Chronology(database.database());
    database.truncate("shelters");
    roads =
        RoadServices.open(database.database(), chronology, Mode.DRILL, board, UsualPace.OURS, NOW);
    Districts districts = new Districts(database.database(), MUNICIPALITY);
    districts.load(bytes(ProjectFiles.find("config/sample/districts.geojson")));
    MunicipalitySettings municipality =
        MunicipalitySettings.load(ProjectFiles.find("config/sample/izunokuni.yaml"));
    WayPage page =
        new WayPage(
            new WayPage.Ways(roads.routes(), roads.destinations(), districts, () -> orders),
            Mode.DRILL,
            municipality,
            MessageTemplates.load(ProjectFiles.find("config/templates"), municipality.languages()),
            THREADS);
    Router router = Router.router(VERTX);
    page.mount(router);
    port =
        VERTX
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, SECONDS)
            .join()
            .actualPort();
  }

  @AfterEach
  void liftEverything() {
    database.database().useTransaction(handle -> handle.execute("delete from gis.hazard_layer"));
    roads.closures().listCurrent().forEach(closure -> roads.closures().lift(closure.id(), "duty"));
  }

  @Test
  void showsTheNearestOpenSiteWithLengthMinutesAndSteps() {
    useRoads();
    EvacuationSite open = openOne();
    assertThat(way("at=35.0456,138.9544"))
        .as("the page")
        .contains(open.name())
        .contains("分")
        .contains("<polyline class=\"way\"")
        .doesNotContain("way straight");
  }

  @Test
  void startsInADistrictOfTheCity() {
    useRoads();
    EvacuationSite open = openOne();
    assertThat(way("d=22225-09")).contains("原木").contains(open.name());
  }

  @Test
  void goesRoundWhatWasClosedAMomentAgo() {
    useRoads();
    EvacuationSite open = openOne();
    String before = way("at=35.0456,138.9544");
    LatLon middle = middleOfTheWayTo(open);
    roads
        .closures()
        .add(
            new NewClosure(
                "{\"type\":\"Point\",\"coordinates\":[%s,%s]}"
                    .formatted(middle.longitude(), middle.latitude()),
                "倒木",
                Closure.AppliesTo.EVERYBODY,
                Optional.empty(),
                Optional.empty()),
            "duty");
    assertThat(way("at=35.0456,138.9544"))
        .as("the page")
        .contains(open.name())
        .isNotEqualTo(before);
  }

  @Test
  void saysSoWhereThereIsNoNetworkOfRoads() {
    EvacuationSite open = openOne();
    assertThat(way("at=35.0456,138.9544"))
        .as("the page")
        .contains(open.name())
        .contains("way straight");
  }

  @Test
  void sendsNobodyFromAFloodToASiteThatFloods() {
    useRoads();
    EvacuationSite unfit = site(site -> !hazards(site).contains(HazardKind.FLOOD));
    EvacuationSite fit = site(site -> hazards(site).contains(HazardKind.FLOOD));
    open(unfit);
    open(fit);
    orders =
        List.of(
            new EvacuationOrder(
                HARAKI, Hazard.FLOOD, AlertLevel.FOUR, NOW.instant(), UUID.randomUUID()));
    assertThat(way("d=22225-09")).as("the page").contains(fit.name()).doesNotContain(unfit.name());
  }

  @Test
  void leadsToAPlaceThePeopleOpenedIfItIsAnnouncedAndSaysThatNobodyDesignatedIt() {
    openByHand("見本の集会所", ShelterKind.SELF_OPENED, BESIDE_HOME, true);
    openByHand("見本の車中泊", ShelterKind.CAR_PARK, BESIDE_HOME, false);
    openByHand("見本の在宅", ShelterKind.HOMES, BESIDE_HOME, true);
    openOne();
    assertThat(way("at=35.0456,138.9544"))
        .as("the page")
        .contains("<h2 id=\"site\" lang=\"ja\">見本の集会所</h2>")
        .contains("自主避難所です。市が災害ごとに指定した避難場所ではありません。")
        .doesNotContain("見本の車中泊")
        .doesNotContain("見本の在宅");
  }

  @Test
  void sendsNobodyFromAFloodToAPlaceByHandInItsZoneOrWhereNoMapSaysThatItIsOutside() {
    openByHand("見本の集会所", ShelterKind.SELF_OPENED, BESIDE_HOME, true);
    assertThat(way("d=22225-09&danger=FLOOD")).as("without a map").doesNotContain("見本の集会所");
    useFloodMap();
    assertThat(way("d=22225-09&danger=FLOOD"))
        .as("outside the zone")
        .contains("見本の集会所")
        .contains("市のハザードマップで、洪水の区域の外です。");
    openByHand("見本の川の家", ShelterKind.SELF_OPENED, IN_THE_ZONE, true);
    assertThat(way("d=22225-09&danger=FLOOD")).as("inside").doesNotContain("見本の川の家");
    assertThat(way("d=22225-09"))
        .as("from nothing in particular")
        .contains("見本の川の家")
        .contains("市のハザードマップで、洪水の区域の中です。");
  }

  private static void openByHand(
      String name, ShelterKind kind, LatLon location, boolean announced) {
    Shelter place =
        shelters.add(
            new NewShelter(
                name,
                kind,
                "",
                Optional.of(location),
                Optional.empty(),
                Optional.empty(),
                announced,
                ""),
            "shelter");
    openings.say(place, new OpeningWord.Open(""), "shelter");
  }

  /** A map of one zone round a place where nobody is sent to. */
  private static void useFloodMap() {
    database
        .database()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        with layer as (
                          insert into gis.hazard_layer (id, kind, scenario, name, source, edition, current, imported_at)
                          values (gen_random_uuid(), 'FLOOD', '見本', '見本川', '見本', '2026-01-01', true, now())
                          returning id),
                        zone as (
                          insert into gis.hazard_zone (layer_id, rank, label, outline)
                          select id, 3, '3m', ST_Multi(ST_MakeEnvelope(:lon - 0.001, :lat - 0.001, :lon + 0.001, :lat + 0.001, 4326))
                          from layer
                          returning id, layer_id, outline)
                        insert into gis.hazard_piece (zone_id, layer_id, outline, outline_3857)
                        select id, layer_id, ST_GeometryN(outline, 1), ST_Transform(ST_GeometryN(outline, 1), 3857)
                        from zone
                        """)
                    .bind("lat", IN_THE_ZONE.latitude())
                    .bind("lon", IN_THE_ZONE.longitude())
                    .execute());
  }

  @Test
  void neitherKeepsNorTellsOnWhereSomebodyIs() {
    HttpResponse<String> answer = get("at=35.0456,138.9544");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
  }

  @Test
  void asksAgainWhereThePlaceMakesNoSense() {
    for (String query :
        List.of("", "at=", "at=1", "at=a,b", "at=99,999", "d=nowhere", "danger=X&at=NaN,NaN")) {
      HttpResponse<String> answer = get(query);
      assertThat(answer.statusCode()).as(query).isEqualTo(200);
      assertThat(answer.body()).as(query).contains("地区を選ぶ").doesNotContain("<polyline");
    }
  }

  @Test
  void speaksTheLanguageOfTheReader() {
    useRoads();
    openOne();
    assertThat(way("at=35.0456,138.9544&lang=en")).contains("lang=\"en\"").contains("min");
  }

  private static Set<HazardKind> hazards(EvacuationSite site) {
    return site.designations().stream()
        .flatMap(designation -> designation.hazards().stream())
        .collect(Collectors.toSet());
  }

  private static EvacuationSite site(Predicate<EvacuationSite> wanted) {
    return sites.list().stream()
        .filter(site -> !hazards(site).isEmpty())
        .filter(wanted)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens one site, the only one. */
  private static EvacuationSite openOne() {
    EvacuationSite site = site(_ -> true);
    open(site);
    return site;
  }

  private static void open(EvacuationSite site) {
    Shelter shelter = shelters.find(site.id()).orElseThrow();
    openings.say(shelter, new OpeningWord.Open(""), "shelter");
    openings.say(shelter, new OpeningWord.Crowded(Crowding.ROOM, Optional.empty()), "shelter");
  }

  private void useRoads() {
    roads.conditions().use(network);
  }

  private LatLon middleOfTheWayTo(EvacuationSite site) {
    List<LatLon> line =
        roads
            .routes()
            .nearest(HOME, new RouteWish(hazards(site), WayProfile.FOOT))
            .orElseThrow()
            .route()
            .line();
    return line.get(line.size() / 2);
  }

  private String way(String query) {
    HttpResponse<String> answer = get(query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> get(String query) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/way?" + query)).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
