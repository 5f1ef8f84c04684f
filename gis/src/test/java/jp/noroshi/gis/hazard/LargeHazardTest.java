package jp.noroshi.gis.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSource;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.imports.RowChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.geojson.GeoJsonWriter;

/** A zone of fifty thousand corners, as real maps of a river have them. */
class LargeHazardTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int STARS = 100;
  private static final int CORNERS = 500;
  private static final int LARGEST_PIECE = 128;

  private Imports imports;

  @BeforeEach
  void start() {
    database.truncate("core");
    database.truncate("gis");
    imports =
        new Imports(
            database.database(),
            new Chronology(database.database()),
            Mode.DRILL,
            InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")),
            List.of(new ImportSource(new HazardImportReader(), new HazardImportTarget())));
  }

  /** A hundred jagged stars side by side. */
  private static Geometry zone() {
    Random random = new Random(50_000);
    return GEOMETRY.createMultiPolygon(
        IntStream.range(0, STARS)
            .mapToObj(i -> star(i % 10, i / 10, random))
            .toArray(Polygon[]::new));
  }

  private static Polygon star(int column, int row, Random random) {
    double x = 138.90 + 0.01 * column;
    double y = 35.00 + 0.01 * row;
    Coordinate[] ring = new Coordinate[CORNERS + 1];
    for (int i = 0; i < CORNERS; i++) {
      double radius = 0.002 + 0.0029 * random.nextDouble();
      double angle = 2 * Math.PI * i / CORNERS;
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[CORNERS] = ring[0].copy();
    return GEOMETRY.createPolygon(ring);
  }

  private static byte[] map(Geometry zone) {
    GeoJsonWriter writer = new GeoJsonWriter(9);
    writer.setEncodeCRS(false);
    return """
        {"type":"FeatureCollection","name":"川","kind":"FLOOD","scenario":"想定最大規模","edition":"2026-04-01","features":[
        {"type":"Feature","properties":{"浸水深":"0.5m以上3m未満"},"geometry":%s}]}
        """
        .formatted(writer.write(zone))
        .getBytes(StandardCharsets.UTF_8);
  }

  private <T> T ask(String query, Class<T> type) {
    return database.database().withHandle(handle -> handle.createQuery(query).mapTo(type).one());
  }

  @Test
  void isCutIntoSmallPiecesThatTogetherAreTheZone() {
    Geometry zone = zone();
    imports.approve(
        imports.propose(ImportKind.HAZARDS, "large.geojson", map(zone), "officer").id(),
        "approver");
    assertThat(ask("select sum(ST_NPoints(outline)) from gis.hazard_zone", Integer.class))
        .isEqualTo(STARS * (CORNERS + 1));
    assertThat(ask("select max(ST_NPoints(outline)) from gis.hazard_piece", Integer.class))
        .isLessThanOrEqualTo(LARGEST_PIECE);
    assertThat(ask("select sum(ST_Area(outline)) from gis.hazard_piece", Double.class))
        .isEqualTo(zone.getArea(), within(1e-9));
  }

  @Test
  void holdsExactlyThePlacesThatAnIndependentCountFindsInIt() {
    Geometry zone = zone();
    imports.approve(
        imports.propose(ImportKind.HAZARDS, "large.geojson", map(zone), "officer").id(),
        "approver");
    Random random = new Random(7);
    List<LatLon> places = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      places.add(
          new LatLon(34.99 + 0.11 * random.nextDouble(), 138.89 + 0.11 * random.nextDouble()));
    }
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(zone);
    List<Integer> expected =
        places.stream()
            .map(
                place ->
                    inside.locate(new Coordinate(place.longitude(), place.latitude()))
                            == Location.EXTERIOR
                        ? 0
                        : 1)
            .toList();
    List<Integer> found =
        new HazardExposure(database.database()).at(places).stream().map(List::size).toList();
    assertThat(found).isEqualTo(expected);
    assertThat(found.stream().collect(Collectors.summingInt(n -> n))).isBetween(500, 2_500);
  }

  @Test
  void importedAgainChangesNothing() {
    byte[] bytes = map(zone());
    imports.approve(
        imports.propose(ImportKind.HAZARDS, "large.geojson", bytes, "officer").id(), "approver");
    assertThat(imports.propose(ImportKind.HAZARDS, "large.geojson", bytes, "officer").counts())
        .containsOnlyKeys(RowChange.UNCHANGED);
  }
}
