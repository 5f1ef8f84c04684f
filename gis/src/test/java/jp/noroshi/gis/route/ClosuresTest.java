package jp.noroshi.gis.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.delivery.MovableClock;
import jp.noroshi.core.evacuation.OpenSites;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Closures on the roads of the sample municipality: true in the database, felt at once. */
class ClosuresTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** The graph is kept between the tests. */
  @TempDir static Path cache;

  private static final Instant MORNING = Instant.parse("2026-09-01T00:00:00Z");
  private static final LatLon WEST = new LatLon(35.005, 138.935);
  private static final LatLon EAST = new LatLon(35.005, 138.962);
  private static final RouteWish WALK = new RouteWish(Set.of(), WayProfile.FOOT);
  private static final RouteWish WHEEL = new RouteWish(Set.of(), WayProfile.WHEELCHAIR);

  private final MovableClock clock = new MovableClock(MORNING);
  private RoadServices roads;

  @BeforeEach
  void open() {
    database.truncate("gis");
    database.truncate("core");
    roads = started();
  }

  @AfterEach
  void close() {
    roads.close();
  }

  @Test
  void theNextRouteGoesRoundAClosedBridge() {
    double before = walk().metres();
    roads.closures().add(closed(bridge()), "duty");
    assertThat(walk().metres()).isGreaterThan(before + 500);
    assertThat(walk().basis()).isEqualTo(Route.Basis.ROADS);
  }

  @Test
  void aLiftedClosureBlocksNobody() {
    double before = walk().metres();
    Closure closure = roads.closures().add(closed(bridge()), "duty");
    roads.closures().lift(closure.id(), "duty");
    assertThat(walk().metres()).isEqualTo(before);
    assertThat(roads.closures().listCurrent()).isEmpty();
    assertThat(kinds()).containsExactly(ChronologyKind.WAY_CLOSED, ChronologyKind.WAY_REOPENED);
  }

  @Test
  void aClosureForWheelchairsLetsWalkersPass() {
    double before = walk().metres();
    roads
        .closures()
        .add(
            new NewClosure(
                bridge(), "段差", Closure.AppliesTo.WHEELCHAIR, Optional.empty(), Optional.empty()),
            "duty");
    assertThat(walk().metres()).isEqualTo(before);
    assertThat(roads.routes().route(WEST, EAST, WHEEL).metres()).isGreaterThan(before + 500);
  }

  @Test
  void aClosureHoldsFromItsBeginningToItsEnd() {
    double before = walk().metres();
    Instant begins = MORNING.plus(Duration.ofHours(1));
    roads
        .closures()
        .add(
            new NewClosure(
                bridge(),
                "点検",
                Closure.AppliesTo.EVERYBODY,
                Optional.of(begins),
                Optional.of(begins.plus(Duration.ofHours(2)))),
            "duty");
    assertThat(walk().metres()).isEqualTo(before);
    clock.advance(Duration.ofHours(1));
    roads.conditions().refresh();
    assertThat(walk().metres()).isGreaterThan(before + 500);
    clock.advance(Duration.ofHours(2));
    roads.conditions().refresh();
    assertThat(walk().metres()).isEqualTo(before);
    assertThat(roads.routes().routeAt(begins, WEST, EAST, WALK).metres())
        .isGreaterThan(before + 500);
  }

  @Test
  void aClosureOutlivesTheHub() {
    double before = walk().metres();
    roads.closures().add(closed(bridge()), "duty");
    roads.close();
    roads = started();
    assertThat(walk().metres()).isGreaterThan(before + 500);
  }

  @Test
  void anAreaClosesEveryRoadInIt() {
    roads
        .closures()
        .add(
            closed(
                """
                {"type":"Polygon","coordinates":[[[138.94,34.96],[138.957,34.96],[138.957,35.07],[138.94,35.07],[138.94,34.96]]]}
                """),
            "duty");
    Route way = walk();
    assertThat(way.basis()).isEqualTo(Route.Basis.UNREACHABLE);
    assertThat(way.line()).containsExactly(WEST, EAST);
  }

  @Test
  void whatCannotBeUsedIsRefusedAndChangesNothing() {
    refuses(ClosureRefusal.SHAPE_UNUSABLE, closed("{\"type\":\"Point\",\"coordinates\":[999,0]}"));
    refuses(ClosureRefusal.SHAPE_UNUSABLE, closed("somewhere"));
    refuses(
        ClosureRefusal.REASON_MISSING,
        new NewClosure(
            bridge(), "  ", Closure.AppliesTo.EVERYBODY, Optional.empty(), Optional.empty()));
    refuses(
        ClosureRefusal.ENDS_BEFORE_IT_BEGINS,
        new NewClosure(
            bridge(),
            "冠水",
            Closure.AppliesTo.EVERYBODY,
            Optional.empty(),
            Optional.of(MORNING.minusSeconds(1))));
    assertThat(roads.closures().listAll()).isEmpty();
    assertThat(kinds()).isEmpty();
  }

  @Test
  void onlyWhatIsClosedCanBeLiftedAndOnlyOnce() {
    Closure closure = roads.closures().add(closed(bridge()), "duty");
    roads.closures().lift(closure.id(), "duty");
    assertThatExceptionOfType(ClosureRefusedException.class)
        .isThrownBy(() -> roads.closures().lift(closure.id(), "duty"))
        .matches(e -> e.refusal() == ClosureRefusal.ALREADY_LIFTED);
    assertThatExceptionOfType(ClosureRefusedException.class)
        .isThrownBy(() -> roads.closures().lift(UUID.randomUUID(), "duty"))
        .matches(e -> e.refusal() == ClosureRefusal.NOT_FOUND);
  }

  @Test
  void withoutANetworkTheWayIsAStraightLineAndSaysSo() {
    try (RoadServices bare = bare()) {
      Route way = bare.routes().route(WEST, EAST, WALK);
      assertThat(way.basis()).isEqualTo(Route.Basis.NO_NETWORK);
      assertThat(way.straight()).isTrue();
      assertThat(way.line()).containsExactly(WEST, EAST);
    }
  }

  private void refuses(ClosureRefusal refusal, NewClosure closure) {
    assertThatExceptionOfType(ClosureRefusedException.class)
        .isThrownBy(() -> roads.closures().add(closure, "duty"))
        .matches(e -> e.refusal() == refusal);
  }

  private Route walk() {
    return roads.routes().route(WEST, EAST, WALK);
  }

  /** Where the way crosses the river: the sample's bridge at 35.005 N. */
  private String bridge() {
    LatLon crossing =
        roads.routes().route(WEST, EAST, WALK).warnings().stream()
            .filter(warning -> warning.kind() == RouteWarning.Kind.BRIDGE)
            .map(RouteWarning::at)
            .findFirst()
            .orElseThrow();
    return "{\"type\":\"Point\",\"coordinates\":[%s,%s]}"
        .formatted(crossing.longitude(), crossing.latitude());
  }

  private static NewClosure closed(String shape) {
    return new NewClosure(
        shape, "冠水", Closure.AppliesTo.EVERYBODY, Optional.empty(), Optional.empty());
  }

  private RoadServices started() {
    RoadServices services = bare();
    services
        .conditions()
        .use(
            RoadNetwork.load(
                ProjectFiles.find("config/sample/roads.osm.gz"), cache, Optional.empty()));
    return services;
  }

  private RoadServices bare() {
    return RoadServices.open(
        database.database(),
        new Chronology(database.database()),
        Mode.DRILL,
        () -> OpenSites.Open.NOTHING,
        UsualPace.OURS,
        clock);
  }

  private List<ChronologyKind> kinds() {
    return new ChronologyReader(database.database())
        .listAfter(0, 100, ChronologyFilter.ALL).stream().map(line -> line.entry().kind()).toList();
  }
}
