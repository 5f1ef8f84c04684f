package jp.noroshi.gis.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertBuilder;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.place.Shape;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.population.Household;
import jp.noroshi.gis.population.Residents;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

class WhoIsInsideTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AreaCode IZUNOKUNI = new AreaCode("22225");
  private static final AreaCode NAGAOKA = new AreaCode("22225-01");
  private static final LatLon MIDDLE = new LatLon(35.0203, 138.9507);
  private static final long ALL = 3_999;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private static List<Household> households;

  private final WhoIsInside inside = new WhoIsInside(database.database(), IZUNOKUNI);

  @BeforeAll
  static void residentsOfTheSample() throws Exception {
    Path file =
        Path.of(System.getProperty("noroshi.root", ".."), "config/sample/districts.geojson");
    new Districts(database.database(), IZUNOKUNI).load(Files.readAllBytes(file));
    Random random = new Random(7);
    // Well inside the outlines of the sample, so that nobody is left out.
    households =
        IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    new Household(
                        new LatLon(
                            35.0 + random.nextInt(4_000) / 100_000.0,
                            138.93 + random.nextInt(5_000) / 100_000.0),
                        1 + i % 3))
            .toList();
    Residents.Taken taken =
        new Residents(database.database(), IZUNOKUNI).replace(households.stream());
    assertThat(taken).isEqualTo(new Residents.Taken(2_000, ALL, 0));
  }

  @Test
  void countsWhatAnIndependentLibraryCounts() {
    qt().withFixedSeed(22225)
        .withExamples(25)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              String drawn = star(new Random(seed));
              List<Household> expected = expectedIn(shape(drawn)::intersects);
              InsideCount count = inside.count(area(drawn));
              assertThat(count.residents()).isEqualTo(residents(expected));
              assertThat(count.households()).isEqualTo(expected.size());
              assertThat(count.districts())
                  .extracting(InsideCount.DistrictShare::residents)
                  .satisfies(
                      shares ->
                          assertThat(shares.stream().mapToLong(Long::longValue).sum())
                              .isEqualTo(residents(expected)));
            });
  }

  @Test
  void whatOverlapsIsCountedOnce() {
    String everything = box(34.9, 138.8, 35.2, 139.2);
    InsideCount count =
        inside.count(
            new Area.Together(
                List.of(
                    Area.of(outline(everything)),
                    Area.of(Set.of(NAGAOKA)),
                    new Area.Municipality(),
                    new Area.Circle(new Shape.Circle(MIDDLE, 900)))));
    assertThat(count.residents()).isEqualTo(ALL);
    assertThat(count.households()).isEqualTo(2_000);
  }

  @Test
  void aDistrictIsTouchedByItselfAndNotByItsNeighbours() {
    InsideCount count = inside.count(Area.of(Set.of(NAGAOKA)));
    assertThat(count.districts()).hasSize(1);
    InsideCount.DistrictShare share = count.districts().getFirst();
    assertThat(share.code()).isEqualTo(NAGAOKA);
    assertThat(share.residents()).isEqualTo(share.of());
  }

  @Test
  void whoLivesOnTheBorderIsInside() {
    LatLon home = households.getFirst().home();
    String drawn =
        box(home.latitude(), home.longitude(), home.latitude() + 1e-6, home.longitude() + 1e-6);
    assertThat(inside.count(area(drawn)).residents()).isPositive();
  }

  @Test
  void anOutlineThatCrossesItselfIsMendedAndItIsSaid() {
    String bow = polygon("[138.93,35.0],[138.98,35.04],[138.98,35.0],[138.93,35.04],[138.93,35.0]");
    InsideCount count = inside.count(area(bow));
    assertThat(count.mended()).isTrue();
    assertThat(count.residents()).isBetween(1_400L, 2_600L);
    assertThat(inside.count(area(box(35.0, 138.93, 35.04, 138.98))).mended()).isFalse();
  }

  @Test
  void fewPeopleOnTheRegisterAreNotTold() {
    assertThat(inside.count(area(box(35.0, 138.93, 35.04, 138.98))).people()).isEmpty();
  }

  /** Karney's geodesic in the database, a sphere here: nobody lives where the two differ. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 60, 400, 1_500, 5_000, 400_000})
  void aCircleTakesInWhoeverLivesNoFartherFromItsMiddle(double radius) {
    Predicate<Household> near = household -> household.home().metresTo(MIDDLE) <= radius * 0.994;
    Predicate<Household> notFar = household -> household.home().metresTo(MIDDLE) <= radius * 1.006;
    InsideCount count = inside.count(new Area.Circle(new Shape.Circle(MIDDLE, radius)));
    assertThat(count.households())
        .isBetween(
            households.stream().filter(near).count(), households.stream().filter(notFar).count());
    assertThat(count.districts()).isNotEmpty();
  }

  @Test
  void aWarningHoldsWhereItsSenderDrewOrNamedIt() {
    assertThat(warned(Optional.empty(), List.of(new Shape.Circle(MIDDLE, 800))))
        .isEqualTo(inside.count(new Area.Circle(new Shape.Circle(MIDDLE, 800))).residents());
    assertThat(warned(Optional.of("22225-01"), List.of()))
        .isEqualTo(inside.count(Area.of(Set.of(NAGAOKA))).residents());
    assertThat(
            Stream.of("22225", "2222500", "22", "220000")
                .map(code -> warned(Optional.of(code), List.of())))
        .containsOnly(ALL);
    assertThat(
            Stream.of("22219", "2221900", "23", "230000", "220010")
                .map(code -> warned(Optional.of(code), List.of())))
        .containsOnly(0L);
  }

  private long warned(Optional<String> code, List<Shape> shapes) {
    AlertArea area =
        new AlertArea(
            "",
            false,
            code.map(AreaCode::new),
            "区域",
            List.of(AlertBuilder.landslideLevelFour(KindState.ISSUED)),
            shapes);
    return inside.count(new Area.Warned(List.of(area))).residents();
  }

  @Test
  void nobodyLivesInTheSea() {
    InsideCount count = inside.count(area(box(34.4, 138.4, 34.5, 138.5)));
    assertThat(count.residents()).isZero();
    assertThat(count.districts()).isEmpty();
  }

  private static List<Household> expectedIn(Predicate<Point> area) {
    return households.stream()
        .filter(
            household ->
                area.test(
                    GEOMETRY.createPoint(
                        new Coordinate(household.home().longitude(), household.home().latitude()))))
        .toList();
  }

  private static long residents(List<Household> households) {
    return households.stream().mapToLong(Household::residents).sum();
  }

  private static Geometry shape(String drawn) {
    try {
      return new GeoJsonReader(GEOMETRY).read(drawn);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Corners around a middle, each in its own direction: such an outline never crosses itself. */
  private static String star(Random random) {
    double latitude = 35.0 + random.nextDouble() * 0.04;
    double longitude = 138.93 + random.nextDouble() * 0.05;
    int corners = 3 + random.nextInt(300);
    StringBuilder ring = new StringBuilder();
    String first = "";
    for (int corner = 0; corner < corners; corner++) {
      double angle = 2 * Math.PI * corner / corners;
      double radius = 0.002 + random.nextDouble() * 0.02;
      String position =
          "[%.7f,%.7f]"
              .formatted(longitude + radius * Math.cos(angle), latitude + radius * Math.sin(angle));
      first = corner == 0 ? position : first;
      ring.append(position).append(',');
    }
    return polygon(ring + first);
  }

  private static String box(double south, double west, double north, double east) {
    return polygon(
        "[%2$s,%1$s],[%4$s,%1$s],[%4$s,%3$s],[%2$s,%3$s],[%2$s,%1$s]"
            .formatted(south, west, north, east));
  }

  private static String polygon(String ring) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}";
  }

  private static Area area(String geoJson) {
    return Area.of(outline(geoJson));
  }

  private static DrawnOutline outline(String geoJson) {
    try {
      return DrawnOutline.read(Json.mapper().readTree(geoJson));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
