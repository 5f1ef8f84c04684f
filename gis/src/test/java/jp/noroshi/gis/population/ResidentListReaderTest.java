package jp.noroshi.gis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.population.ResidentList.Fault;
import jp.noroshi.gis.population.ResidentList.Reason;
import org.junit.jupiter.api.Test;

class ResidentListReaderTest {

  private static final LatLon HOME = new LatLon(35.02, 138.95);

  @Test
  void columnsAreFoundByTheirNamesInAnyOrderAndEncoding() {
    String csv = "町名,人数,経度,緯度\n見本町,3,138.95,35.02\n見本町,２,138.96,35.03\n";
    ResidentList read = ResidentListReader.read(csv.getBytes(Charset.forName("windows-31j")));
    assertThat(read.households())
        .containsExactly(new Household(HOME, 3), new Household(new LatLon(35.03, 138.96), 2));
    assertThat(read.residents()).isEqualTo(5);
    assertThat(read.faults()).isEmpty();
  }

  @Test
  void rowsOfOneHouseholdAreAddedUp() {
    ResidentList read =
        read(
            "household,lat,lon\nA1,35.02,138.95\nA1,35.02,138.95\n,35.02,138.95\nA2,35.02,138.95\n");
    assertThat(read.households())
        .containsExactlyInAnyOrder(
            new Household(HOME, 2), new Household(HOME, 1), new Household(HOME, 1));
  }

  @Test
  void everyRowThatCannotBeCountedIsNamedWithItsReason() {
    ResidentList read =
        read(
            """
            世帯番号,緯度,経度,人数
            1,35.02,138.95,1
            2,,138.95,1
            3,138.95,35.02,1
            4,51.5,0.1,1
            5,35.02,138.95,0
            6,35.02,138.95,たくさん
            1,35.03,138.95,1
            """);
    assertThat(read.faults())
        .containsExactly(
            new Fault(2, Reason.POSITION_UNREADABLE),
            new Fault(3, Reason.POSITION_SWAPPED),
            new Fault(4, Reason.POSITION_ABROAD),
            new Fault(5, Reason.RESIDENTS_UNREADABLE),
            new Fault(6, Reason.RESIDENTS_UNREADABLE),
            new Fault(7, Reason.HOUSEHOLD_APART));
    assertThat(read.rows()).isEqualTo(7);
  }

  @Test
  void aListWithoutPositionsIsRefused() {
    assertThatThrownBy(() -> read("氏名,住所\n見本 花,見本町1\n"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("緯度");
  }

  /** Whatever arrives is read or refused; it never fails in another way. */
  @Test
  void spoiltListsAreReadOrRefused() {
    Random random = new Random(5);
    byte[] good =
        "世帯番号,緯度,経度,人数\n1,35.02,138.95,1\n2,35.03,138.96,4\n".getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 5_000; round++) {
      byte[] spoilt = good.clone();
      for (int change = 0; change <= random.nextInt(4); change++) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }
      try {
        ResidentList read = ResidentListReader.read(spoilt);
        assertThat(read.households().size() + read.faults().size())
            .isLessThanOrEqualTo(read.rows());
      } catch (UnreadableFileException refused) {
        assertThat(refused.fault()).isNotNull();
      }
    }
  }

  private static ResidentList read(String csv) {
    return ResidentListReader.read(csv.getBytes(StandardCharsets.UTF_8));
  }
}
