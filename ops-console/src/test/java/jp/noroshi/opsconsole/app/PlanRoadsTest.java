package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.evacuation.OpenSites;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanProposals;
import jp.noroshi.gis.plan.PlannedRoute;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.route.Closure;
import jp.noroshi.gis.route.NewClosure;
import jp.noroshi.gis.route.RoadNetwork;
import jp.noroshi.gis.route.RoadServices;
import jp.noroshi.gis.route.UsualPace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whether the way of a plan is still there, on the roads of the sample municipality. */
class PlanRoadsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir static Path folder;

  private static final LatLon HOME = new LatLon(34.99, 138.952);
  private static final LatLon SITE = new LatLon(35.0578, 138.945);

  private final RoadServices roads = open();
  private final PlanRoads ways = new PlanRoads(roads.routes());

  private static RoadServices open() {
    RoadServices roads =
        RoadServices.open(
            database.database(),
            new Chronology(database.database()),
            Mode.DRILL,
            () -> OpenSites.Open.NOTHING,
            UsualPace.OURS,
            Clock.fixed(Instant.parse("2026-09-10T07:30:00Z"), ZoneOffset.UTC));
    roads
        .conditions()
        .use(
            RoadNetwork.load(
                ProjectFiles.find("config/sample/roads.osm.gz"),
                folder.resolve("roads"),
                Optional.empty()));
    return roads;
  }

  @AfterEach
  void reopenEverything() {
    roads.closures().listCurrent().forEach(each -> roads.closures().lift(each.id(), "duty"));
    roads.close();
  }

  @Test
  void aWayIsThereAsLongAsNothingIsClosedOnIt() {
    PlanProposals.PlannedWay way = planned();
    assertThat(isLost(way)).isFalse();
    close(around(new LatLon(HOME.latitude() - 0.002, HOME.longitude() + 0.02), 0.0005));
    assertThat(isLost(way)).as("closed elsewhere").isFalse();
  }

  @Test
  void aWayWithoutAnyOtherIsLostUntilTheClosureIsLifted() {
    PlanProposals.PlannedWay way = planned();
    close(around(SITE, 0.003));
    assertThat(isLost(way)).isTrue();
    roads.closures().listCurrent().forEach(each -> roads.closures().lift(each.id(), "duty"));
    assertThat(isLost(way)).isFalse();
  }

  @Test
  void aWayThatBecomesALittleLongerIsThereAndOneThatBecomesMuchLongerIsLost() {
    PlannedRoute before = find();
    PlanProposals.PlannedWay way = new PlanProposals.PlannedWay(HOME, SITE, before.metres());
    LatLon middle = before.line().get(before.line().size() / 2);
    close(around(middle, 0.0005));
    assertThat(find().line()).isNotEqualTo(before.line());
    assertThat(find().metres()).isLessThan(before.metres() * 6 / 5);
    assertThat(isLost(way)).isFalse();

    close(box(middle.latitude(), middle.longitude(), 0.0015, 0.02));
    assertThat(find().metres()).isGreaterThan(before.metres() * 6 / 5 + 100);
    assertThat(isLost(way)).isTrue();
  }

  private PlannedRoute find() {
    return ways.find(HOME, SITE, HazardKind.FLOOD, Mobility.WALKS).getFirst();
  }

  private PlanProposals.PlannedWay planned() {
    return new PlanProposals.PlannedWay(HOME, SITE, find().metres());
  }

  private boolean isLost(PlanProposals.PlannedWay way) {
    return ways.isLost(way, HazardKind.FLOOD, Mobility.WALKS);
  }

  private void close(String geometry) {
    roads
        .closures()
        .add(
            new NewClosure(
                geometry, "冠水", Closure.AppliesTo.EVERYBODY, Optional.empty(), Optional.empty()),
            "duty");
  }

  private static String around(LatLon middle, double degrees) {
    return box(middle.latitude(), middle.longitude(), degrees, degrees);
  }

  /** A rectangle so many degrees to each side of its middle. */
  private static String box(double latitude, double longitude, double high, double wide) {
    return "{\"type\":\"Polygon\",\"coordinates\":[["
        + IntStream.range(0, 5)
            .mapToObj(
                corner ->
                    "[%.6f,%.6f]"
                        .formatted(
                            longitude + (corner % 4 == 1 || corner % 4 == 2 ? wide : -wide),
                            latitude + (corner % 4 >= 2 ? high : -high)))
            .collect(Collectors.joining(","))
        + "]]}";
  }
}
