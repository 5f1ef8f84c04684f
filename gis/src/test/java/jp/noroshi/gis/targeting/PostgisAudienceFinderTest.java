package jp.noroshi.gis.targeting;

import static jp.noroshi.core.alert.AlertBuilder.anAlert;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertBuilder;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.place.Shape;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.area.Districts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgisAudienceFinderTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AreaCode IZUNOKUNI = new AreaCode("22225");
  private static final LatLon NAGAOKA = new LatLon(35.0330, 138.9296);

  private final PostgisAudienceFinder finder =
      new PostgisAudienceFinder(database.database(), IZUNOKUNI);

  @BeforeAll
  static void sampleMunicipality() throws Exception {
    Path file =
        Path.of(System.getProperty("noroshi.root", ".."), "config/sample/districts.geojson");
    new Districts(database.database(), IZUNOKUNI).load(Files.readAllBytes(file));
  }

  @Test
  void anAlertForTheMunicipalityMeansAllOfIt() {
    assertThat(finder.findDistricts(AlertBuilder.aLandslideAlert().build()))
        .containsExactly(IZUNOKUNI);
  }

  @Test
  void anAlertForAnotherMunicipalityConcernsNobodyHere() {
    assertThat(finder.findDistricts(withArea(Optional.of(new AreaCode("2222700")), List.of())))
        .isEmpty();
  }

  @Test
  void aDistrictNamedByItsCodeIsMeantAlone() {
    assertThat(finder.findDistricts(withArea(Optional.of(new AreaCode("22225-07")), List.of())))
        .containsExactly(new AreaCode("22225-07"));
  }

  @Test
  void aSmallCircleFindsItsDistrict() {
    assertThat(finder.findDistricts(withShape(new Shape.Circle(NAGAOKA, 50))))
        .containsExactly(new AreaCode("22225-01"));
  }

  @Test
  void aCircleInTheSeaFindsNothing() {
    assertThat(finder.findDistricts(withShape(new Shape.Circle(new LatLon(34.5, 138.5), 1000))))
        .isEmpty();
  }

  @Test
  void aPolygonOverEverythingMeansTheMunicipality() {
    assertThat(finder.findDistricts(withShape(box(34.9, 138.8, 35.2, 139.2))))
        .containsExactly(IZUNOKUNI);
  }

  @Test
  void aPolygonFindsTheDistrictsItOverlaps() {
    List<AreaCode> found = finder.findDistricts(withShape(box(35.028, 138.925, 35.037, 138.9385)));
    assertThat(found)
        .contains(new AreaCode("22225-01"), new AreaCode("22225-02"))
        .doesNotContain(new AreaCode("22225-22"));
  }

  @Test
  void severalShapesAreAUnion() {
    Shape.Circle nagaoka = new Shape.Circle(NAGAOKA, 10);
    Shape.Circle ukihashi = new Shape.Circle(new LatLon(35.031, 139.0094), 10);
    assertThat(finder.findDistricts(withArea(Optional.empty(), List.of(nagaoka, ukihashi))))
        .containsExactly(new AreaCode("22225-01"), new AreaCode("22225-23"));
  }

  private static Shape box(double south, double west, double north, double east) {
    LatLon corner = new LatLon(south, west);
    return new Shape.Polygon(
        List.of(
            corner,
            new LatLon(south, east),
            new LatLon(north, east),
            new LatLon(north, west),
            corner));
  }

  private static Alert withShape(Shape shape) {
    return withArea(Optional.empty(), List.of(shape));
  }

  private static Alert withArea(Optional<AreaCode> code, List<Shape> shapes) {
    return anAlert()
        .area(
            new AlertArea(
                "",
                false,
                code,
                "区域",
                List.of(AlertBuilder.landslideLevelFour(KindState.ISSUED)),
                shapes))
        .build();
  }
}
