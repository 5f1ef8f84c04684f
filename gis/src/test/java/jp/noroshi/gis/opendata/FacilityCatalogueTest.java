package jp.noroshi.gis.opendata;

import static jp.noroshi.gis.imports.DoubtCode.LIKELY_TWICE;
import static jp.noroshi.gis.imports.DoubtCode.NAME_MADE;
import static jp.noroshi.gis.imports.DoubtCode.NAME_SPACED;
import static jp.noroshi.gis.imports.DoubtCode.POSITION_SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.SharedPlaces;
import jp.noroshi.gis.file.table.TextEncoding;
import jp.noroshi.gis.imports.DoubtCode;
import jp.noroshi.gis.imports.ReadRow;
import jp.noroshi.gis.population.FacilityEntry;
import jp.noroshi.gis.population.FacilityKind;
import org.junit.jupiter.api.Test;

/** Every real list of facilities is read with the rows and the faults its catalogue states. */
class FacilityCatalogueTest {

  private static FacilityList read(String file) {
    Path path = SharedPlaces.orSkip("facility/" + file);
    return FacilityListReader.read(file, SharedPlaces.bytes(path), Map.of(), "");
  }

  private static List<FacilityEntry> entries(FacilityList list) {
    return list.rows().stream()
        .flatMap(row -> row.entry().stream())
        .map(entry -> Json.read(entry.toString(), FacilityEntry.class))
        .toList();
  }

  private static Map<DoubtCode, Integer> doubts(FacilityList list) {
    Map<DoubtCode, Integer> counts = new TreeMap<>();
    list.rows().stream()
        .flatMap(row -> row.doubts().stream())
        .forEach(doubt -> counts.merge(doubt.code(), 1, Integer::sum));
    return counts;
  }

  @Test
  void placesWherePeopleAreCaredForKeepTheClassOfEachDangerAsItIsWritten() {
    FacilityList list = read("yohairyosya.csv");
    assertThat(list.kind()).isEqualTo(FacilityKind.CARE);
    assertThat(list.encoding()).isEqualTo(TextEncoding.CP932);
    assertThat(entries(list)).hasSize(277).extracting(FacilityEntry::key).doesNotHaveDuplicates();
    assertThat(doubts(list))
        .containsEntry(NAME_SPACED, 2)
        .containsEntry(LIKELY_TWICE, 1)
        .containsKey(POSITION_SHARED)
        .hasSize(3);
    assertThat(entries(list))
        .extracting(entry -> entry.details().get("土砂災害警戒区域"))
        .contains("区域外", "〇（土石流）", "〇（急傾斜地の崩壊）");
    assertThat(entries(list).getFirst().details()).containsEntry("№", "285");
  }

  @Test
  void twentyFourPositionsAreSharedBySeveralPlaces() {
    FacilityList list = read("yohairyosya.csv");
    assertThat(
            list.rows().stream()
                .flatMap(row -> row.doubts().stream())
                .filter(doubt -> doubt.code() == POSITION_SHARED)
                .map(doubt -> doubt.value())
                .distinct())
        .hasSize(24);
  }

  @Test
  void loudspeakersAreKnownByTheNameOfTheFile() {
    FacilityList list = read("222127_douhoumusenkokyoku.csv");
    assertThat(list.kind()).isEqualTo(FacilityKind.OUTDOOR_STATION);
    assertThat(entries(list)).hasSize(200);
  }

  @Test
  void heliportsKeepTheirSizeAndTheirGrid() {
    FacilityList list = read("222127_bousaiheliport.csv");
    assertThat(list.kind()).isEqualTo(FacilityKind.HELIPORT);
    assertThat(entries(list)).hasSize(12);
    assertThat(entries(list).getFirst().details())
        .containsEntry("広さ（メートル）", "120×100")
        .containsEntry("UTM", "54STD51176137");
  }

  @Test
  void wellsWithoutNamesAreNamedByTheirNumbersAndThatIsSaid() {
    FacilityList list = read("saigai_support_ido.csv");
    assertThat(list.kind()).isEqualTo(FacilityKind.WELL);
    assertThat(list.encoding()).isEqualTo(TextEncoding.UTF_8_BOM);
    assertThat(list.rows()).hasSize(30).extracting(ReadRow::label).contains("災害用井戸 1");
    assertThat(doubts(list)).containsEntry(NAME_MADE, 30);
    assertThat(entries(list).getFirst().details()).containsEntry("自主防災会区域", "高新田第１自主防災会");
  }

  @Test
  void linesBreakInsideTheCellsOfTheListOfSandbagsAndItsRowsAreStillThirty() {
    FacilityList list = read("222127_dono_station.csv");
    assertThat(list.kind()).isEqualTo(FacilityKind.SANDBAGS);
    assertThat(entries(list))
        .hasSize(30)
        .extracting(FacilityEntry::name)
        .contains("浜当目ｺﾐﾆｭﾃｨ防災ｾﾝﾀｰ");
    assertThat(entries(list).getFirst().details().get("問合せ先電話番号")).isEqualTo("(054)626-1118");
  }
}
