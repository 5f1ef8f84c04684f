package jp.noroshi.gis.route;

import static jp.noroshi.gis.route.DisorderedRoads.NOW;
import static jp.noroshi.gis.route.DisorderedRoads.at;
import static jp.noroshi.gis.route.DisorderedRoads.closedAtRandom;
import static jp.noroshi.gis.route.DisorderedRoads.costs;
import static jp.noroshi.gis.route.DisorderedRoads.node;
import static jp.noroshi.gis.route.DisorderedRoads.passable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.SharedPlaces;
import jp.noroshi.gis.hazard.HazardKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The search over the roads of the sample municipality, held against Dijkstra as in the book. */
class RoadSearchTest {

  @TempDir static Path cache;

  private static RoadNetwork sample;

  @BeforeAll
  static void load() {
    sample =
        RoadNetwork.load(ProjectFiles.find("config/sample/roads.osm.gz"), cache, Optional.empty());
  }

  @AfterAll
  static void close() {
    sample.close();
  }

  @Test
  void theSampleNetworkIsWhole() {
    assertThat(sample.nodes()).isGreaterThan(2_000);
    assertThat(sample.knowsSlopes()).isTrue();
  }

  @Test
  void theSameFileIsNotReadTwice() {
    try (RoadNetwork again =
        RoadNetwork.load(
            ProjectFiles.find("config/sample/roads.osm.gz"), cache, Optional.empty())) {
      assertThat(again.edges()).isEqualTo(sample.edges());
    }
  }

  @ParameterizedTest
  @EnumSource(WayProfile.class)
  void everyWayCostsWhatPlainDijkstraSays(WayProfile profile) {
    compareWithDijkstra(sample, costs(sample, closedAtRandom(sample, 5), profile), 150);
  }

  @ParameterizedTest
  @EnumSource(WayProfile.class)
  void theNearestGoalOfEverybodyIsThatOfEachPair(WayProfile profile) {
    EdgeCosts costs = costs(sample, closedAtRandom(sample, 6), profile);
    compareTree(sample, costs, 12, 150);
  }

  @Test
  void noWayUsesAClosedRoad() {
    Random random = new Random(7);
    EdgeState state = closedAtRandom(sample, 7);
    for (int i = 0; i < 150; i++) {
      Optional<RouteSearch.Found> found =
          RouteSearch.find(
              sample,
              costs(sample, state, WayProfile.FOOT),
              node(sample, random),
              node(sample, random));
      found.ifPresent(
          way ->
              assertThat(way.steps())
                  .noneMatch(step -> state.isClosed(step.edge(), WayProfile.FOOT)));
    }
  }

  @Test
  void wheelchairsAreNeverSentOverSteps() {
    Random random = new Random(8);
    EdgeState state = new EdgeState(sample.edges(), NOW);
    int found = 0;
    for (int i = 0; i < 200; i++) {
      var way =
          RouteSearch.find(
              sample,
              costs(sample, state, WayProfile.WHEELCHAIR),
              node(sample, random),
              node(sample, random));
      found += way.isPresent() ? 1 : 0;
      way.ifPresent(
          each ->
              assertThat(each.steps())
                  .noneMatch(step -> RoadFeature.STEPS.isIn(sample.features(step.edge()))));
    }
    assertThat(found).isGreaterThan(100);
  }

  @Test
  void aZoneOfDangerIsAvoidedButNeverATrap() {
    EdgeState.Draft flooded = new EdgeState(sample.edges(), NOW).change(NOW);
    for (int edge = 0; edge < sample.edges(); edge++) {
      flooded.endanger(edge, HazardKind.FLOOD);
    }
    EdgeCosts costs =
        EdgeCosts.of(sample, flooded.finish(), Set.of(HazardKind.FLOOD), WayProfile.FOOT);
    Random random = new Random(9);
    assertThat(RouteSearch.find(sample, costs, node(sample, random), node(sample, random)))
        .isPresent();
  }

  @Test
  void liechtensteinIsSearchedAsPlainDijkstraDoes() {
    compareExtract("osm/liechtenstein-latest.osm.pbf", Optional.empty());
  }

  @Test
  void andorraWithItsMountainsIsSearchedAsPlainDijkstraDoes() {
    compareExtract("osm/andorra.osm.pbf", Optional.of(SharedPlaces.orSkip("dem")));
  }

  private static void compareExtract(String file, Optional<Path> heights) {
    try (RoadNetwork network = RoadNetwork.load(SharedPlaces.orSkip(file), cache, heights)) {
      for (WayProfile profile : WayProfile.values()) {
        EdgeCosts costs = costs(network, closedAtRandom(network, 11), profile);
        compareWithDijkstra(network, costs, 60);
        compareTree(network, costs, 20, 60);
      }
    }
  }

  private static void compareWithDijkstra(RoadNetwork network, EdgeCosts costs, int pairs) {
    Random random = new Random(3);
    for (int i = 0; i < pairs; i++) {
      int from = passable(network, costs, random);
      int to = passable(network, costs, random);
      double expected = PlainDijkstra.costs(network, costs, from)[to];
      Optional<RouteSearch.Found> found =
          RouteSearch.find(network, costs, at(network, from), at(network, to));
      if (Double.isFinite(expected)) {
        assertThat(found).isPresent();
        assertThat(found.get().weight()).isCloseTo(expected, within(0.001 * expected + 0.5));
      }
    }
  }

  private static void compareTree(RoadNetwork network, EdgeCosts costs, int goals, int people) {
    Random random = new Random(4);
    List<LatLon> sites = new ArrayList<>();
    for (int i = 0; i < goals; i++) {
      sites.add(at(network, passable(network, costs, random)));
    }
    NearestTree tree = NearestTree.grow(network, costs, sites);
    for (int i = 0; i < people; i++) {
      LatLon home = at(network, passable(network, costs, random));
      double best =
          sites.stream()
              .flatMap(site -> RouteSearch.find(network, costs, home, site).stream())
              .mapToDouble(RouteSearch.Found::weight)
              .min()
              .orElse(Double.POSITIVE_INFINITY);
      double found =
          tree.find(home).map(NearestTree.Nearest::weight).orElse(Double.POSITIVE_INFINITY);
      if (Double.isFinite(best)) {
        assertThat(found).isCloseTo(best, within(0.001 * best + 0.5));
      } else {
        assertThat(found).isInfinite();
      }
    }
  }
}
