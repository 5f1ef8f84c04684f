package jp.noroshi.gis.route;

import static jp.noroshi.gis.route.DisorderedRoads.at;
import static jp.noroshi.gis.route.DisorderedRoads.closedAtRandom;
import static jp.noroshi.gis.route.DisorderedRoads.costs;
import static jp.noroshi.gis.route.DisorderedRoads.passable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.routing.util.AllEdgesIterator;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.SharedPlaces;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The search over the roads, held against what pgRouting finds on the same stretches. */
class PgRoutingTest {

  private static final int PLACES = 20;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir static Path cache;

  /** Two junctions. */
  private record Pair(int from, int to) {}

  @BeforeAll
  static void extend() {
    database.database().useTransaction(handle -> handle.execute("create extension pgrouting"));
  }

  @Test
  void agreesOnTheSampleMunicipality() {
    compare(ProjectFiles.find("config/sample/roads.osm.gz"), Optional.empty());
  }

  @Test
  void agreesOnLiechtenstein() {
    compare(SharedPlaces.orSkip("osm/liechtenstein-latest.osm.pbf"), Optional.empty());
  }

  @Test
  void agreesOnAndorraWithItsMountains() {
    compare(SharedPlaces.orSkip("osm/andorra.osm.pbf"), Optional.of(SharedPlaces.orSkip("dem")));
  }

  private static void compare(Path osm, Optional<Path> heights) {
    try (RoadNetwork network = RoadNetwork.load(osm, cache, heights)) {
      for (WayProfile profile : WayProfile.values()) {
        compare(network, costs(network, closedAtRandom(network, 21), profile));
      }
    }
  }

  private static void compare(RoadNetwork network, EdgeCosts costs) {
    Random random = new Random(5);
    IntSupplier place = () -> passable(network, costs, random);
    List<Integer> from = IntStream.generate(place).limit(PLACES).boxed().toList();
    List<Integer> to = IntStream.generate(place).limit(PLACES).boxed().toList();
    Map<Pair, Double> expected = costsFoundByPgRouting(network, costs, from, to);
    assertThat(expected).hasSizeGreaterThan(PLACES);
    for (int start : from) {
      for (int goal : to) {
        Optional<RouteSearch.Found> found =
            RouteSearch.find(network, costs, at(network, start), at(network, goal));
        Double cost = start == goal ? Double.valueOf(0) : expected.get(new Pair(start, goal));
        if (cost != null) {
          assertThat(found).isPresent();
          assertThat(found.get().weight()).isCloseTo(cost, within(0.001 * cost + 0.5));
        }
      }
    }
  }

  private static Map<Pair, Double> costsFoundByPgRouting(
      RoadNetwork network, EdgeCosts costs, List<Integer> from, List<Integer> to) {
    return database
        .database()
        .inTransaction(
            handle -> {
              fill(handle, network, costs);
              Map<Pair, Double> found = new HashMap<>();
              handle
                  .createQuery(
                      """
                      select start_vid, end_vid, agg_cost
                      from pgr_dijkstraCost('select * from stretch', :from, :to, true)
                      """)
                  .bindArray("from", Integer.class, from)
                  .bindArray("to", Integer.class, to)
                  .map(
                      (row, _) ->
                          Map.entry(new Pair(row.getInt(1), row.getInt(2)), row.getDouble(3)))
                  .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
              return found;
            });
  }

  /** pgRouting takes a negative cost for no way. */
  private static void fill(Handle handle, RoadNetwork network, EdgeCosts costs) {
    handle.execute(
        """
        create temp table stretch
          (id int, source int, target int, cost float8, reverse_cost float8) on commit drop
        """);
    PreparedBatch batch = handle.prepareBatch("insert into stretch values (?, ?, ?, ?, ?)");
    AllEdgesIterator edge = network.graph().getAllEdges();
    while (edge.next()) {
      batch.add(
          edge.getEdge(),
          edge.getBaseNode(),
          edge.getAdjNode(),
          cost(edge.getDistance(), costs.perMetre(2 * edge.getEdge())),
          cost(edge.getDistance(), costs.perMetre(2 * edge.getEdge() + 1)));
    }
    batch.execute();
  }

  private static double cost(double metres, double perMetre) {
    return Double.isFinite(perMetre) ? metres * perMetre : -1;
  }
}
