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
import java.util.stream.IntStream;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.population.Resident;
import jp.noroshi.gis.population.Residents;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.geojson.GeoJsonReader;

class WhoIsInsideTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AreaCode IZUNOKUNI = new AreaCode("22225");
  private static final AreaCode NAGAOKA = new AreaCode("22225-01");
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private static List<Resident> residents;

  private final WhoIsInside inside = new WhoIsInside(database.database(), IZUNOKUNI);

  @BeforeAll
  static void residentsOfTheSample() throws Exception {
    Path file =
        Path.of(System.getProperty("noroshi.root", ".."), "config/sample/districts.geojson");
    new Districts(database.database(), IZUNOKUNI).load(Files.readAllBytes(file));
    Random random = new Random(7);
    // Well inside the outlines of the sample, so that nobody is left out.
    residents =
        IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    new Resident(
                        i / 3,
                        new LatLon(
                            35.0 + random.nextInt(4_000) / 100_000.0,
                            138.93 + random.nextInt(5_000) / 100_000.0)))
            .toList();
    Residents.Taken taken =
        new Residents(database.database(), IZUNOKUNI).replace(residents.stream());
    assertThat(taken).isEqualTo(new Residents.Taken(2_000, 0));
  }

  @Test
  void countsWhatAnIndependentLibraryCounts() {
    qt().withFixedSeed(22225)
        .withExamples(25)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              String drawn = star(new Random(seed));
              List<Resident> expected = expectedIn(drawn);
              InsideCount count = inside.count(area(drawn));
              assertThat(count.residents()).isEqualTo(expected.size());
              assertThat(count.households())
                  .isEqualTo(expected.stream().map(Resident::household).distinct().count());
              assertThat(count.districts())
                  .extracting(InsideCount.DistrictShare::residents)
                  .satisfies(
                      shares ->
                          assertThat(shares.stream().mapToLong(Long::longValue).sum())
                              .isEqualTo(expected.size()));
            });
  }

  @Test
  void whatOverlapsIsCountedOnce() {
    String everything = box(34.9, 138.8, 35.2, 139.2);
    InsideCount count =
        inside.count(
            new TargetArea(Optional.of(outline(everything)), Set.of(NAGAOKA), Optional.empty()));
    assertThat(count.residents()).isEqualTo(2_000);
    assertThat(count.households()).isEqualTo(667);
  }

  @Test
  void aDistrictIsTouchedByItselfAndNotByItsNeighbours() {
    InsideCount count = inside.count(TargetArea.of(Set.of(NAGAOKA)));
    assertThat(count.districts()).hasSize(1);
    InsideCount.DistrictShare share = count.districts().getFirst();
    assertThat(share.code()).isEqualTo(NAGAOKA);
    assertThat(share.residents()).isEqualTo(share.of());
  }

  @Test
  void whoLivesOnTheBorderIsInside() {
    LatLon home = residents.getFirst().home();
    String drawn =
        box(home.latitude(), home.longitude(), home.latitude() + 1e-6, home.longitude() + 1e-6);
    assertThat(inside.count(area(drawn)).residents()).isPositive();
  }

  @Test
  void anOutlineThatCrossesItselfIsMendedAndItIsSaid() {
    String bow = polygon("[138.93,35.0],[138.98,35.04],[138.98,35.0],[138.93,35.04],[138.93,35.0]");
    InsideCount count = inside.count(area(bow));
    assertThat(count.mended()).isTrue();
    assertThat(count.residents()).isBetween(700L, 1_300L);
    assertThat(inside.count(area(box(35.0, 138.93, 35.04, 138.98))).mended()).isFalse();
  }

  @Test
  void fewPeopleOnTheRegisterAreNotTold() {
    assertThat(inside.count(area(box(35.0, 138.93, 35.04, 138.98))).people()).isEmpty();
  }

  @Test
  void nobodyLivesInTheSea() {
    InsideCount count = inside.count(area(box(34.4, 138.4, 34.5, 138.5)));
    assertThat(count.residents()).isZero();
    assertThat(count.districts()).isEmpty();
  }

  private static List<Resident> expectedIn(String drawn) {
    try {
      Geometry geometry = new GeoJsonReader(GEOMETRY).read(drawn);
      return residents.stream()
          .filter(
              resident ->
                  geometry.intersects(
                      GEOMETRY.createPoint(
                          new Coordinate(resident.home().longitude(), resident.home().latitude()))))
          .toList();
    } catch (org.locationtech.jts.io.ParseException e) {
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

  private static TargetArea area(String geoJson) {
    return TargetArea.of(outline(geoJson));
  }

  private static DrawnOutline outline(String geoJson) {
    try {
      return DrawnOutline.read(Json.mapper().readTree(geoJson));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
