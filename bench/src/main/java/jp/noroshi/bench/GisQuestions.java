package jp.noroshi.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.OpenSites;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.ImportSummary;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.opendata.SiteImportReader;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.population.Residents;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.ListingRules;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.route.Closure;
import jp.noroshi.gis.route.NewClosure;
import jp.noroshi.gis.route.Reachability;
import jp.noroshi.gis.route.RoadNetwork;
import jp.noroshi.gis.route.RoadServices;
import jp.noroshi.gis.route.RouteWish;
import jp.noroshi.gis.route.UsualPace;
import jp.noroshi.gis.route.WayProfile;
import jp.noroshi.gis.site.SiteImportTarget;
import jp.noroshi.gis.targeting.Area;
import jp.noroshi.gis.targeting.DrawnOutline;
import jp.noroshi.gis.targeting.TargetList;
import jp.noroshi.gis.targeting.WhoIsInside;
import jp.noroshi.gis.tiles.TileAddress;
import jp.noroshi.gis.tiles.TileLayer;
import jp.noroshi.gis.tiles.Tiles;

/** What is asked of the map, each by the door the hub itself goes through. */
final class GisQuestions implements AutoCloseable {

  private static final int SITES_OF_A_PREFECTURE = 4_600;
  private static final int TILES = 200;

  /** More households at once are not asked about. */
  private static final long HOUSEHOLDS_LED = 60_000;

  private static final LatLon NORTH = new LatLon(35.0578, 138.945);
  private static final LatLon SOUTH = new LatLon(34.99, 138.952);
  private static final RouteWish FLOOD = new RouteWish(Set.of(HazardKind.FLOOD), WayProfile.FOOT);
  private static final Access ASSISTANCE =
      Access.of(
          new Reader("bench", Reader.Standing.WELFARE_STAFF, "127.0.0.1"),
          Purpose.ASSISTANCE,
          LegalBasis.PLAN_INTERNAL);

  private final BenchBed bed;
  private final GisBed municipality;
  private final Database database;
  private final Chronology chronology;
  private final Residents.Taken taken;
  private final RoadServices roads;

  GisQuestions(BenchBed bed, GisBed municipality, Residents.Taken taken) {
    this.bed = bed;
    this.municipality = municipality;
    this.database = bed.hub().database();
    this.chronology = new Chronology(database);
    this.taken = taken;
    this.roads =
        RoadServices.open(
            database,
            chronology,
            Mode.DRILL,
            () -> new OpenSites.Open(municipality.openSites(), List.of()),
            UsualPace.OURS,
            Clock.systemUTC());
    roads
        .conditions()
        .use(
            RoadNetwork.load(
                bed.file("config/sample/roads.osm.gz"),
                bed.directory().resolve("roads"),
                Optional.empty()));
  }

  List<GisBench.Question> all() {
    List<GisBench.Question> all = new ArrayList<>(inside());
    if (taken.households() <= HOUSEHOLDS_LED) {
      all.add(nearest());
    }
    all.add(closing());
    all.add(tiles());
    all.add(siteList());
    all.add(examination());
    return all;
  }

  private List<GisBench.Question> inside() {
    WhoIsInside inside = new WhoIsInside(database, GisBed.CODE);
    RegisterServices register = register();
    TargetList targets = new TargetList(database, register.log(), GisBed.CODE);
    Area whole = new Area.Municipality();
    Area onTheMap = new Area.HazardLayer(municipality.hazardLayer(), 0);
    return List.of(
        new GisBench.Question(
            "Who is inside the municipality",
            "Residents, households, people who need assistance, facilities, sites and the share of each of 24 districts, in one statement.",
            "questions",
            1,
            200,
            () -> timed(() -> require(inside.count(whole).residents() == taken.residents()))),
        new GisBench.Question(
            "Who is inside a drawn outline of 50,000 corners",
            "The same for a GeoJSON MultiPolygon as a client sends it, read, checked and cut into pieces each time.",
            "questions",
            1,
            500,
            () -> timed(() -> require(inside.count(drawn()).residents() > 0))),
        new GisBench.Question(
            "Who is inside a map of dangers of 50,000 corners",
            "The same for the zones of a map that was imported.",
            "questions",
            1,
            500,
            () -> timed(() -> require(inside.count(onTheMap).residents() > 0))),
        new GisBench.Question(
            "The list of people of the municipality",
            "Everybody on the register with their plan and its destination, and a line of the access log on disk for each of them.",
            "lists",
            1,
            200,
            () -> timed(() -> require(!listed(targets, whole)))),
        new GisBench.Question(
            "The list of people within a map of dangers of 50,000 corners",
            "The same for the zones of a map.",
            "lists",
            1,
            500,
            () -> timed(() -> require(!listed(targets, onTheMap)))));
  }

  private static boolean listed(TargetList targets, Area area) {
    return targets.list(area, HazardKind.FLOOD, ASSISTANCE).isEmpty();
  }

