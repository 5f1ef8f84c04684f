package jp.noroshi.gis.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.noroshi.gis.area.DistrictMap.Overlap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Between districts; a ten-thousandth of a degree is about ten metres. */
class DistrictSeamsTest {

  private static Geometry box(double west, double south, double east, double north) {
    return new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
  }

  private static DistrictSeams between(Geometry... areas) {
    Map<String, Geometry> named = new LinkedHashMap<>();
    for (Geometry area : areas) {
      named.put("第" + (named.size() + 1), area);
    }
    return new DistrictSeams(named);
  }

  @Test
  void neighboursThatShareABorderHaveNeitherGapNorOverlap() {
    DistrictSeams seams = between(box(138.9, 35, 138.91, 35.01), box(138.91, 35, 138.92, 35.01));
    assertThat(seams.overlaps()).isEmpty();
    assertThat(seams.gaps()).isEmpty();
  }

  @Test
  void aStripOfTenMetresBetweenTwoDistrictsIsAGap() {
    DistrictSeams seams = between(box(138.9, 35, 138.91, 35.01), box(138.9101, 35, 138.92, 35.01));
    assertThat(seams.gaps()).singleElement().matches(gap -> gap.between().size() == 2);
    assertThat(seams.gaps().getFirst().squareMetres()).isBetween(9_000.0, 11_000.0);
  }

  @Test
  void aHoleThatDistrictsEncloseIsAGapHoweverWide() {
    DistrictSeams seams =
        between(
            box(138.9, 35, 138.93, 35.01),
            box(138.9, 35.02, 138.93, 35.03),
            box(138.9, 35.01, 138.91, 35.02),
            box(138.92, 35.01, 138.93, 35.02));
    assertThat(seams.gaps()).singleElement().matches(gap -> gap.between().size() == 4);
  }

  @Test
  void districtsFarApartHaveOutsideBetweenThem() {
    assertThat(between(box(138.9, 35, 138.91, 35.01), box(138.95, 35, 138.96, 35.01)).gaps())
        .isEmpty();
  }

  @Test
  void landThatTwoClaimIsAnOverlap() {
    assertThat(between(box(138.9, 35, 138.911, 35.01), box(138.91, 35, 138.92, 35.01)).overlaps())
        .singleElement()
        .extracting(Overlap::one, Overlap::other)
        .containsExactly("第1", "第2");
  }
}