  /** Reads the outline anew, as a call does. */
  private static Area drawn() {
    try {
      return Area.of(DrawnOutline.read(Json.mapper().readTree(GisBed.zones())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private GisBench.Question nearest() {
    return new GisBench.Question(
        "The nearest site of every household",
        "By the roads around zones of danger and closures: a closure is made and lifted first, so that the tree grows anew; then each household's road is found and its site looked up. Only the small municipality, which has some %,d households, is asked about."
            .formatted(taken.households()),
        "times everybody",
        1,
        2_000,
        () -> {
          closeAndOpen();
          return timed(
              () -> {
                Reachability reached = roads.routes().reachability(FLOOD);
                require(reached.residents() > 0);
              });
        });
  }

  private GisBench.Question closing() {
    return new GisBench.Question(
        "A closure takes effect",
        "From the call that closes a point on a bridge, committed to disk with its line of the chronology, to the next way that was found with it.",
        "closures",
        1,
        50,
        () -> {
          Contender.Result result = timed(this::closeAndAsk);
          liftAll();
          return result;
        });
  }

  private void closeAndAsk() {
    closeBridge();
    require(!roads.routes().route(SOUTH, NORTH, FLOOD).line().isEmpty());
  }

  private void closeAndOpen() {
    closeBridge();
    liftAll();
  }

  private void closeBridge() {
    roads
        .closures()
        .add(
            new NewClosure(
                "{\"type\":\"Point\",\"coordinates\":[138.948,35.005]}",
                "冠水",
                Closure.AppliesTo.EVERYBODY,
                Optional.empty(),
                Optional.empty()),
            "bench");
  }

  private void liftAll() {
    roads.closures().listCurrent().forEach(each -> roads.closures().lift(each.id(), "bench"));
  }

  private GisBench.Question tiles() {
    List<TileLayer> layers =
        List.of(
            TileLayer.Plain.DISTRICTS,
            TileLayer.Plain.SITES,
            new TileLayer.HazardMap(municipality.hazardLayer()));
    return new GisBench.Question(
        "Tiles that nobody asked for before",
        "%d tiles of districts, sites and dangers between zoom 10 and 16, each made by PostGIS; what is measured is the 99th of a hundred."
            .formatted(TILES),
        "tiles",
        1,
        30,
        () -> tileRound(layers));
  }

  private Contender.Result tileRound(List<TileLayer> layers) {
    Tiles tiles = new Tiles(database, Clock.systemUTC());
    List<Double> each = new ArrayList<>();
    for (int i = 0; i < TILES; i++) {
      TileLayer layer = layers.get(i % layers.size());
      TileAddress address = address(10 + i % 7, i);
      long began = System.nanoTime();
      tiles.get(layer, address);
      each.add((System.nanoTime() - began) / 1e6);
    }
    return new Contender.Result(Spread.quantile(each.stream().sorted().toList(), 0.99), Map.of());
  }

  /** Tiles side by side over the municipality, none twice as long as there are enough. */
  private static TileAddress address(int zoom, int number) {
    double across = 1 << zoom;
    double longitude = 138.90 + 0.14 * (number * 7 % TILES) / TILES;
    double latitude = Math.toRadians(34.99 + 0.09 * (number * 13 % TILES) / TILES);
    double y = (1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2;
    return new TileAddress(zoom, (int) ((longitude + 180) / 360 * across), (int) (y * across));
  }

  private GisBench.Question siteList() {
    Imports imports =
        new Imports(
            database,
            chronology,
            Mode.DRILL,
            Clock.systemUTC(),
            List.of(
                new ImportSource(
                    new SiteImportReader(database, GisBed.CODE), new SiteImportTarget())));
    byte[] list = GisBed.siteList(SITES_OF_A_PREFECTURE);
    return new GisBench.Question(
        "A prefecture's list of sites is read and compared",
        "%,d rows: encoding, columns and every cell read, compared with what is on file, and kept as a proposal that shows the difference."
            .formatted(SITES_OF_A_PREFECTURE),
        "lists",
        1,
        10_000,
        () -> {
          Contender.Result result =
              timed(
                  () -> {
                    ImportSummary proposed =
                        imports.propose(ImportKind.SITES, "bench.csv", list, "bench");
                    require(
                        proposed.counts().values().stream().mapToInt(n -> n).sum()
                            >= SITES_OF_A_PREFECTURE);
                  });
          imports.list(Set.of(ImportKind.SITES), 9).stream()
              .filter(each -> each.decided().isEmpty())
              .forEach(each -> imports.reject(each.id(), "bench"));
          return result;
        });
  }

  private GisBench.Question examination() {
    PlanServices plans =
        PlanServices.open(database, register(), (_, _, _, _) -> List.of(), Clock.systemUTC());
    return new GisBench.Question(
        "The nightly examination of all plans",
        "3,000 plans in the small municipality, 30,000 in the large one, each with two supporters, a way and a destination.",
        "examinations",
        1,
        60_000,
        () -> timed(() -> require(plans.examination().examineAll().plans() > 0)));
  }

  private RegisterServices register() {
    return RegisterServices.open(
        new RegisterServices.Stores(database, chronology, Mode.DRILL, Clock.systemUTC()),
        Optional.empty(),
        ListingRules.load(bed.file("config/register-rules.yaml")),
        MunicipalitySettings.load(bed.file("config/sample/izunokuni.yaml")));
  }

  private static Contender.Result timed(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return Contender.Result.since(began);
  }

  private static void require(boolean held) {
    if (!held) {
      throw new IllegalStateException("the answer was wrong");
    }
  }

  @Override
  public void close() {
    roads.close();
  }
}
